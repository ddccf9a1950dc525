import CNcurses
import Glibc
import Screen

/// Writes rows of a frame to curses, one call for each stretch of equal style.
struct RunPainter {
  private var run: [wchar_t] = []

  /// Writes a stretch of row `y` that begins at `x`, clipped to `columns`.
  mutating func paint(
    _ row: ArraySlice<Cell>, y: Int, x: Int, columns: Int, ascii: Bool, pairs: inout ColourPairs
  ) {
    var x = x
    var start = x
    var style: Style?
    for cell in row {
      if cell.width == 0 { continue }
      guard x + Int(cell.width) <= columns else { break }
      if let current = style, current != cell.style {
        flush(current, x: start, y: y, &pairs)
        start = x
      }
      style = cell.style
      append(cell, ascii: ascii)
      x += Int(cell.width)
    }
    if let style { flush(style, x: start, y: y, &pairs) }
  }

  private mutating func flush(_ style: Style, x: Int, y: Int, _ pairs: inout ColourPairs) {
    let entry = pairs.entry(for: style)
    cnc_run(Int32(y), Int32(x), run, Int32(run.count), entry.attributes, entry.pair)
    run.removeAll(keepingCapacity: true)
  }

  /// Adds a cell's characters.
  ///
  /// Curses places what follows by the C library's widths. Where those are not the cell's, a
  /// replacement of the cell's width keeps the columns.
  private mutating func append(_ cell: Cell, ascii: Bool) {
    let before = run.count
    var isFirst = true
    for scalar in cell.scalars {
      let value = wchar_t(scalar.value)
      if value < 0x7F || (0x2500...0x28FF).contains(value) && cell.width == 1 {
        run.append(value)
      } else if isFirst, wcwidth(value) != Int32(cell.width) {
        run.append(0xFFFD)
      } else if isFirst || wcwidth(value) == 0 {
        run.append(value)
      }
      isFirst = false
    }
    let wasReplaced = run[before] == 0xFFFD
    guard wasReplaced || ascii && run[before...].contains(where: { $0 >= 0x7F }) else { return }
    run.removeSubrange(before...)
    let stand = ascii ? wchar_t(0x3F) : wchar_t(0xFFFD)
    for _ in 0..<cell.width { run.append(stand) }
  }
}
