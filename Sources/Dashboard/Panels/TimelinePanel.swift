import Screen

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

  public init(
    hits: [Int] = [], loads: [Int] = [], queue: [Int] = [], slice: Int64 = 10_000,
    hitRatio: Double? = nil, percentiles: [Int64] = []
  ) {
    self.hits = hits
    self.loads = loads
    self.queue = queue
    self.slice = slice
    self.hitRatio = hitRatio
    self.percentiles = percentiles
  }

  public var title: StyledText {
    var title = StyledText("timeline", .heading)
    title.append(", \(ClockText.duration(slice)) a column", .dim)
    return title
  }

  public var wantedRows: Int { 7 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let numbers = rest.takeBottom(rect.height > 3 ? 1 : 0)
    let series: [(String, [Int], Style)] = [
      ("hits", hits, .hit), ("loads", loads, .miss), ("queue", queue, .queued),
    ]
    let height = max(1, rest.height / series.count)
    for (name, values, style) in series {
      var row = rest.takeTop(min(height, rest.height))
      guard row.height > 0 else { continue }
      let peak = values.max() ?? 0
      frame.putLine(StyledText(name, .dim), in: row.takeLeft(7).row(0))
      let most = "\(ClockText.grouped(peak))"
      frame.putLine(
        StyledText(most, .dim), in: row.takeRight(max(5, most.count)).row(0), alignment: .right)
      _ = row.takeRight(1)
      frame.sparkline(values, in: row, style: style)
    }
    drawNumbers(on: &frame, in: numbers)
  }

  private func drawNumbers(on frame: inout Frame, in rect: Rect) {
    var text = StyledText()
    if let hitRatio {
      let percent = Int((hitRatio * 1_000).rounded())
      text.append("hit ratio ", .dim)
      text.append("\(percent / 10).\(percent % 10) %   ", .strong)
    }
    for (name, value) in zip(["p50", "p95", "p99", "slowest"], percentiles) {
      text.append(name + " ", .dim)
      text.append(ClockText.milliseconds(value) + "  ", .strong)
    }
    frame.putLine(text, in: rect.row(0))
  }
}
