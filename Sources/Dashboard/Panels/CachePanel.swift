import Screen
import Tutor

// What lies in the caches, in the order in which it would leave.
//
//   leaves first ↓  value     expires in
// ▸ user:7          Gus       48 s ▇▇▇▇
//   page:home       Welcome   60 s ▇▇▇▇▇
//
// The mark before a row says who goes next, before it goes. It is lit when the cache is full, so
// that the next newcomer really makes it leave.

/// The entries of one cache node or of several.
public struct CachePanel: Panel {
  /// One entry, or the place where one just was.
  public struct Row: Hashable, Sendable {
    public var key: String
    public var value: String
    /// Microseconds that it has left; nil when it never expires.
    public var remaining: Int64?
    /// Microseconds that it was given.
    public var lifetime: Int64?
    public var badge: Badge
    public var isVictim: Bool
    /// What has just happened to it: `hit`, `filled`, `evicted`.
    public var glow: Glow?
    /// The row in the database has another value.
    public var isStale: Bool
    /// Its value waits in the queue to be stored.
    public var isDirty: Bool

    public init(
      key: String, value: String, remaining: Int64? = nil, lifetime: Int64? = nil,
      badge: Badge = .none, isVictim: Bool = false, glow: Glow? = nil, isStale: Bool = false,
      isDirty: Bool = false
    ) {
      self.key = key
      self.value = value
      self.remaining = remaining
      self.lifetime = lifetime
      self.badge = badge
      self.isVictim = isVictim
      self.glow = glow
      self.isStale = isStale
      self.isDirty = isDirty
    }
  }

  /// What the policy has pencilled beside an entry.
  public enum Badge: Hashable, Sendable {
    case none
    case visited
    case count(Int)
    /// Asked for so many requests ago.
    case ago(Int)
    /// Not asked for in so many seconds.
    case idle(Int)
    /// Worth so much to the policy.
    case worth(Double)

    /// As it stands beside the entry.
    func text(_ glyphs: Glyphs) -> String {
      switch self {
      case .none: ""
      case .visited: "*"
      case .count(let count): "\(glyphs.times)\(ClockText.grouped(count))"
      case .ago(let count): "\(ClockText.grouped(count)) ago"
      case .idle(let seconds): "\(ClockText.grouped(seconds)) s"
      case .worth(let worth): Words.number(worth)
      }
    }

    fileprivate var isFaint: Bool {
      if case .ago = self { true } else { false }
    }
  }

  /// A word for what has just happened to an entry, and how it looks.
  public struct Glow: Hashable, Sendable {
    public var word: String
    public var style: Style

    public init(_ word: String, _ style: Style) {
      self.word = word
      self.style = style
    }

    /// Where there is no room for the word.
    func sign(_ glyphs: Glyphs) -> Character {
      switch style.role {
      case .hit: glyphs.dot
      case .fresh: "+"
      case .stale: "!"
      case .evicted, .expired: glyphs.cross
      default: "*"
      }
    }
  }

  public struct Node: Hashable, Sendable {
    public var label: String
    public var index: Int
    public var state: NodeCondition
    public var count: Int
    public var capacity: Int
    public var policy: String
    /// What the head of the key column says about the order.
    public var order: String
    public var rows: [Row]
    /// The keys that wait at the door, the first one first.
    public var door: [String]
    /// Rules of it that have just been changed.
    var changes: Set<ShownRules.Rule> = []

    public init(
      label: String, index: Int, state: NodeCondition = .up, count: Int, capacity: Int,
      policy: String, order: String = "leaves first", rows: [Row], door: [String] = []
    ) {
      self.label = label
      self.index = index
      self.state = state
      self.count = count
      self.capacity = capacity
      self.policy = policy
      self.order = order
      self.rows = rows
      self.door = door
    }
  }

  /// The node that acts first.
  public var nodes: [Node]
  public var scroll: Int

  public init(nodes: [Node], scroll: Int = 0) {
    self.nodes = nodes
    self.scroll = scroll
  }

  public var title: StyledText {
    guard let node = nodes.first else { return StyledText("cache", .heading) }
    return CachePanel.heading(of: node, style: .heading)
  }

  /// As many as there are places, within limits: what stands below must not move as entries come.
  public var wantedRows: Int {
    let most = nodes.count > 1 ? 4 : 9
    return nodes.reduce(0) {
      $0 + 1 + min($1.capacity, most) + 1 + ($1.door.isEmpty ? 0 : 1)
    } - 1
  }

  static func heading(
    of node: Node, style: Style, saysPlaces: Bool = true
  ) -> StyledText {
    var text = StyledText("cache \(node.label): ", style)
    if node.state == .up {
      let places = saysPlaces ? node.capacity == 1 ? " place" : " places" : ""
      text.append("\(ClockText.grouped(node.count)) of ", style)
      text.append(
        ClockText.grouped(node.capacity) + places,
        node.changes.contains(.capacity) ? .focused : style)
      text.append(", ", node.changes.contains(.policy) ? style : .dim)
      text.append(node.policy, node.changes.contains(.policy) ? .focused : .dim)
    } else {
      text.append(node.state.word, node.state.style)
    }
    return text
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard nodes.count > 1 else {
      if let node = nodes.first { draw(node, on: &frame, in: rect) }
      return
    }
    let rows = shownRows(height: rect.height)
    for (node, place) in zip(nodes, rows) {
      let part = Rect(
        x: rect.x, y: rect.y + place.lowerBound, width: rect.width, height: place.count)
      if place.count < 3, node.rows.count >= place.count {
        drawInline(node, on: &frame, in: part.inset(left: 1))
      } else {
        draw(node, on: &frame, in: part)
      }
    }
    let left = nodes.count - rows.count
    guard left > 0, rect.height > 0 else { return }
    let words = left == 1 ? "and 1 more node" : "and \(left) more nodes"
    frame.putLine(StyledText("  " + words, .dim), in: rect.row(rect.height - 1))
  }

  private func draw(_ node: Node, on frame: inout Frame, in rect: Rect) {
    guard !node.rows.isEmpty else {
      let words = node.state == .crashed ? "memory is gone" : "nothing in it"
      frame.putLine(StyledText("  " + words, .dim), in: rect.row(0))
      return
    }
    var body = rect
    if !node.door.isEmpty, body.height > 2 {
      var line = StyledText("  at the door: ", .dim)
      line.append(node.door.joined(separator: ", "), .accent)
      frame.putLine(line, in: body.takeBottom(1))
    }
    var node = node
    var columns = CacheColumns(width: rect.width, rows: node.rows, glyphs: frame.glyphs)
    if !columns.fitsValues {
      // A row that nobody has given a value has one that only repeats its key.
      for (index, row) in node.rows.enumerated() where row.value == "value of \(row.key)" {
        node.rows[index].value = "some"
      }
      columns = CacheColumns(width: rect.width, rows: node.rows, glyphs: frame.glyphs)
    }
    drawHead(node, columns, on: &frame, in: body.takeTop(1))
    let first = Frame.clampedScroll(scroll, count: node.rows.count, height: body.height)
    let left = node.rows.count - first
    guard left > body.height, body.height > 1 else {
      for row in 0..<min(body.height, left) {
        draw(node.rows[first + row], columns, on: &frame, in: body.row(row))
      }
      return
    }
    // Who leaves next stands at one end and who has just come at the other: what has to be left out
    // lies between them.
    let above = max(1, body.height - 2)
    let below = body.height - above - 1
    for row in 0..<above { draw(node.rows[first + row], columns, on: &frame, in: body.row(row)) }
    let hidden = ClockText.grouped(left - above - below)
    let words = "\(frame.glyphs.ellipsis) \(below > 0 ? "" : "and ")\(hidden) more"
    frame.putLine(StyledText("  " + words, .dim), in: body.row(above))
    if below > 0, let last = node.rows.last {
      draw(last, columns, on: &frame, in: body.row(body.height - 1))
    }
  }

  private func drawHead(
    _ node: Node, _ columns: CacheColumns, on frame: inout Frame, in rect: Rect
  ) {
    let isOrdered = node.order == "leaves first"
    let arrow = isOrdered ? " \(frame.glyphs.downArrow)" : ""
    let head = isOrdered && columns.isNarrow ? "leaves" : node.order
    frame.putLine(StyledText(head + arrow, .dim), in: columns.key(rect))
    frame.putLine(StyledText("value", .dim), in: columns.value(rect))
    if columns.hasBadge {
      frame.putLine(StyledText("asked", .dim), in: columns.badge(rect), alignment: .right)
    }
    let expires = columns.expiry(rect)
    frame.putLine(StyledText(expires.width < 10 ? "expires" : "expires in", .dim), in: expires)
  }

  private func draw(
    _ row: Row, _ columns: CacheColumns, on frame: inout Frame, in rect: Rect
  ) {
    let glow = row.glow
    if row.isVictim {
      frame.put(
        "\(frame.glyphs.arrowHeadRight)", at: rect.origin, style: .evicted, maxWidth: rect.width)
    }
    var key = StyledText(row.key, glow?.style ?? (row.isVictim ? .evicted : .text))
    if row.isDirty { key.append("*", .warning) }
    frame.putLine(key, in: columns.key(rect))
    var value = StyledText(row.value, row.isStale ? .stale : .text)
    if row.isStale { value.append(" !=", .stale) }
    frame.putLine(value, in: columns.value(rect))
    frame.putLine(
      StyledText(row.badge.text(frame.glyphs), row.badge.isFaint ? .dim : .accent),
      in: columns.badge(rect), alignment: .right)
    if let glow {
      frame.putLine(StyledText(glow.word, glow.style), in: columns.expiry(rect))
    } else {
      drawExpiry(row, on: &frame, in: columns.expiry(rect))
    }
  }

  private func drawExpiry(_ row: Row, on frame: inout Frame, in rect: Rect) {
    guard let remaining = row.remaining else {
      frame.putLine(StyledText("never", .dim), in: rect)
      return
    }
    guard remaining > 0 else {
      frame.putLine(StyledText("expired", .expired), in: rect)
      return
    }
    let words = ClockText.countdown(remaining)
    var rest = rect
    let width = max(4, words.count)
    frame.putLine(StyledText(words, .fresh), in: rest.takeLeft(width))
    _ = rest.takeLeft(1)
    // A bar of one block says nothing that the number does not.
    guard rest.width > 1 else { return }
    guard let lifetime = row.lifetime, lifetime > 0 else { return }
    let bars = min(5, rest.width)
    let filled = min(bars, Int((remaining * Int64(bars) + lifetime - 1) / lifetime))
    for index in 0..<max(0, bars) {
      let isFilled = index < filled
      frame.set(
        Cell(
          isFilled ? frame.glyphs.barBlock : frame.glyphs.pending,
          style: isFilled ? .fresh : .barEmpty),
        at: rest.origin.moved(dx: index))
    }
  }
}
