// Frames are copied, compared and thrown away thirty times a second, each of thousands of cells. So
// a cell is sixteen bytes of numbers and nothing that is counted or freed: its character is kept as
// the scalars that a terminal makes of it, a base and at most three marks of 21 bits each.

/// One place of a frame: what stands there and in which style.
///
/// A wide character takes two cells: its own, of width 2, and an empty one of width 0 after it.
/// A control or format character never gets into a cell, whoever makes it.
public struct Cell: Hashable, Sendable {
  /// The marks on the base, the first in the lowest bits; 0 where there is none.
  private let marks: UInt64
  /// The scalar that the cell begins with; a blank where nothing stands.
  public let base: Unicode.Scalar
  public internal(set) var style: Style
  /// Columns: 1, 2 for a wide character, 0 for the second half of one.
  public let width: Int8

  /// The first cell that `character` makes; a control character makes its picture.
  public init(_ character: Character, style: Style = .normal) {
    var cells = CellText(String(character), glyphs: .unicode).makeIterator()
    let first = cells.next() ?? CellText.Element(" ", 1)
    self.init(unchecked: first.character, width: first.width, style: style)
  }

  /// For text that has been through `CellText`.
  init(unchecked character: Character, width: Int8, style: Style) {
    var scalars = character.unicodeScalars.makeIterator()
    let base = scalars.next() ?? " "
    var marks: UInt64 = 0
    var shift = 0
    while shift < CellText.combiningMarksLimit * Cell.markBits, let mark = scalars.next() {
      marks |= UInt64(mark.value) << shift
      shift += Cell.markBits
    }
    self.init(unchecked: base, marks: marks, width: width, style: style)
  }

  init(unchecked base: Unicode.Scalar, marks: UInt64 = 0, width: Int8, style: Style) {
    self.base = base
    self.marks = marks
    self.width = width
    self.style = style
  }

  /// What stands there: one base character with its combining marks, or a blank.
  public var character: Character {
    guard marks != 0 else { return Character(base) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Character(String(text))
  }

  /// The same, scalar by scalar.
  public var scalars: Scalars { Scalars(ahead: base, marks: marks) }

  /// The scalars of a cell, the base first.
  public struct Scalars: Sequence, IteratorProtocol {
    fileprivate var ahead: Unicode.Scalar?
    fileprivate var marks: UInt64

    public mutating func next() -> Unicode.Scalar? {
      guard let scalar = ahead else { return nil }
      let mark = UInt32(truncatingIfNeeded: marks & (1 << Cell.markBits - 1))
      ahead = mark == 0 ? nil : Unicode.Scalar(mark)
      marks >>= Cell.markBits
      return scalar
    }
  }

  /// Bits of a scalar.
  private static let markBits = 21

  static func blank(_ style: Style) -> Cell { Cell(unchecked: " ", width: 1, style: style) }

  static func secondHalf(_ style: Style) -> Cell { Cell(unchecked: " ", width: 0, style: style) }
}
