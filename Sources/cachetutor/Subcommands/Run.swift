import ArgumentParser
import Glibc
import LessonFiles
import Tutor

/// Executes command lines without a terminal.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Execute commands from a file or standard input, without a terminal.",
    discussion: """
      One line a command, as at the prompt; `lesson ID` does a lesson. Stops at the first line \
      that fails, with exit code 1.
      """)

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file = "-"

  @Flag(help: "Write one JSON document instead of text.")
  var json = false

  @OptionGroup var library: LibraryOptions

  func run() throws {
    var tutor = try library.load().tutor(seed: library.seed)
    guard let input = LineReader(path: file) else {
      Output.complain("\(file): \(String(cString: strerror(errno)))")
      throw ExitStatus.badFile
    }
    var results: [JSONText.Value] = []
    var failed = false
    var number = 0
    while let line = input.next() {
      number += 1
      let place = (file == "-" ? "standard input" : file) + ":\(number)"
      var isOver = false
      let error = TraceDesk.prepare(&tutor, for: line) { tutor in
        tutor.execute(line) { (execution, tutor) in
          report(execution, tutor, &results)
          if execution.reply == .request(.quit) { isOver = true }
        }
      }
      if isOver { break }
      if let error {
        report(error, line, place, &results)
        failed = true
        break
      }
    }
    if json { Output.document(JSONText.of(document(results, tutor))) }
    if failed { throw ExitStatus.failed }
  }

  private func report(
    _ execution: Execution, _ tutor: Tutor, _ results: inout [JSONText.Value]
  ) {
    let text = ReplyText.text(execution, in: tutor)
    guard json else {
      if !text.isEmpty { Output.say(text) }
      return
    }
    results.append(
      .object([
        ("line", .text(execution.invocation.text)), ("reply", .text(text)),
        ("events", .number(Int64(execution.events))),
      ]))
  }

  private func report(
    _ error: CommandError, _ line: String, _ place: String, _ results: inout [JSONText.Value]
  ) {
    let message = error.message
    guard json else {
      Output.complain("\(place): \(message.text)")
      return
    }
    results.append(
      .object([
        ("line", .text(line)), ("place", .text(place)), ("error", .text(message.headline)),
        ("detail", message.detail.map { .text($0) } ?? .nothing),
        ("fix", message.nextStep.map { .text($0) } ?? .nothing),
      ]))
  }

  private func document(_ results: [JSONText.Value], _ tutor: Tutor) -> JSONText.Value {
    let tally = tutor.stage.lesson
    let world = tutor.stage.world
    return .object([
      ("commands", .list(results)),
      (
        "result",
        .object([
          ("clock_us", .number(world.clock)),
          ("digest", .text(SessionText.hexadecimal(world.digest))),
          ("hits", .number(Int64(tally.hits))), ("misses", .number(Int64(tally.misses))),
          ("hit_ratio", tally.hitRatio.map { .ratio($0) } ?? .nothing),
          ("answered", .number(Int64(tally.answered))), ("failed", .number(Int64(tally.failed))),
          ("loads", .number(Int64(tally.loads))), ("stores", .number(Int64(tally.stores))),
          ("evicted", .number(Int64(tally[.evicted]))),
          ("p50_us", tally.percentile(50).map { .number($0) } ?? .nothing),
          ("p99_us", tally.percentile(99).map { .number($0) } ?? .nothing),
          ("slowest_us", tally.slowest.map { .number($0) } ?? .nothing),
        ])
      ),
    ])
  }
}
