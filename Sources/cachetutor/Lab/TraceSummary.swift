import PolicyLab
import Tutor

/// What a trace is, in a few words.
enum TraceSummary {
  static func lines(of trace: LabTrace) -> [String] {
    var first =
      "\(trace.name): \(Words.count(trace.requests, "request")) for "
      + "\(Words.count(trace.keys, "key"))"
    if trace.hasSizes { first += ", \(ByteAmount.text(trace.keyBytes)) together" }
    var lines = [first]
    if !trace.sampling.isAll {
      lines.append(
        "  a sample of \(LabWords.percent(trace.sampling.rate)) of the keys, out of "
          + Words.count(trace.requestsRead, "request"))
    }
    var left: [String] = []
    if trace.skipped > 0 {
      left.append("\(Words.count(trace.skipped, "record")) that are no reads")
    }
    if trace.broken > 0 { left.append(Words.count(trace.broken, "broken record")) }
    if !left.isEmpty { lines.append("  left out: " + left.joined(separator: ", ")) }
    return lines
  }

  static func json(of trace: LabTrace) -> JSONText.Value {
    .object([
      ("name", .text(trace.name)),
      ("requests", .number(Int64(trace.requests))),
      ("keys", .number(Int64(trace.keys))),
      ("bytes", trace.hasSizes ? .number(Int64(trace.keyBytes)) : .nothing),
      ("sample", .ratio(trace.sampling.rate)),
      ("requests_read", .number(Int64(trace.requestsRead))),
      ("left_out", .number(Int64(trace.skipped))),
      ("broken", .number(Int64(trace.broken))),
    ])
  }
}
