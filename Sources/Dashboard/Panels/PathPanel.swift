import Screen

// What happens, as a strip: people, the arrow to the caches, the arrow to the database.
//
//   200 people              cache A                   database, 20 at a time
//   20 answered      ───▶   ● page:home, fresh  ───▶  ████████████████████ 20
//  180 waiting                                        160 queue behind them
//
// Every picture has its number beside it. What travels is what happened: a dot goes along an arrow
// when requests do, and an arrow on which nothing happens is calm.

/// Where requests come from, where they turn round, where they wait.
public struct PathPanel: Panel {
  /// The people who ask.
  public struct People: Hashable, Sendable {
    public var asked = 0
    public var answered = 0
    public var failed = 0
    public var waiting = 0
    /// What a single person is asking for: `asks user:7`.
    public var question: String?
    /// How long they wait and how often they try again; nil when they wait for ever.
    var patience: String?
    /// Application servers between them and the caches.
    var servers = 1
    /// Rules of theirs that have just been changed.
    var changes: Set<ShownRules.Rule> = []

    public init(
      asked: Int = 0, answered: Int = 0, failed: Int = 0, waiting: Int = 0, question: String? = nil
    ) {
      self.asked = asked
      self.answered = answered
      self.failed = failed
      self.waiting = waiting
      self.question = question
    }
  }

  /// One cache node.
  public struct Node: Hashable, Sendable {
    public var label: String
    public var index: Int
    public var state: NodeCondition
    public var count: Int

    public init(label: String, index: Int, state: NodeCondition = .up, count: Int = 0) {
      self.label = label
      self.index = index
      self.state = state
      self.count = count
    }
  }

  /// What a cache has of the key that everybody looks at.
  public struct Focus: Hashable, Sendable {
    public var node: Int
    public var key: String
    public var state: KeyCondition
    /// Time that it has left, or nothing.
    public var detail: String

    public init(node: Int, key: String, state: KeyCondition, detail: String = "") {
      self.node = node
      self.key = key
      self.state = state
      self.detail = detail
    }
  }

  public struct DatabaseState: Hashable, Sendable {
    public var workers: Int
    public var busy: Int
    public var queue: Int
    public var isUp: Bool
    /// Its rules have just been changed.
    var isChanged = false

    public init(workers: Int = 20, busy: Int = 0, queue: Int = 0, isUp: Bool = true) {
      self.workers = workers
      self.busy = busy
      self.queue = queue
      self.isUp = isUp
    }
  }

  public var people: People
  public var nodes: [Node]
  public var focus: Focus?
  /// How the last request ended: `HIT 1 ms`.
  public var verdict: StyledText?
  public var database: DatabaseState
  public var travellers: [Traveller]
  public var hasCaches: Bool
  /// Several worlds to which the same commands go; none while there is only one.
  public var lanes: [Lane] = []
  /// Whether lanes may stand side by side.
  public var isRoomy = false
  /// How many requests every lane has got.
  public var arrivals = 0
  /// What a look into a cache costs, where that is not what it usually is.
  var cost: String?
  var isCostChanged = false

  public init(
    people: People, nodes: [Node], focus: Focus? = nil, verdict: StyledText? = nil,
    database: DatabaseState, travellers: [Traveller] = [], hasCaches: Bool = true
  ) {
    self.people = people
    self.nodes = nodes
    self.focus = focus
    self.verdict = verdict
    self.database = database
    self.travellers = travellers
    self.hasCaches = hasCaches
  }

  public var title: StyledText {
    var title = StyledText("what happens", .heading)
    guard !lanes.isEmpty else { return title }
    title.append(" in \(lanes.count) lanes", .heading)
    if arrivals > 0 {
      let word = arrivals == 1 ? "request" : "requests"
      title.append(", \(ClockText.grouped(arrivals)) \(word) each", .dim)
    }
    return title
  }

  public var wantedRows: Int { lanes.isEmpty ? 3 : 2 * lanes.count }

  public func sections(_ size: Size, glyphs: Glyphs) -> [PanelSection] {
    lanes.isEmpty ? [] : laneSections(size)
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard lanes.isEmpty else {
      drawLanes(on: &frame, in: rect)
      return
    }
    let columns = PathColumns(width: rect.width)
    drawPeople(on: &frame, in: columns.people(rect))
    if hasCaches {
      drawArrow(.cache, on: &frame, in: columns.firstArrow(rect))
      drawCaches(on: &frame, in: columns.caches(rect))
      drawArrow(.database, on: &frame, in: columns.secondArrow(rect))
    } else {
      drawArrow(.database, on: &frame, in: columns.wholeArrow(rect))
    }
    drawDatabase(on: &frame, in: columns.database(rect))
  }

  private func drawPeople(on frame: inout Frame, in rect: Rect) {
    guard people.asked > 0 else {
      var head = StyledText("people", .text)
      // One server is what everybody expects, unless somebody has just chosen it.
      if people.servers > 1 || people.changes.contains(.servers) {
        let words = "\(people.servers) server\(people.servers == 1 ? "" : "s")"
        head.append(", ", .dim)
        head.append(words, people.changes.contains(.servers) ? .focused : .dim)
      }
      frame.putLine(head, in: rect.row(0))
      frame.putLine(StyledText("nobody is asking", .dim), in: rect.row(1))
      let isNew = people.changes.contains(.client)
      if let patience = people.patience ?? (isNew ? "wait for ever" : nil) {
        frame.putLine(StyledText(patience, isNew ? .focused : .dim), in: rect.row(2))
      }
      return
    }
    if people.asked == 1, let question = people.question {
      frame.putLine(StyledText("1 person"), in: rect.row(0))
      frame.putLine(StyledText(question, .strong), in: rect.row(1))
      let state: StyledText =
        people.waiting > 0
        ? StyledText("waiting", .queued)
        : people.failed > 0 ? StyledText("no answer", .bad) : StyledText("answered", .good)
      frame.putLine(verdict ?? state, in: rect.row(2))
      return
    }
    let width = max(4, ClockText.grouped(people.asked).count)
    func line(_ count: Int, _ word: String, _ style: Style) -> StyledText {
      let number = ClockText.grouped(count).padded(toWidth: width, alignment: .right)
      return StyledText(number + " " + word, style)
    }
    let who = people.asked == 1 ? "person" : "people"
    frame.putLine(line(people.asked, who, .text), in: rect.row(0))
    frame.putLine(
      line(people.answered, "answered", people.answered > 0 ? .good : .dim), in: rect.row(1))
    var last: StyledText
    if people.waiting > 0, people.failed > 0 {
      last = line(people.waiting, "wait", .queued) + StyledText(", \(people.failed) fail", .bad)
    } else if people.failed > 0 {
      last = line(people.failed, "failed", .bad)
    } else {
      last = line(people.waiting, "waiting", people.waiting > 0 ? .queued : .dim)
    }
    frame.putLine(last, in: rect.row(2))
  }

  private func drawArrow(
    _ segment: Traveller.Segment, on frame: inout Frame, in rect: Rect
  ) {
    guard rect.height > 0 else { return }
    let row = min(1, rect.height - 1)
    draw(travellers, segment, on: &frame, in: rect.row(row), numbersAbove: row)
  }

  private func drawCaches(on frame: inout Frame, in rect: Rect) {
    guard nodes.count != 1, let first = nodes.first else {
      drawOneCache(on: &frame, in: rect)
      return
    }
    let label = focus.flatMap { focus in nodes.first { $0.index == focus.node } } ?? first
    var heads = StyledText("cache ")
    for node in nodes {
      let isHere = focus?.node == node.index
      heads.append(node.label, isHere ? .node(node.index).adding(.bold) : .node(node.index))
      heads.append(node.state == .up ? " " : "\(node.state.mark(frame.glyphs)) ", .bad)
    }
    frame.putLine(heads, in: rect.row(0))
    drawFocus(on: &frame, in: rect, prefix: label.label + " ")
  }

  private func drawOneCache(on frame: inout Frame, in rect: Rect) {
    var head = StyledText("cache")
    if let node = nodes.first {
      head.append(" " + node.label)
      if node.state != .up {
        head.append(" " + node.state.word, .bad)
      } else if let cost {
        head.append(", ", .dim)
        head.append(cost, isCostChanged ? .focused : .dim)
      }
    }
    frame.putLine(head, in: rect.row(0))
    drawFocus(on: &frame, in: rect, prefix: "")
  }

  private func drawFocus(on frame: inout Frame, in rect: Rect, prefix: String) {
    guard let focus else { return }
    let mark = focus.state.mark(frame.glyphs)
    var line = StyledText("\(mark) \(prefix)", focus.state.style)
    line.append(focus.key, .strong)
    let detail = focus.detail.isEmpty ? focus.state.word : "\(focus.state.word), \(focus.detail)"
    let whole = line + StyledText(", " + focus.state.word, focus.state.style)
    if whole.width(frame.glyphs) < rect.width, focus.detail.isEmpty || rect.height < 3 {
      frame.putLine(whole, in: rect.row(1))
    } else {
      frame.putLine(line, in: rect.row(1))
      frame.putLine(StyledText("  " + detail, focus.state.style), in: rect.row(2))
    }
  }

  private func drawDatabase(on frame: inout Frame, in rect: Rect) {
    guard database.isUp else {
      frame.putLine(StyledText("database"), in: rect.row(0))
      frame.putLine(StyledText("\(frame.glyphs.cross) away", .bad), in: rect.row(1))
      return
    }
    let head =
      StyledText("database, ")
      + StyledText("\(database.workers) at a time", database.isChanged ? .focused : .text)
    frame.putLine(head, in: rect.row(0))
    let row = rect.row(1)
    if database.busy > 0 {
      let number = " \(database.busy)"
      let room = max(0, min(24, row.width - number.count))
      let blocks =
        database.workers <= room
        ? database.busy : max(1, database.busy * room / max(1, database.workers))
      frame.blocks(blocks, in: Rect(x: row.x, y: row.y, width: room, height: row.height))
      frame.put(
        number, at: row.origin.moved(dx: min(blocks, room)), style: .strong,
        maxWidth: row.width - min(blocks, room))
    } else {
      frame.putLine(StyledText("\(frame.glyphs.pending) idle", .dim), in: row)
    }
    if database.queue > 0 {
      let words = database.queue == 1 ? "queues behind them" : "queue behind them"
      frame.putLine(StyledText("\(database.queue) \(words)", .queued), in: rect.row(2))
    }
  }
}
