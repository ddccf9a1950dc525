import Screen

/// Numbers with their names, in as many columns as fit.
public struct StatsPanel: Panel {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var value: String
    public var style: Style

    public init(_ name: String, _ value: String, _ style: Style = .strong) {
      self.name = name
      self.value = value
      self.style = style
    }
  }

  public var rows: [Row]
  public var scope: String

  public init(rows: [Row], scope: String = "since the part began") {
    self.rows = rows
    self.scope = scope
  }

  public var title: StyledText {
    StyledText("numbers", .heading) + StyledText(" " + scope, .dim)
  }

  public var wantedRows: Int { (rows.count + 1) / 2 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard rect.height > 0, rect.width > 0 else { return }
    let columns = max(1, rect.width / 26)
    let width = rect.width / columns
    for (index, row) in rows.enumerated() {
      let column = index / rect.height
      guard column < columns else { return }
      var place = Rect(
        x: rect.x + column * width, y: rect.y + index % rect.height, width: width - 2, height: 1)
      frame.putLine(
        StyledText(row.value, row.style), in: place.takeRight(row.value.displayWidth),
        alignment: .right)
      frame.putLine(StyledText(row.name, .dim), in: place)
    }
  }
}
