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
    public var hits: Int
    public var misses: Int
    public var weight: Int

    public init(
      label: String, index: Int, state: NodeCondition = .up, count: Int = 0, capacity: Int = 0,
      owned: Int = 0, hits: Int = 0, misses: Int = 0, weight: Int = 1
    ) {
      self.label = label
      self.index = index
      self.state = state
      self.count = count
      self.capacity = capacity
      self.owned = owned
      self.hits = hits
      self.misses = misses
      self.weight = weight
    }
  }

  public var rows: [Row]
  /// All keys that are known.
  public var keys: Int
  public var scroll: Int

  public init(rows: [Row], keys: Int, scroll: Int = 0) {
    self.rows = rows
    self.keys = keys
    self.scroll = scroll
  }

  public var title: StyledText {
    let members = rows.filter { $0.state != .gone }.count
    return StyledText("nodes: \(members)", .heading)
  }

  public var wantedRows: Int { rows.count + 1 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    let columns = [
      TableColumn("node", .content(maximum: 10)),
      TableColumn("state", .content(maximum: 9)),
      TableColumn("owns", .content(maximum: 16), alignment: .right),
      TableColumn("entries", .content(maximum: 15), alignment: .right),
      TableColumn("hits", .content(maximum: 9), alignment: .right),
      TableColumn("misses", .content(maximum: 9), alignment: .right),
    ]
    let cells = rows.map { row -> [StyledText] in
      let name = row.weight > 1 ? "\(row.label) \(frame.glyphs.times)\(row.weight)" : row.label
      return [
        StyledText(name, .node(row.index)),
        StyledText("\(row.state.mark(frame.glyphs)) \(row.state.word)", row.state.style),
        StyledText("\(ClockText.grouped(row.owned)) \(share(row.owned))", .strong),
        StyledText("\(ClockText.grouped(row.count)) of \(ClockText.grouped(row.capacity))"),
        StyledText(ClockText.grouped(row.hits), .hit),
        StyledText(ClockText.grouped(row.misses), .miss),
      ]
    }
    frame.table(columns, rows: cells, in: rect, scroll: scroll)
  }

  private func share(_ owned: Int) -> String {
    keys == 0 ? "" : "(\((owned * 1_000 / keys + 5) / 10) %)"
  }
}
