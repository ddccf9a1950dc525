import Screen
import Tutor

/// What the page says while a command takes long; nothing else of it changes meanwhile.
public enum LongRunView {
  /// Draws it below the prompt, in place of what stood there.
  ///
  /// - Parameter events: how many there have been so far.
  public static func draw(on frame: inout Frame, events: Int) {
    let row = Rect(x: 0, y: frame.size.height - 2, width: frame.size.width, height: 1)
    frame.fill(row)
    var line = StyledText("It takes long: ", .warning)
    line.append("\(Words.count(events, "event")) so far")
    line.append("  Ctrl-C stops it", .hint)
    frame.putLine(line, in: row.inset(left: 1, right: 1))
  }
}
