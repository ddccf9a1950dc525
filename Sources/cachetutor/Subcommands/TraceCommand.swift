import ArgumentParser
import PolicyLab

/// Says what a trace is like.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Say what a trace is like: popularity, reuse, working set, scans.",
    discussion: """
      Reads any format that simulate reads. Ctrl-C stops the reading and says what is known of \
      the part that was read.

        cachetutor trace access.log.gz
        cachetutor trace trace.csv --columns key=2 --json
        redis-cli MONITOR | cachetutor trace - --format monitor
      """)

  @Argument(help: ArgumentHelp("The trace; - is standard input.", valueName: "file"))
  var file: String?

  @OptionGroup var source: TraceOptions

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    try LabCommand.run {
      () throws(LabError) in
      var source = source
      if let file {
        guard source.trace == nil else { throw .twoTraces }
        source.trace = file
      }
      Interrupt.listen()
      let trace = try source.load(keepsPart: true)
      let isWhole = !Interrupt.isRaised
      let report = StatisticsReport(trace: trace, statistics: TraceStatistics(trace))
      if json { Output.document(report.json) } else { Output.say(report.text) }
      return isWhole ? .everything : .part
    }
  }
}
