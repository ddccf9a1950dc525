import Screen

// Lanes: the same requests, one rule changed. Side by side where there is room, each with its path
// and its cache; one above the other where there is not, a line of path and a line of cache each.
//
//   lru  7 asked, 2 hits   ──●───▶  ● k:1, fresh  ──────▶  ███ 3, 4 queue
//        leaves first: ▶k:3 k:4 k:1                        5 loads

extension PathPanel {
  /// One of several worlds to which the same commands go.
  public struct Lane: Hashable, Sendable {
    public var name: String
    public var asked: Int
    public var hits: Int
    public var loads: Int
    public var failed: Int
    public var focus: Focus?
    public var database: DatabaseState
    public var nodes: [CachePanel.Node]
    public var travellers: [Traveller]

    public init(
      name: String, asked: Int = 0, hits: Int = 0, loads: Int = 0, failed: Int = 0,
      focus: Focus? = nil, database: DatabaseState = DatabaseState(),
      nodes: [CachePanel.Node] = [], travellers: [Traveller] = []
    ) {
      self.name = name
      self.asked = asked
      self.hits = hits
      self.loads = loads
      self.failed = failed
      self.focus = focus
      self.database = database
      self.nodes = nodes
      self.travellers = travellers
    }
  }

  /// The columns of a lane below which they stand one above the other.
  private static let laneWidth = 34
  /// The rows of a lane that stands beside another: three of path, then its cache.
  private static let laneRows = 9

  /// The rows of the strip at a width: lanes take more than one world does.
  func rows(width: Int) -> Int {
    if lanes.isEmpty { return 3 }
    return standBeside(width: width)
      // As many as the largest cache has places, and one for who has just left.
      ? min(PathPanel.laneRows, 5 + (lanes.flatMap(\.nodes).map(\.capacity).max() ?? 1))
      : 2 * lanes.count
  }

  private func standBeside(width: Int) -> Bool {
    lanes.count == 2 && width >= 2 * PathPanel.laneWidth + 1 && isRoomy
  }

  private func standBeside(in size: Size) -> Bool {
    size.height > 4 && standBeside(width: size.width)
  }

  func laneSections(_ size: Size) -> [PanelSection] {
    guard standBeside(in: size) else { return [] }
    let half = (size.width - 1) / 2
    return [
      PanelSection(x: 0, title: StyledText(lanes[0].name, .heading)),
      PanelSection(x: half + 2, title: StyledText(lanes[1].name, .heading), lineRows: size.height),
    ]
  }

  func drawLanes(on frame: inout Frame, in rect: Rect) {
    guard standBeside(in: rect.size) else {
      drawStacked(on: &frame, in: rect)
      return
    }
    var rest = rect
    let half = (rect.width - 1) / 2
    let left = rest.takeLeft(half)
    _ = rest.takeLeft(2)
    for (lane, place) in zip(lanes, [left, rest]) { draw(lane, on: &frame, in: place) }
  }

  // MARK: one above the other

  /// Where the parts of a lane's two rows stand.
  private struct Places {
    var name: Rect
    var people: Rect
    var toCache: Rect
    var cache: Rect
    var toDatabase: Rect
    var work: Rect
    var contents: Rect
    var loads: Rect

    init(_ block: Rect, nameWidth: Int) {
      var block = block
      name = block.takeLeft(nameWidth).inset(right: 1).row(0)
      let asks = min(20, block.width * 28 / 100)
      let database = min(20, block.width * 28 / 100)
      let arrow = 8
      people = block.row(0).split(left: asks - 1).left
      var row = block.row(0)
      _ = row.takeLeft(asks)
      toCache = row.takeLeft(arrow).inset(right: 2)
      cache = row.takeLeft(max(0, block.width - asks - database - 2 * arrow)).inset(right: 1)
      toDatabase = row.takeLeft(arrow).inset(right: 2)
      work = row
      var below = block.row(1)
      loads = below.takeRight(database)
      contents = below.inset(right: 1)
    }
  }

  /// The lanes that have room, each with its places.
  private func stacked(in rect: Rect, _ glyphs: Glyphs) -> [(lane: Lane, places: Places)] {
    let longest = lanes.map { $0.name.displayWidth(glyphs) }.max() ?? 0
    let nameWidth = min(14, longest) + 2
    var rest = rect
    return lanes.map { ($0, rest.takeTop(2)) }.filter { !$1.isEmpty }.map { lane, block in
      (lane, Places(block, nameWidth: nameWidth))
    }
  }

  private func drawStacked(on frame: inout Frame, in rect: Rect) {
    let glyphs = frame.glyphs
    for (lane, places) in stacked(in: rect, glyphs) {
      frame.putLine(StyledText(lane.name, .heading), in: places.name)
      frame.putLine(people(of: lane, glyphs, width: places.people.width), in: places.people)
      drawArrows(of: lane, on: &frame, places)
      draw(lane.focus, on: &frame, in: places.cache)
      frame.putLine(work(of: lane, glyphs, width: places.work.width), in: places.work)
      frame.putLine(
        StyledText("\(ClockText.grouped(lane.loads)) \(lane.loads == 1 ? "load" : "loads")", .dim),
        in: places.loads)
      frame.putLine(contents(of: lane, glyphs), in: places.contents)
    }
  }

  private func drawArrows(of lane: Lane, on frame: inout Frame, _ places: Places) {
    draw(lane.travellers, .cache, on: &frame, in: places.toCache)
    draw(lane.travellers, .database, on: &frame, in: places.toDatabase)
  }

  /// Draws nothing but what travels, over a panel that has been drawn here before.
  ///
  /// - Returns: false where that cannot be done alone; then nothing has been drawn.
  func drawTravellers(on frame: inout Frame, in rect: Rect) -> Bool {
    guard !lanes.isEmpty, !standBeside(in: rect.size) else { return false }
    for (lane, places) in stacked(in: rect, frame.glyphs) {
      drawArrows(of: lane, on: &frame, places)
    }
    return true
  }

  /// How many have asked, and what they got: as much of it as fits.
  private func people(of lane: Lane, _ glyphs: Glyphs, width: Int) -> StyledText {
    let asked = ClockText.grouped(lane.asked)
    guard lane.asked > 0 else { return StyledText("\(asked) asked", .text) }
    let (count, word, style): (Int, String, Style) =
      lane.failed > 0
      ? (lane.failed, "failed", .bad) : (lane.hits, lane.hits == 1 ? "hit" : "hits", .hit)
    let result = StyledText("\(ClockText.grouped(count)) \(word)", style)
    let texts = [
      StyledText("\(asked) asked, ", .text) + result,
      result + StyledText(" of \(asked)", .text),
    ]
    return texts.first { $0.width(glyphs) <= width } ?? result
  }

  private func work(of lane: Lane, _ glyphs: Glyphs, width: Int) -> StyledText {
    let state = lane.database
    guard state.isUp else { return StyledText("\(glyphs.cross) away", .bad) }
    guard state.busy > 0 else { return StyledText("\(glyphs.pending) database idle", .dim) }
    let blocks = String(repeating: glyphs.fullBlock, count: min(6, state.busy))
    var text = StyledText(blocks, .bar)
    text.append(" \(state.busy)", .strong)
    guard state.queue > 0 else { return text }
    let queue = StyledText(", \(ClockText.grouped(state.queue)) queue", .queued)
    let whole = text + queue
    guard whole.width(glyphs) > width else { return whole }
    // Numbers say more than blocks do.
    return StyledText("\(state.busy) busy", .bar) + queue
  }

  /// The entries in the order in which they would leave.
  private func contents(of lane: Lane, _ glyphs: Glyphs) -> StyledText {
    var text = StyledText()
    let rows = lane.nodes.flatMap(\.rows)
    if rows.isEmpty {
      let isGone = lane.nodes.contains { $0.state == .crashed }
      return isGone ? StyledText("memory is gone", .bad) : StyledText("nothing in it", .dim)
    }
    for node in lane.nodes where !node.rows.isEmpty {
      if !text.isEmpty { text.append("  ", .dim) }
      text.append(lane.nodes.count > 1 ? "\(node.label): " : "\(node.order): ", .dim)
      text.append(CachePanel.inline(node, glyphs))
    }
    return text
  }

  private func draw(_ focus: Focus?, on frame: inout Frame, in rect: Rect) {
    guard let focus else { return }
    var line = StyledText("\(focus.state.mark(frame.glyphs)) ", focus.state.style)
    line.append(focus.key, .strong)
    let words = StyledText(", " + focus.state.word, focus.state.style)
    if (line + words).width(frame.glyphs) <= rect.width { line += words }
    frame.putLine(line, in: rect)
  }

  // MARK: side by side

  private func draw(_ lane: Lane, on frame: inout Frame, in rect: Rect) {
    let glyphs = frame.glyphs
    var rest = rect
    let path = rest.takeTop(3)
    // Numbers first: what is asked and loaded has room for hundreds, with its word.
    let side = 9
    let arrow = max(4, (path.width - 2 * side - 11) / 2)
    var columns = path
    let people = columns.takeLeft(side)
    let first = columns.takeLeft(arrow).row(0)
    let cache = columns.takeLeft(max(9, path.width - 2 * side - 2 * arrow))
    let second = columns.takeLeft(arrow).row(0)
    frame.putLine(count(lane.asked, "asked", .text, width: side), in: people.row(0))
    frame.putLine(
      count(lane.hits, lane.hits == 1 ? "hit" : "hits", lane.hits > 0 ? .hit : .dim, width: side),
      in: people.row(1))
    if lane.failed > 0 {
      frame.putLine(count(lane.failed, "failed", .bad, width: side), in: people.row(2))
    }
    draw(lane.travellers, .cache, on: &frame, in: first.inset(right: 1))
    if let focus = lane.focus {
      var line = StyledText("\(focus.state.mark(glyphs)) ", focus.state.style)
      line.append(focus.key, .strong)
      frame.putLine(line, in: cache.row(0).inset(right: 1))
      let indent = focus.state.word.count + 2 < cache.width ? "  " : ""
      frame.putLine(
        StyledText(indent + focus.state.word, focus.state.style),
        in: cache.row(1).inset(right: indent.isEmpty ? 0 : 1))
    } else {
      frame.putLine(StyledText("cache", .text), in: cache.row(0))
    }
    draw(lane.travellers, .database, on: &frame, in: second.inset(right: 1))
    let state = lane.database
    let busy =
      state.isUp
      ? StyledText(
        state.busy > 0 ? "\(state.busy) busy" : "\(glyphs.pending) idle",
        state.busy > 0 ? .bar : .dim)
      : StyledText("\(glyphs.cross) away", .bad)
    frame.putLine(busy, in: columns.row(0))
    let word = lane.loads == 1 ? "load" : "loads"
    frame.putLine(count(lane.loads, word, .dim, width: columns.width), in: columns.row(1))
    if state.queue > 0 {
      frame.putLine(count(state.queue, "queue", .queued, width: columns.width), in: columns.row(2))
    }
    drawCaches(of: lane, on: &frame, in: rest)
  }

  /// A number and its word; the number alone where both have no room.
  private func count(_ number: Int, _ word: String, _ style: Style, width: Int) -> StyledText {
    let digits = ClockText.grouped(number)
    return StyledText(digits.count + 1 + word.count <= width ? "\(digits) \(word)" : digits, style)
  }

  private func drawCaches(of lane: Lane, on frame: inout Frame, in rect: Rect) {
    let panel = CachePanel(nodes: lane.nodes)
    guard lane.nodes.count > 1 else {
      panel.draw(on: &frame, in: rect)
      return
    }
    frame.putLine(contents(of: lane, frame.glyphs), in: rect.row(0))
  }
}
