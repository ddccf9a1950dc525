// A frame is a picture of the whole screen as a value: the view makes one, the driver paints it,
// a test compares it, a recording keeps it.
//
// Everything that draws is clipped, so a widget may draw as if it had all the room. Everything that
// writes text goes through `CellText`, so text from outside can never act as a control sequence.

/// A grid of cells and perhaps a cursor.
public struct Frame: Equatable, Sendable {
  public let size: Size
  public let glyphs: Glyphs
  /// Row by row, `size.width` × `size.height` of them.
  public private(set) var cells: [Cell]
  /// Where the terminal shows its cursor; nowhere when it lies outside or is nil.
  public var cursor: Point?

  /// An empty page.
  public init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank(.normal), count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// A stretch of a row in which two frames differ.
  public struct Change: Hashable, Sendable {
    public let y: Int
    public let columns: Range<Int>

    public init(y: Int, columns: Range<Int>) {
      self.y = y
      self.columns = columns
    }
  }

  /// Where this frame is not as the other, a stretch for each row at most; nil when the two cannot
  /// be laid on each other.
  ///
  /// No stretch begins or ends within a wide character of either. O(cells): whoever paints a screen
  /// thirty times a second asks this of every cell.
  public func changes(from other: Frame) -> [Change]? {
    guard size == other.size, glyphs == other.glyphs else { return nil }
    return cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { others in
        (0..<size.height).compactMap { y in
          let row = y * size.width..<(y + 1) * size.width
          guard var first = row.first(where: { mine[$0] != others[$0] }),
            var last = row.last(where: { mine[$0] != others[$0] })
          else { return nil }
          while first > row.lowerBound, mine[first].width == 0 || others[first].width == 0 {
            first -= 1
          }
          while last + 1 < row.upperBound, mine[last + 1].width == 0 || others[last + 1].width == 0
          {
            last += 1
          }
          return Change(y: y, columns: first - row.lowerBound..<last + 1 - row.lowerBound)
        }
      }
    }
  }

  /// The cell at `point`, or nil outside.
  public subscript(point: Point) -> Cell? {
    guard bounds.contains(point) else { return nil }
    return cells[point.y * size.width + point.x]
  }

  /// Puts one cell; outside of the frame nothing happens.
  ///
  /// A wide character that would lose a half leaves a blank, and so does the half of a wide
  /// character that is overwritten.
  public mutating func set(_ cell: Cell, at point: Point) {
    guard bounds.contains(point) else { return }
    let index = point.y * size.width + point.x
    if cells[index].width != 1 { breakWide(at: index) }
    guard cell.width == 2 else {
      cells[index] = cell.width == 0 ? .blank(cell.style) : cell
      return
    }
    guard point.x + 1 < size.width else {
      cells[index] = .blank(cell.style)
      return
    }
    if cells[index + 1].width != 1 { breakWide(at: index + 1) }
    cells[index] = cell
    cells[index + 1] = .secondHalf(cell.style)
  }

  /// Takes over what stands in `rect` of another frame of this size; nothing without one.
  public mutating func copy(_ rect: Rect, from other: Frame) {
    guard size == other.size else { return }
    let rect = rect.intersection(bounds)
    for y in rect.y..<max(rect.y, rect.endY) {
      for x in rect.x..<max(rect.x, rect.endX) {
        cells[y * size.width + x] = other.cells[y * size.width + x]
      }
    }
  }

  /// Changes the style of what stands in `rect`.
  public mutating func restyle(_ rect: Rect, _ style: Style) {
    changeStyles(rect) { $0 = style }
  }

  /// Adds flags to the styles of what stands in `rect`.
  public mutating func addFlags(_ flags: Style.Flags, in rect: Rect) {
    changeStyles(rect) { $0.flags.formUnion(flags) }
  }

  private mutating func changeStyles(_ rect: Rect, _ change: (inout Style) -> Void) {
    let rect = rect.intersection(bounds)
    for y in rect.y..<max(rect.y, rect.endY) {
      for x in rect.x..<max(rect.x, rect.endX) {
        change(&cells[y * size.width + x].style)
      }
    }
  }

  /// Blanks both halves of the wide character of which `index` is one.
  private mutating func breakWide(at index: Int) {
    let first = cells[index].width == 2 ? index : index - 1
    cells[first] = .blank(cells[first].style)
    cells[first + 1] = .blank(cells[first + 1].style)
  }
}
