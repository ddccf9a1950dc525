/// One place of a frame: what stands there and in which style.
///
/// A wide character takes two cells: its own, of width 2, and an empty one of width 0 after it.
/// A control or format character never gets into a cell, whoever makes it.
public struct Cell: Hashable, Sendable {
  /// What stands there: one base character with its combining marks, or a blank.
  public let character: Character
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
    self.character = character
    self.width = width
    self.style = style
  }

  static func blank(_ style: Style) -> Cell {
    Cell(unchecked: " ", width: 1, style: style)
  }

  static func secondHalf(_ style: Style) -> Cell {
    Cell(unchecked: " ", width: 0, style: style)
  }
}
