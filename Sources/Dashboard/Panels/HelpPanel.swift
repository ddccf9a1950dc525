import Screen

/// The keys that act now, one below the other: for lessons about the screen itself.
public struct HelpPanel: Panel {
  public var keys: [LegendEntry]

  public init(keys: [LegendEntry]) {
    self.keys = keys
  }

  public init(_ scene: Scene) {
    self.init(keys: scene.keys)
  }

  public var title: StyledText { StyledText("keys", .heading) }
  public var wantedRows: Int { keys.count }

  public func draw(on frame: inout Frame, in rect: Rect) {
    let width = keys.map { $0.key.displayWidth(frame.glyphs) }.max() ?? 0
    for (row, entry) in keys.prefix(rect.height).enumerated() {
      var line = StyledText(entry.key.padded(toWidth: width + 2, glyphs: frame.glyphs), .key)
      line.append(entry.label, .text)
      frame.putLine(line, in: rect.row(row))
    }
  }
}
