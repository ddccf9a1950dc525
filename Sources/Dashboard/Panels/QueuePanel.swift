import Screen

// Promises that the database has not heard of.
//
//   key      promised  writes  since        database
// ▶ cart:1   4             ×3  ──●─          2
// ● cart:3   8             ×2  200 ms        1
// ✗ cart:5   2             ×1  lost          1
//
// A row is a key, not a write: the next write of that key replaces the value in place and counts
// one up. Rows on their way stand first; a crash leaves the names of what is lost.

/// Writes that were promised and are not in the database yet.
public struct QueuePanel: Panel {
  public struct Row: Hashable, Sendable {
    public enum State: Hashable, Sendable {
      /// It waits for a flusher; microseconds.
      case waiting(Int64)
      /// A flusher has taken it; how far the database is with it, in thousandths.
      case travelling(Int)
      /// Its queue died; whether it is bright just now.
      case lost(isBright: Bool)
    }

    public var node: String
    public var key: String
    public var value: String
    /// How many writes it stands for.
    public var writes: Int
    public var state: State
    /// What the database says meanwhile; nil when it has no such row.
    public var stored: String?
    /// It has just been put there, or replaced.
    public var isNew: Bool

    public init(
      node: String, key: String, value: String, writes: Int = 1, state: State = .waiting(0),
      stored: String? = nil, isNew: Bool = false
    ) {
      self.node = node
      self.key = key
      self.value = value
      self.writes = writes
      self.state = state
      self.stored = stored
      self.isNew = isNew
    }
  }

  public var rows: [Row]
  /// Places in use, and how many there are.
  public var places: Int
  public var limit: Int
  /// Writers that wait because the queue is full.
  public var blocked: Int
  /// Microseconds until the flusher comes round; nil when none does.
  public var nextFlush: Int64?
  public var scroll: Int

  public init(
    rows: [Row], places: Int? = nil, limit: Int, blocked: Int = 0, nextFlush: Int64? = nil,
    scroll: Int = 0
  ) {
    self.rows = rows
    self.places = places ?? rows.count { if case .lost = $0.state { false } else { true } }
    self.limit = limit
    self.blocked = blocked
    self.nextFlush = nextFlush
    self.scroll = scroll
  }

  public var title: StyledText {
    let count = "\(ClockText.grouped(places))/\(ClockText.grouped(limit))"
    var title = StyledText("queue \(count)", .heading)
    if blocked > 0 {
      let writers = blocked == 1 ? "1 writer waits" : "\(ClockText.grouped(blocked)) writers wait"
      title.append(" — " + writers, .bad)
    } else if let nextFlush {
      title.append(", flush in " + ClockText.duration(nextFlush), .dim)
    }
    return title
  }

  public var wantedRows: Int { max(2, min(12, rows.count + 1)) }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      frame.putLine(
        StyledText("no promise is open", .dim), in: rect.row(0))
      return
    }
    // Half a screen of 80 columns has room for what happens to a row, not for long heads.
    let isNarrow = rect.width < 44
    let isTight = rect.width < 32
    let head = isTight ? "" : isNarrow ? "value" : "promised"
    var columns = [
      TableColumn("  key", .share(minimum: 8)),
      TableColumn(head, .content(maximum: isNarrow ? 8 : 12)),
      TableColumn(isNarrow ? "" : "writes", .content(maximum: 6), alignment: .right),
      TableColumn("since", .content(maximum: 11)),
    ]
    if !isNarrow, rows.contains(where: { $0.stored != nil }) {
      columns.append(TableColumn("database", .content(maximum: 12)))
    }
    frame.table(
      columns, rows: rows.map { cells(of: $0, way: isTight ? 4 : 6, frame.glyphs) }, in: rect,
      scroll: scroll)
  }

  private func cells(of row: Row, way: Int, _ glyphs: Glyphs) -> [StyledText] {
    let style = self.style(of: row)
    var writes = StyledText("\(glyphs.times)\(ClockText.grouped(row.writes))", .dim)
    if row.writes > 1 {
      writes = StyledText(
        "\(glyphs.times)\(ClockText.grouped(row.writes))", row.isNew ? .acting : .strong)
    }
    return [
      StyledText("\(mark(of: row, glyphs)) \(row.key)", style),
      StyledText(row.value, row.isNew ? .acting : style),
      writes, progress(of: row, way, glyphs),
      StyledText(row.stored ?? "", row.stored == row.value ? .dim : .stale),
    ]
  }

  private func mark(of row: Row, _ glyphs: Glyphs) -> Character {
    switch row.state {
    case .waiting: glyphs.dot
    case .travelling: glyphs.arrowHeadRight
    case .lost: glyphs.cross
    }
  }

  private func style(of row: Row) -> Style {
    switch row.state {
    case .waiting: row.isNew ? .acting : .warning
    case .travelling: .moved
    case .lost(let isBright): isBright ? Style.bad.adding(.reverse) : .bad
    }
  }

  /// How long it has waited, how far it has come, or that it is gone.
  private func progress(of row: Row, _ way: Int, _ glyphs: Glyphs) -> StyledText {
    switch row.state {
    case .waiting(let age): return StyledText(ClockText.duration(age), .dim)
    case .lost: return StyledText("lost", .bad)
    case .travelling(let share):
      let place = min(way - 1, max(0, share * way / 1_000))
      var track = StyledText(String(repeating: glyphs.horizontal, count: place), .dim)
      track.append(String(glyphs.dot), .moved)
      track.append(String(repeating: glyphs.horizontal, count: way - 1 - place), .dim)
      track.append(String(glyphs.arrowHeadRight), .dim)
      return track
    }
  }
}
