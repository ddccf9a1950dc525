import ArgumentParser
import CacheEngine
import PolicyLab

/// Races policies at several capacities on one trace.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Race eviction policies on a trace, at several capacities.",
    discussion: """
      For each capacity the table says how much every policy misses, how far it is from Bélády's \
      rule, which knows the future, and what that means in time. Ctrl-C prints what is known so \
      far.

        cachetutor simulate --workload zipf:keys=1M,requests=10M --policy lru,lfu
        cachetutor simulate --trace access.log.gz --capacity 1%,10%,64MiB
        cachetutor simulate --trace trace.csv --columns key=2,size=3 --csv > misses.csv
        redis-cli MONITOR | cachetutor simulate --trace - --format monitor --limit 1M
      """)

  @OptionGroup var source: TraceOptions
  @OptionGroup var options: StudyOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write comma-separated values, a row for each run.")
  var csv = false

  func run() throws {
    try LabCommand.run {
      () throws(LabError) in
      if json, csv { throw .twoForms }
      try options.check()
      Interrupt.listen()
      let trace = try source.load()
      let (unit, capacities) = try options.capacities(for: trace)
      let study = Study(
        PreparedTrace(trace, by: unit), contenders: try options.contenders(),
        capacities: capacities, seed: options.seed)
      let report = StudyReport(
        study, results: LabCommand.results(of: study), latencies: try options.latencies())
      guard !report.rows.isEmpty else { return .nothing }
      if json {
        Output.document(report.json)
      } else if csv {
        Output.document(report.csv)
      } else {
        Output.say(report.text)
      }
      return report.isWhole ? .everything : .part
    }
  }
}
