import Screen

/// The cache nodes as a table: state, keys, share of all keys, hits.
public struct NodesPanel: Panel {
  public struct Row: Hashable, Sendable {
    public var label: String
    public var index: Int
    public var state: NodeCondition
    public var count: Int
    public var capacity: Int
    /// Keys that the placement gives it, and of how many.
    public var owned: Int
    /// Keys that it owned before the last change of nodes; nil before one.
    public var before: Int?
    public var hits: Int
    public var misses: Int
    public var weight: Int

    public init(
      label: String, index: Int, state: NodeCondition = .up, count: Int = 0, capacity: Int = 0,
      owned: Int = 0, before: Int? = nil, hits: Int = 0, misses: Int = 0, weight: Int = 1
    ) {
      self.label = label
      self.index = index
      self.state = state
      self.count = count
      self.capacity = capacity
      self.owned = owned
      self.before = before
      self.hits = hits
      self.misses = misses
      self.weight = weight
    }
  }

  public var rows: [Row]
  /// All keys that are known.
  public var keys: Int
  public var scroll: Int
  /// The last change of nodes, as far as it is shown; nil before one.
  public var change: ChangeOfNodes?

  public init(rows: [Row], keys: Int, scroll: Int = 0, change: ChangeOfNodes? = nil) {
    self.rows = rows
    self.keys = keys
    self.scroll = scroll
    self.change = change
  }

  public var title: StyledText {
    let members = rows.filter { $0.state != .gone }.count
    return StyledText("nodes: \(members)", .heading)
  }

  public var wantedRows: Int { rows.count + 1 + (change == nil ? 0 : 2) }

  public func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let table = rest.takeTop(min(rect.height, rows.count + 1))
    frame.table(columns, rows: rows.map { cells($0, frame.glyphs) }, in: table, scroll: scroll)
    for line in change?.lines(width: rest.width) ?? [] where rest.height > 0 {
      frame.putLine(line, in: rest.takeTop(1))
    }
    guard rest.height > 2 else { return }
    _ = rest.takeTop(1)
    change?.drawMovers(on: &frame, in: rest)
  }

  private var hasChanged: Bool { rows.contains { $0.before != nil } }

  private var columns: [TableColumn] {
    let was = hasChanged ? [TableColumn("was", .content(maximum: 7), alignment: .right)] : []
    return [
      TableColumn("node", .content(maximum: 10)), TableColumn("state", .content(maximum: 9)),
      TableColumn("owns", .content(maximum: 16), alignment: .right),
    ] + was + [
      TableColumn("entries", .content(maximum: 15), alignment: .right),
      TableColumn("hits", .content(maximum: 9), alignment: .right),
      TableColumn("misses", .content(maximum: 9), alignment: .right),
    ]
  }

  private func cells(_ row: Row, _ glyphs: Glyphs) -> [StyledText] {
    let name = row.weight > 1 ? "\(row.label) \(glyphs.times)\(row.weight)" : row.label
    let was = hasChanged ? [StyledText(ClockText.grouped(row.before ?? 0), .dim)] : []
    return [
      StyledText(name, .node(row.index)),
      StyledText("\(row.state.mark(glyphs)) \(row.state.word)", row.state.style),
      StyledText("\(ClockText.grouped(row.owned)) \(share(row.owned))", .strong),
    ] + was + [
      StyledText("\(ClockText.grouped(row.count)) of \(ClockText.grouped(row.capacity))"),
      StyledText(ClockText.grouped(row.hits), .hit),
      StyledText(ClockText.grouped(row.misses), .miss),
    ]
  }

  private func share(_ owned: Int) -> String {
    keys == 0 ? "" : "(\((owned * 1_000 / keys + 5) / 10) %)"
  }
}
