// From text to cells: the one door through which text reaches a frame.
//
// Text comes from learners, lessons, files and networks. Here each control character becomes a
// picture of itself, each invisible or reordering character its number, and each remaining
// character what a terminal will make of it: a cell of one or two columns with its combining marks.
// We count by scalars as terminals do, not by grapheme clusters: a terminal that draws a flag or a
// family as one picture still moves its cursor by the parts.

/// The cells that a text makes, in order.
struct CellText: Sequence {
  typealias Element = (character: Character, width: Int8)

  /// More marks on one base character than this are dropped; the terminal library takes no more.
  static let combiningMarksLimit = 3

  let text: String
  let glyphs: Glyphs

  init(_ text: String, glyphs: Glyphs) {
    self.text = text
    self.glyphs = glyphs
  }

  func makeIterator() -> Iterator {
    Iterator(text: text, glyphs: glyphs)
  }

  struct Iterator: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var ahead: Unicode.Scalar?
    private let glyphs: Glyphs
    /// What a replaced character still has to say, last character first.
    private var pending: [Character] = []

    init(text: String, glyphs: Glyphs) {
      scalars = text.unicodeScalars.makeIterator()
      self.glyphs = glyphs
      ahead = scalars.next()
    }

    mutating func next() -> Element? {
      if let character = pending.popLast() { return (character, 1) }
      guard let scalar = ahead else { return nil }
      ahead = scalars.next()
      if scalar.value < 0x7F, scalar.value >= 0x20, (ahead?.value ?? 0) < 0x300 {
        return (Character(scalar), 1)
      }
      switch ScalarWidth(of: scalar) {
      case .control, .hidden: return spell(Replacement.picture(of: scalar, glyphs))
      case .combining:
        // A mark with nothing to stand on stands on a dotted circle, if it stands on anything.
        ahead = scalar
        let circle = withMarks(base: "\u{25CC}", width: 1)
        if circle.hasMarks { return circle.element }
        ahead = scalars.next()
        return spell(Replacement.picture(of: scalar, glyphs))
      case .narrow: return withMarks(base: scalar, width: 1).element
      case .wide: return withMarks(base: scalar, width: 2).element
      }
    }

    /// `base` and the marks that follow it, as far as they combine with it.
    private mutating func withMarks(
      base: Unicode.Scalar, width: Int8
    ) -> (element: Element?, hasMarks: Bool) {
      var character = Character(base)
      var count = 0
      while let mark = ahead, mark.value >= 0x300, case .combining = ScalarWidth(of: mark) {
        if count < CellText.combiningMarksLimit {
          let joined = String(character) + String(Character(mark))
          guard joined.count == 1 else { break }
          character = Character(joined)
        }
        count += 1
        ahead = scalars.next()
      }
      if glyphs == .ascii, count > 0 || !base.isASCII {
        let plain = base.isASCII ? String(base) : Replacement.ascii(for: base, width: width)
        return (spell(plain), count > 0)
      }
      return ((character, width), count > 0)
    }

    private mutating func spell(_ replacement: String) -> Element? {
      pending = replacement.reversed()
      return next()
    }
  }
}
