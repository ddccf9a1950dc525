import Screen
import Tutor

// The last stretch of time, one column a slice of it. It stands on the screen only when a lesson has
// taught its numbers, or when somebody asks for it.

/// Hits, loads and the queue over time, and how long answers took.
public struct TimelinePanel: Panel {
  /// Counts a slice of time, oldest first.
  public var hits: [Int]
  public var loads: [Int]
  public var queue: [Int]
  /// How long one slice is, in microseconds.
  public var slice: Int64
  public var hitRatio: Double?
  /// Latencies in microseconds: p50, p95, p99, slowest.
  public var percentiles: [Int64]
  /// Queries a second at the database.
  public var databaseRate: Double?

  public init(
    hits: [Int] = [], loads: [Int] = [], queue: [Int] = [], slice: Int64 = 10_000,
    hitRatio: Double? = nil, percentiles: [Int64] = [], databaseRate: Double? = nil
  ) {
    self.hits = hits
    self.loads = loads
    self.queue = queue
    self.slice = slice
    self.hitRatio = hitRatio
    self.percentiles = percentiles
    self.databaseRate = databaseRate
  }

  public var title: StyledText { title(slices: 1) }

  private func title(slices: Int) -> StyledText {
    var title = StyledText("timeline", .heading)
    title.append(", \(ClockText.duration(slice * Int64(slices))) a column", .dim)
    return title
  }

  public func sections(_ size: Size, glyphs: Glyphs) -> [PanelSection] {
    [PanelSection(title: title(slices: slices(width: size.width)))]
  }

  /// The columns before and behind a chart: its name, and its peak.
  private static let margins = 7 + 6

  /// How many slices share a column, so that all of them fit.
  private func slices(width: Int) -> Int {
    let room = max(1, width - TimelinePanel.margins)
    let count = max(hits.count, loads.count, queue.count)
    return max(1, (count + room - 1) / room)
  }

  /// What is counted is summed up, a length is as long as it ever was.
  private static func merged(_ values: [Int], by slices: Int, isLength: Bool) -> [Int] {
    guard slices > 1 else { return values }
    let first = values.count % slices
    let starts = (first > 0 ? [0] : []) + Array(stride(from: first, to: values.count, by: slices))
    return starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : values.count
      let part = values[start..<end]
      return isLength ? part.max() ?? 0 : part.reduce(0, +)
    }
  }

  public var wantedRows: Int { 7 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let lines = numberLines(width: rect.width)
    let numbers = rest.takeBottom(min(lines.count, max(0, rect.height - 3)))
    for (row, line) in lines.enumerated() { frame.putLine(line, in: numbers.row(row)) }
    let series: [(String, [Int], Style)] = [
      ("hits", hits, .hit), ("loads", loads, .miss), ("queue", queue, .queued),
    ]
    let height = max(1, rest.height / series.count)
    let slices = slices(width: rect.width)
    for (name, all, style) in series {
      let values = TimelinePanel.merged(all, by: slices, isLength: name == "queue")
      var row = rest.takeTop(min(height, rest.height))
      guard row.height > 0 else { continue }
      let peak = values.max() ?? 0
      frame.putLine(StyledText(name, .dim), in: row.takeLeft(7).row(0))
      let most = "\(ClockText.grouped(peak))"
      frame.putLine(
        StyledText(most, .dim), in: row.takeRight(5).row(0), alignment: .right)
      _ = row.takeRight(1)
      frame.sparkline(values, in: row, style: style)
    }
  }

  /// The numbers beside each other, as many as fit in a row.
  private func numberLines(width: Int) -> [StyledText] {
    var numbers: [(String, String)] = []
    if let hitRatio { numbers.append(("hit ratio", Words.ratio(hitRatio))) }
    if let databaseRate { numbers.append(("database", ClockText.rate(databaseRate))) }
    for (name, value) in zip(["p50", "p95", "p99", "slowest"], percentiles) {
      numbers.append((name, ClockText.milliseconds(value)))
    }
    var lines: [StyledText] = []
    for (name, value) in numbers {
      var text = StyledText(name + " ", .dim)
      text.append(value, .strong)
      if let last = lines.last, last.width() + 3 + text.width() <= width {
        lines[lines.count - 1] += StyledText("   ") + text
      } else {
        lines.append(text)
      }
    }
    return lines
  }
}
