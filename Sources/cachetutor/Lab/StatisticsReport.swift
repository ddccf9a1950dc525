import PolicyLab
import Tutor

/// What a trace is like, in words and bars.
struct StatisticsReport {
  let trace: LabTrace
  let statistics: TraceStatistics

  private static let barWidth = 36

  var text: String {
    var lines = TraceSummary.lines(of: trace)
    lines += [""] + facts + [""] + reuse + [""] + windows
    lines += scans
    if !trace.sampling.isAll {
      lines += ["", "Of a sample of keys: distances are to be multiplied by \(factor)."]
    }
    return lines.joined(separator: "\n")
  }

  private var factor: String { LabWords.tenths(1 / trace.sampling.rate) }

  private var facts: [String] {
    let once = Double(statistics.onceOnly) / Double(max(1, statistics.keys))
    let onceRequests = Double(statistics.onceOnly) / Double(max(1, statistics.requests))
    var rows = [
      [
        "asked for once",
        "\(Words.count(statistics.onceOnly, "key")) (\(LabWords.percent(once))), "
          + "\(LabWords.percent(onceRequests)) of the requests",
      ],
      [
        "popularity",
        (statistics.skew.map { "rank k is asked for like 1 ÷ k^\(LabWords.hundredths($0)); " } ?? "")
          + "the top 1 % of the keys take \(LabWords.percent(statistics.topShare))",
      ],
    ]
    if trace.hasSizes {
      rows.append([
        "entry size", "\(ByteAmount.text(trace.keyBytes / max(1, trace.keys))) on average",
      ])
    }
    if let span = trace.span, span.upperBound > span.lowerBound {
      let seconds = Double(span.upperBound - span.lowerBound) / 1_000
      let rate = Double(trace.requestsRead) / seconds
      rows.append([
        "time",
        "\(LabWords.span(seconds: seconds)), \(LabWords.tenths(rate)) requests a second",
      ])
    }
    return TextTable.lines(heads: [.left(""), .left("")], rows: rows).dropFirst().map { $0 }
  }

  private var reuse: [String] {
    let again = statistics.requests - statistics.keys
    var rows: [[String]] = []
    let most = statistics.reuse.map(\.requests).max() ?? 1
    var sum = 0
    for bin in statistics.reuse {
      sum += bin.requests
      let share = Double(bin.requests) / Double(max(1, statistics.requests))
      rows.append([
        CapacityWords.short(bin.distances.upperBound, .entries), LabWords.percent(share),
        LabWords.percent(1 - Double(sum) / Double(max(1, statistics.requests))),
        bar(bin.requests, of: most),
      ])
    }
    return [
      "Reuse: how many keys, itself among them, are asked for until a key is again",
      "  (\(Words.count(again, "request")); the rest are first ones)",
    ]
      + TextTable.lines(
        heads: [.right("up to"), .right("requests"), .right("lru misses"), .left("")], rows: rows)
  }

  private var windows: [String] {
    let most = statistics.windows.map(\.keys).max() ?? 1
    let rows = statistics.windows.map { window in
      [
        CapacityWords.short(window.requests.upperBound, .entries), Words.count(window.keys),
        Words.count(window.newKeys), bar(window.keys, of: most),
      ]
    }
    return ["Working set: different keys in each part of the trace"]
      + TextTable.lines(
        heads: [.right("to request"), .right("keys"), .right("new"), .left("")], rows: rows)
  }

  private var scans: [String] {
    let found = statistics.scans
    guard !found.isEmpty else { return ["", "Scans: none found"] }
    let requests = found.reduce(0) { $0 + $1.count }
    let share = Double(requests) / Double(max(1, statistics.requests))
    var lines = [
      "",
      "\(Words.count(found.count, "scan")): \(Words.count(requests, "request")) "
        + "(\(LabWords.percent(share))) for keys that nobody had asked for lately",
    ]
    for scan in found.prefix(10) {
      lines.append(
        "  requests \(Words.count(scan.lowerBound + 1)) to \(Words.count(scan.upperBound)): "
          + Words.count(scan.count))
    }
    if found.count > 10 { lines.append("  and \(found.count - 10) more") }
    return lines
  }

  private func bar(_ number: Int, of most: Int) -> String {
    let eighths = number * StatisticsReport.barWidth * 8 / max(1, most)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  var json: String {
    JSONText.of(
      .object([
        ("trace", TraceSummary.json(of: trace)),
        ("once_only", .number(Int64(statistics.onceOnly))),
        ("skew", statistics.skew.map { .ratio($0) } ?? .nothing),
        ("top_percent_share", .ratio(statistics.topShare)),
        (
          "reuse",
          .list(
            statistics.reuse.map {
              .object([
                ("from", .number(Int64($0.distances.lowerBound))),
                ("to", .number(Int64($0.distances.upperBound))),
                ("requests", .number(Int64($0.requests))),
              ])
            })
        ),
        (
          "windows",
          .list(
            statistics.windows.map {
              .object([
                ("to", .number(Int64($0.requests.upperBound))), ("keys", .number(Int64($0.keys))),
                ("new_keys", .number(Int64($0.newKeys))),
              ])
            })
        ),
        (
          "scans",
          .list(
            statistics.scans.map {
              .list([.number(Int64($0.lowerBound)), .number(Int64($0.upperBound))])
            })
        ),
      ]))
  }
}
