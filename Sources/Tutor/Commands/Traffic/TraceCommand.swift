import CacheEngine
import Simulation

// Recorded traffic.
//
// No command reads a file: the front end does, before it executes the line, and hands in what it
// has found as `trace add` commands. So a session holds the requests themselves and can be played
// where the file is not, or has changed.

/// `trace NAME [N] [from=N]` plays recorded requests; `trace add NAME KEY…` records some.
enum TraceCommand {
  static let row = Command(
    "trace", family: .traffic,
    parameters: [
      Parameter("TRACE", .trace, "its name, or a file: ids, CSV, MONITOR, access log …"),
      .optional("N", .count(1...KeyTrace.limit), "how many requests; all without it"),
      .option("from", .count(1...KeyTrace.limit), "the request to begin with; the first is 1"),
      .option(
        "rate", .rate, "requests a second, whatever the answers do; without it, one after the other"
      ),
    ],
    summary: "Sends the requests of a recorded trace, of yours or of a lesson's.",
    cost: "until all are answered", concept: "traffic",
    examples: [
      CommandExample(
        "trace add mine a b a c a ; trace mine",
        "5 answered, 2 hits, 3 misses, 3 loads\nmean 61 ms, slowest 102 ms")
    ], apply: play)

  static let add = Command(
    "trace add", family: .lessons,
    parameters: [
      Parameter("NAME", .text, "what the trace is called; a new name begins a new one"),
      Parameter.many("KEY", .keys, "a key, or a range of keys"),
    ],
    summary: "Puts requests at the end of a trace; trace NAME plays it.", concept: "traffic",
    examples: [
      CommandExample("trace add mine a b a city:1..4", "mine: 7 requests for 6 keys")
    ], isUndoable: false, apply: extend)

  private static func play(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let name = arguments.text("TRACE")
    guard let trace = tutor.trace(name) else {
      throw .unknownTrace(
        name, known: tutor.traces.map(\.name), at: arguments.place(of: "TRACE"))
    }
    let start = (arguments.optionalCount("from") ?? 1) - 1
    guard start < trace.count else {
      throw .beyondTrace(name, count: trace.count, at: arguments.place(of: "from"))
    }
    let end = min(trace.count, start + (arguments.optionalCount("N") ?? trace.count))
    let keys = trace.symbols(of: start..<end) { tutor.stage.world.intern($0) }
    tutor.stage.world.makeRows(keys)
    let group = tutor.stage.world.start(
      KeysWorkload(keys: keys), TrafficOptions(rate: arguments.optionalCount("rate")))
    return CommandOutcome(.ok, run: .group(group))
  }

  private static func extend(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let name = arguments.text("NAME")
    var trace = tutor.trace(name) ?? KeyTrace(name: name)
    let ranges = arguments.keys("KEY")
    guard trace.count + ranges.reduce(0, { $0 + $1.count }) <= KeyTrace.limit else {
      throw .fullTrace(name, limit: KeyTrace.limit, at: arguments.place(of: "KEY"))
    }
    guard trace.count > 0 || tutor.traces.count < Tutor.traceLimit else {
      throw .tooManyTraces(limit: Tutor.traceLimit, at: arguments.place(of: "NAME"))
    }
    for range in ranges {
      for key in range.keys { trace.append(key) }
    }
    tutor.put(trace)
    return CommandOutcome(.text("\(name): \(trace.extent)"))
  }
}

extension KeyTrace {
  /// How much it is, in words.
  var extent: String {
    "\(Words.count(count, "request")) for \(Words.count(keys.count, "key"))"
  }
}
