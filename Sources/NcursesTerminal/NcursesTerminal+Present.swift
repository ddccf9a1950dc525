import CNcurses
import Screen

extension NcursesTerminal {
  /// Shows a frame, unless it is the one that is shown.
  ///
  /// Only rows that differ are handed to curses, and curses sends only the cells that differ. A
  /// frame of another size than the screen's is clipped, or leaves the rest blank.
  public func present(_ frame: Frame) {
    guard isActive else { return }
    let rows = lastFrame.flatMap { frame.rowsDiffering(from: $0) }
    if rows?.isEmpty == true, frame.cursor == lastFrame?.cursor { return }
    if rows == nil { cnc_erase() }
    let width = frame.size.width
    for y in rows ?? Array(0..<frame.size.height) where y < size.height {
      painter.paint(
        frame.cells[y * width..<(y + 1) * width], y: y, columns: size.width,
        ascii: glyphs == .ascii, pairs: &pairs)
    }
    place(frame.cursor)
    if reports.canSynchronise { send("\u{1B}[?2026h") }
    cnc_update()
    if reports.canSynchronise { send("\u{1B}[?2026l") }
    lastFrame = frame
    askForReports()
  }

  /// Sends every cell again, for when something else has written on the screen.
  public func repaint() {
    guard isActive else { return }
    cnc_repaint()
    cnc_update()
  }

  private func place(_ cursor: Point?) {
    guard let cursor, Rect(size).contains(cursor) else {
      cnc_cursor(0, 0, 0)
      return
    }
    cnc_cursor(Int32(cursor.y), Int32(cursor.x), 1)
  }
}
