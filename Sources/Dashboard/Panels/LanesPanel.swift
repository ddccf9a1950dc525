import Screen

// The same requests, one rule changed: what each lane has come to, number by number, and request by
// request what it met. The n-th sign of one lane stands below the n-th of the other, so that the eye
// finds where they part; the first place is marked and said.
//
//                lru      lfu
//   hits         2        3
//   lru  ○●●○○○[○]
//   lfu  ○●●○○○[●]   ● hit  ○ miss
//   ≠ first at request 7, k:1: a miss under lru, a hit under lfu

/// Lanes that differ in one rule.
public struct LanesPanel: Panel {
  public struct Row: Hashable, Sendable {
    public var name: String
    /// One value for each lane.
    public var values: [String]

    public init(_ name: String, _ values: [String]) {
      self.name = name
      self.values = values
    }

    /// One lane's value; it stands out where lanes differ.
    func cell(_ lane: Int) -> StyledText {
      StyledText(values[lane], Set(values).count > 1 ? .strong : .text)
    }
  }

  /// The first request that met something else in another lane.
  public struct Difference: Hashable, Sendable {
    /// From 1.
    public var request: Int
    public var key: String

    public init(request: Int, key: String) {
      self.request = request
      self.key = key
    }
  }

  public var names: [String]
  /// The most telling first.
  public var rows: [Row]
  /// What each request met, lane by lane, the oldest first.
  public var outcomes: [[LaneHistory.Outcome]]
  public var difference: Difference?

  public init(
    names: [String], rows: [Row], outcomes: [[LaneHistory.Outcome]] = [],
    difference: Difference? = nil
  ) {
    self.names = names
    self.rows = rows
    self.outcomes = outcomes
    self.difference = difference
  }

  public var title: StyledText {
    guard names.count > 1 else { return StyledText("lanes", .heading) }
    var title = StyledText("\(names.count) lanes", .heading)
    let counts = Set(outcomes.map(\.count))
    if let count = counts.first, counts.count == 1, count > 0 {
      title.append(
        count == 1 ? ": same request" : ": same \(ClockText.grouped(count)) requests", .heading)
    }
    return title
  }

  public var wantedRows: Int { rows.count + 1 + (outcomes.isEmpty ? 0 : names.count + 3) }

  /// What rules do not have in common: of `policy lru` and `policy lfu` the last words.
  static func difference(_ names: [String]) -> [String] {
    var words = names.map { $0.split(separator: " ") }
    // What all of them go on with does not tell them apart either.
    while let last = words.first?.last, words.allSatisfy({ $0.count > 1 && $0.last == last }) {
      for index in words.indices { words[index].removeLast() }
    }
    guard let first = words.first else { return names }
    let common = first.indices.prefix { index in
      words.allSatisfy { $0.indices.contains(index) && $0[index] == first[index] }
    }.count
    let rest = words.map { $0.dropFirst(common).joined(separator: " ") }
    return rest.contains("") ? names : rest
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard names.count > 1 else {
      frame.putLine(StyledText("only one lane runs here", .dim), in: rect.row(0))
      return
    }
    var rect = rect
    let words = sentence(frame.glyphs, width: rect.width)
    let wordRows = min(words?.count ?? 0, 2)
    if outcomes.contains(where: { !$0.isEmpty }), rect.height >= names.count + wordRows + 2 {
      for (row, line) in zip(0..., (words ?? []).prefix(wordRows)) {
        frame.putLine(line, in: rect.row(rect.height - wordRows + row))
      }
      _ = rect.takeBottom(wordRows)
      drawOutcomes(on: &frame, in: rect.takeBottom(names.count))
    }
    drawNumbers(on: &frame, in: rect)
  }

  /// A column for each lane; where they have no room, a row for each, and as many of the numbers as
  /// fit: a lane that is not seen is not compared.
  private func drawNumbers(on frame: inout Frame, in rect: Rect) {
    let (label, least) = (10, 6)
    guard label + names.count * (2 + least) > rect.width, rect.height > names.count else {
      return drawRows(on: &frame, in: rect)
    }
    let name = TableColumn("", .content(maximum: 14))
    var free = rect.width - min(14, names.map { $0.displayWidth(frame.glyphs) }.max() ?? 0)
    let fitting = rows.filter { row in
      let width = ([row.name] + row.values).map { $0.displayWidth(frame.glyphs) }.max() ?? 0
      guard width + 2 <= free else { return false }
      free -= width + 2
      return true
    }
    let cells = names.indices.map { lane in
      [StyledText(names[lane], .dim)] + fitting.map { $0.cell(lane) }
    }
    frame.table([name] + fitting.map { TableColumn($0.name) }, rows: cells, in: rect)
  }

  private func drawRows(on frame: inout Frame, in rect: Rect) {
    let columns =
      [TableColumn("", .content(maximum: 10))] + names.map { TableColumn($0, .share(minimum: 6)) }
    let cells = rows.prefix(max(0, rect.height - 1)).map { row in
      [StyledText(row.name, .dim)] + row.values.indices.map { row.cell($0) }
    }
    frame.table(columns, rows: Array(cells), in: rect)
  }

  private func drawOutcomes(on frame: inout Frame, in rect: Rect) {
    let glyphs = frame.glyphs
    let longest = names.map { $0.displayWidth(glyphs) }.max() ?? 0
    let nameWidth = min(longest, max(6, rect.width / 3)) + 1
    let legend = StyledText("\(glyphs.dot) hit \(glyphs.hollowDot) miss", .dim)
    let hasLegend = rect.width - nameWidth >= legend.width(glyphs) + 24
    let room = max(1, rect.width - nameWidth - (hasLegend ? legend.width(glyphs) + 2 : 0))
    let count = outcomes.map(\.count).max() ?? 0
    // The latest ones, unless that would hide where lanes part first and both fit.
    let first = max(0, count - room)
    for (index, lane) in outcomes.enumerated() {
      var row = rect.row(index)
      frame.putLine(StyledText(names[index], .dim), in: row.takeLeft(nameWidth).inset(right: 1))
      for place in first..<max(first, min(lane.count, first + room)) {
        let isMarked = difference.map { $0.request == place + 1 } ?? false
        let (glyph, style) = LanesPanel.sign(lane[place], glyphs)
        frame.set(
          Cell(glyph, style: isMarked ? style.adding([.underline, .reverse]) : style),
          at: row.origin.moved(dx: place - first))
      }
    }
    if hasLegend { frame.putLine(legend, in: rect.row(0), alignment: .right) }
  }

  static func sign(_ outcome: LaneHistory.Outcome, _ glyphs: Glyphs) -> (Character, Style) {
    switch outcome {
    case .pending: (glyphs.pending, .dim)
    case .hit: (glyphs.dot, .hit)
    case .miss: (glyphs.hollowDot, .miss)
    case .stale: ("!", .stale)
    case .answered: (glyphs.check, .text)
    case .failed: (glyphs.cross, .bad)
    }
  }

  /// The first request that met something else, in words, wrapped to two rows if that can be done.
  private func sentence(_ glyphs: Glyphs, width: Int) -> [StyledText]? {
    guard let difference else { return nil }
    let place = difference.request - 1
    let met = zip(names, outcomes).filter { $1.indices.contains(place) }.map {
      ($0, LanesPanel.word($1[place]))
    }
    let mark = glyphs == .ascii ? "!=" : "≠"
    let endings = [
      met.map { "\($1) under \($0)" }.joined(separator: ", "),
      // In the order of the lanes, where their names have no room.
      met.map { $1 }.joined(separator: ", "),
    ]
    let texts = endings.map { ending in
      let number = ClockText.grouped(difference.request)
      var text = StyledText("\(mark) first at request \(number), ", .accent)
      text.append(difference.key.visible(glyphs), .strong)
      text.append(": " + ending, .accent)
      return text.wrapped(toWidth: width, indent: 2, glyphs: glyphs)
    }
    return texts.first { $0.count <= 2 } ?? texts.last
  }

  private static func word(_ outcome: LaneHistory.Outcome) -> String {
    switch outcome {
    case .pending: "on its way"
    case .hit: "a hit"
    case .miss: "a miss"
    case .stale: "an old value"
    case .answered: "an answer"
    case .failed: "an error"
    }
  }
}
