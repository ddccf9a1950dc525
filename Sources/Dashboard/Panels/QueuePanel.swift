import Screen

/// Writes that were promised and are not in the database yet.
public struct QueuePanel: Panel {
  public struct Row: Hashable, Sendable {
    public var node: String
    public var key: String
    public var value: String
    /// How many writes it stands for.
    public var writes: Int
    /// Microseconds that it has waited.
    public var age: Int64
    /// A flusher has taken it, the database has not finished.
    public var isTravelling: Bool

    public init(
      node: String, key: String, value: String, writes: Int = 1, age: Int64 = 0,
      isTravelling: Bool = false
    ) {
      self.node = node
      self.key = key
      self.value = value
      self.writes = writes
      self.age = age
      self.isTravelling = isTravelling
    }
  }

  public var rows: [Row]
  public var limit: Int
  /// Writers that wait because the queue is full.
  public var blocked: Int
  public var scroll: Int

  public init(rows: [Row], limit: Int, blocked: Int = 0, scroll: Int = 0) {
    self.rows = rows
    self.limit = limit
    self.blocked = blocked
    self.scroll = scroll
  }

  public var title: StyledText {
    let waiting = rows.filter { !$0.isTravelling }.count
    var title = StyledText(
      "write queue: \(waiting) of \(ClockText.grouped(limit))", .heading)
    if blocked > 0 { title.append(", \(blocked) writers wait", .bad) }
    return title
  }

  public var wantedRows: Int { max(2, min(12, rows.count + 1)) }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      frame.putLine(
        StyledText("no write waits to be stored", .dim), in: rect.row(0))
      return
    }
    let columns = [
      TableColumn("key", .share(minimum: 6)), TableColumn("value", .content(maximum: 12)),
      TableColumn("writes", .content(maximum: 7), alignment: .right),
      TableColumn("since", .content(maximum: 11)),
    ]
    let cells = rows.map { row -> [StyledText] in
      let style: Style = row.isTravelling ? .moved : .warning
      let age = row.isTravelling ? "travelling" : ClockText.duration(row.age)
      return [
        StyledText(row.key, style), StyledText(row.value),
        StyledText("\(frame.glyphs.times)\(row.writes)", row.writes > 1 ? .strong : .dim),
        StyledText(age, row.isTravelling ? .moved : .dim),
      ]
    }
    frame.table(columns, rows: cells, in: rect, scroll: scroll)
  }
}
