import Screen

/// Draws the model: the whole screen, anew, as a value.
public func view(_ model: Model, size: Size) -> Frame { Page(model, size: size).frame }

/// The screen that says that it is too small, in any size.
enum TooSmall {
  static func draw(_ size: Size, on frame: inout Frame) {
    let needed = Layout.minimum
    let by = frame.glyphs.times
    let (needs, has) = ("\(needed.width)\(by)\(needed.height)", "\(size.width)\(by)\(size.height)")
    var lines = [
      StyledText("cachetutor needs \(needs)", .strong), StyledText("this terminal has \(has)"),
      StyledText("make it larger, or press q to leave", .dim),
    ]
    if lines.contains(where: { $0.width(frame.glyphs) > size.width }) {
      lines = [
        StyledText("needs \(needs)", .strong), StyledText("has \(has)"),
        StyledText("q leaves", .dim),
      ]
    }
    let area = frame.bounds.centred(Size(width: size.width, height: lines.count))
    for (row, line) in lines.enumerated() {
      frame.putLine(line, in: area.row(row), alignment: .centre)
    }
  }
}
