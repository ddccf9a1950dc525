import CNcurses
import Screen

extension NcursesTerminal {
  /// Shows a frame, unless it is the one that is shown.
  ///
  /// Only what differs in a row is handed to curses, and curses sends only the cells that differ. A
  /// frame of another size than the screen's is clipped, or leaves the rest blank.
  public func present(_ frame: Frame) {
    guard isActive else { return }
    let changes = lastFrame.flatMap { frame.changes(from: $0) }
    if changes?.isEmpty == true, frame.cursor == lastFrame?.cursor { return }
    if let changes {
      for change in changes where change.y < size.height { paint(change, of: frame) }
    } else {
      cnc_erase()
      for y in 0..<min(frame.size.height, size.height) {
        paint(Frame.Change(y: y, columns: 0..<frame.size.width), of: frame)
      }
    }
    place(frame.cursor)
    if reports.canSynchronise { send("\u{1B}[?2026h") }
    cnc_update()
    if reports.canSynchronise { send("\u{1B}[?2026l") }
    lastFrame = frame
    askForReports()
  }

  private func paint(_ change: Frame.Change, of frame: Frame) {
    let start = change.y * frame.size.width
    painter.paint(
      frame.cells[start + change.columns.lowerBound..<start + change.columns.upperBound],
      y: change.y, x: change.columns.lowerBound, columns: size.width, ascii: glyphs == .ascii,
      pairs: &pairs)
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
