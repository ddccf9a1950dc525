import ArgumentParser
import LessonFiles
import PolicyLab
import Screen

/// Draws miss-ratio curves.
struct Curve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curve",
    abstract: "Draw how misses fall as a cache grows, policy by policy.",
    discussion: """
      LRU is exact at every capacity, in one pass. The other policies run on a sample of the \
      keys, and how far that is off is said; --exact lets them run on everything.

        cachetutor curve --workload zipf:keys=1M,requests=10M --policy lru,fifo,opt
        cachetutor curve --trace access.log.gz --svg curve.svg
        cachetutor curve --trace big.oracleGeneral.zst --sample 1% --policy lru --csv
      """)

  @OptionGroup var source: TraceOptions

  @Option(help: ArgumentHelp("Policies, or all; opt knows the future.", valueName: "lru,lfu"))
  var policy = "opt,lru,fifo"

  @Option(help: ArgumentHelp("At how many capacities.", valueName: "n"))
  var points = 60

  @Flag(help: "Count capacities in bytes: entries are as large as the trace says.")
  var bytes = false

  @Flag(help: "Run every policy on every request.")
  var exact = false

  @Option(help: ArgumentHelp("Where the lots of policies that draw start.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write the picture as a vector file as well.", valueName: "file"))
  var svg: String?

  @Flag(help: "Write one JSON document.")
  var json = false

  @Flag(help: "Write comma-separated values, a row for each point.")
  var csv = false

  func run() throws {
    try LabCommand.run {
      () throws(LabError) in
      if json, csv { throw .twoForms }
      let contenders = try StudyOptions.contenders(policy)
      guard (2...1_000).contains(points) else { throw .badPoints(points) }
      Interrupt.listen()
      let trace = try source.load()
      if bytes, !trace.hasSizes { throw .noSizes("--bytes") }
      let study = CurveStudy(
        trace, by: bytes ? .bytes : .entries, contenders: contenders, points: points,
        isExact: exact, seed: seed)
      let report = CurveReport(study, outcomes: LabCommand.outcomes(of: study))
      guard !report.curves.isEmpty else { return .nothing }
      try write(report)
      return report.isWhole ? .everything : .part
    }
  }

  private func write(_ report: CurveReport) throws(LabError) {
    if let svg {
      do throws(FileError) {
        try DocumentFile.write(report.svg, to: svg)
      } catch {
        throw .picture(error)
      }
    }
    if json {
      Output.document(report.json)
    } else if csv {
      Output.document(report.csv)
    } else {
      let size = Size(width: 78, height: 19)
      if let theme = Output.theme {
        Output.document(report.text(size, Output.glyphs, theme))
      } else {
        Output.say(report.text(size, Output.glyphs))
      }
    }
  }
}
