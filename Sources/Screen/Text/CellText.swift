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
      case .combining: return withMarks(base: "\u{25CC}", first: scalar, width: 1)
      case .narrow: return withMarks(base: scalar, first: nil, width: 1)
      case .wide: return withMarks(base: scalar, first: nil, width: 2)
      }
    }

    /// `base` and the marks that follow it.
    private mutating func withMarks(
      base: Unicode.Scalar, first: Unicode.Scalar?, width: Int8
    ) -> Element? {
      var cluster = String.UnicodeScalarView()
      cluster.append(base)
      if let first { cluster.append(first) }
      while let mark = ahead, mark.value >= 0x300, case .combining = ScalarWidth(of: mark) {
        if cluster.count <= CellText.combiningMarksLimit { cluster.append(mark) }
        ahead = scalars.next()
      }
      if glyphs == .ascii, cluster.contains(where: { !$0.isASCII }) {
        return spell(base.isASCII ? String(base) : Replacement.ascii(for: base, width: width))
      }
      return (Character(String(cluster)), width)
    }

    private mutating func spell(_ replacement: String) -> Element? {
      pending = replacement.reversed()
      return next()
    }
  }
}
