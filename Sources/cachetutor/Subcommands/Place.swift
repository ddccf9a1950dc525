import ArgumentParser
import CacheEngine
import Tutor

/// Says which node owns each key, and what a change of nodes would move.
struct Place: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Say which node owns each key, and which keys a change of nodes would move.",
    discussion: """
      Keys are words, ranges such as city:1..1000, or lines of standard input (-), which are \
      answered as they come. With --then the owner afterwards stands beside the owner before. \
      Nodes are hashed by their names: for memcached clients write host:port, as they do.

        cachetutor place --nodes a,b,c city:1..12
        cachetutor place --nodes a,b,c --vnodes 150 --then +d --summary city:1..1000
        cachetutor place --scheme ketama --nodes 10.0.0.1:11211=2,10.0.0.2:11211 --csv - < keys
      """)

  @Option(help: "The rule: ring, ketama, modulo or nearest.")
  var scheme = "ring"

  @Option(help: ArgumentHelp("Nodes, each with its weight if it is not 1.", valueName: "a=2,b,c"))
  var nodes: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Who comes (+d, +d=2) and who goes (-b).", valueName: "+d|-b"))
  var then: String?

  @Option(help: ArgumentHelp("Points of a node of weight 1 on the ring.", valueName: "n"))
  var vnodes = 150

  @Flag(help: "Write key, hash and owner as comma-separated values, and no summary.")
  var csv = false

  @Flag(help: "Write only the summary: shares, and how many keys move.")
  var summary = false

  @Argument(help: ArgumentHelp("Keys, ranges, or - for standard input.", valueName: "keys"))
  var keys: [String] = ["-"]

  func run() throws {
    let report: PlaceReport
    let ranges: [KeyRange?]
    do throws(PlaceError) {
      (report, ranges) = try read()
    } catch {
      Output.complain(error.message)
      throw ExitStatus.usage
    }
    report.begin()
    for range in ranges {
      if let range { report.add(range) } else { addLines(to: report) }
    }
    report.end()
  }

  /// Everything that was typed; a range that is nil stands for standard input.
  private func read() throws(PlaceError) -> (PlaceReport, [KeyRange?]) {
    if csv, summary { throw .csvWithSummary }
    let options = PlaceOptions(scheme: scheme, nodes: nodes, then: then, vnodes: vnodes)
    let (old, new) = try options.placements()
    var ranges: [KeyRange?] = []
    for word in keys { ranges.append(word == "-" ? nil : try PlaceOptions.range(word)) }
    return (PlaceReport(old: old, new: new, form: csv ? .csv : summary ? .summary : .text), ranges)
  }

  /// One key a line; empty lines are none.
  private func addLines(to report: PlaceReport) {
    guard let input = LineReader(path: "-") else { return }
    while let line = input.nextBytes() {
      if !line.isEmpty { report.add(line) }
      // Whoever types the keys, or pipes them slowly, sees the answers at once.
      if !input.hasLine { report.flush() }
    }
  }
}
