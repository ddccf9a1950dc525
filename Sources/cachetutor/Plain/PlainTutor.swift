import Glibc
import Tutor

// The same lessons as lines of text.
//
// Nothing is drawn and nothing is taken back: text, captions and replies follow each other, for
// screen readers, for pipes and for terminals that can do nothing else.

/// The tutor as append-only lines.
struct PlainTutor {
  private var tutor: Tutor
  private let sitting: Sitting
  private var toldTask = ""
  /// Whether somebody types the lines.
  private let isTyped = isatty(0) == 1
  /// What was played and is not in the session file yet.
  private var played: [SessionEntry.Kind] = []

  init(_ tutor: Tutor, _ sitting: Sitting) {
    self.tutor = tutor
    self.sitting = sitting
  }

  /// Reads commands until the input ends or `quit`.
  mutating func run(welcome: String?) {
    if let welcome { Output.say(welcome) }
    tellOpening()
    tellTask()
    read()
  }

  /// Plays a recording to its end; what is typed afterwards goes on from there.
  mutating func run(replaying session: SessionText, _ replay: SessionReplay, path: String) {
    var replay = replay
    tellOpening()
    tellTask()
    do {
      while let step = try replay.next() {
        let run = tutor.run
        tutor = replay.tutor
        guard case .command(let line, let done) = step.kind else { continue }
        Output.say("› " + line)
        for execution in done { tell(execution) }
        if tutor.run?.stepIndex != run?.stepIndex { tellOpening() }
        tellTask()
      }
      Output.say("The recording is over; what you type goes on from here.")
    } catch {
      Output.say(error.message(path: path))
    }
    played = session.entries.prefix(replay.index).map(\.kind)
    read()
  }

  private mutating func read() {
    guard let input = LineReader(path: "-") else { return }
    while true {
      if isTyped { Output.prompt("› ") }
      guard let line = input.next() else { break }
      if !isTyped, !line.isEmpty { Output.say("› " + line) }
      guard take(line) else { break }
    }
    sitting.end(tutor)
  }

  /// Does one line; false when the sitting is over.
  private mutating func take(_ typed: String) -> Bool {
    let line = typed.isEmpty && tutor.run?.phase == .solved ? "next" : typed
    var told: [(Execution, String)] = []
    let error = PlainTutor.listening(isTyped: isTyped) { isStopped in
      TraceDesk.prepare(&tutor, for: line) { tutor in
        tutor.take(line, isStopped: isStopped) { (execution, tutor) in
          told.append((execution, ReplyText.text(execution, in: tutor)))
        }
      }
    }
    let lines = tutor.takeUnwritten()
    if !lines.isEmpty {
      sitting.write(played + lines, tutor)
      played = []
    }
    var goesOn = true
    for (execution, text) in told {
      switch execution.reply {
      case .request(.quit): goesOn = false
      case .request(.save(let path)): Output.say(sitting.saveSession(to: path, tutor))
      case .request(.forgetProgress):
        sitting.forgetProgress()
        Output.say("Everything that was solved and answered is forgotten.")
      default: if !text.isEmpty { Output.say(text) }
      }
    }
    if let error { Output.say(error.message.text) }
    for notice in sitting.takeNotices() { Output.say(notice) }
    guard goesOn else { return false }
    tellOpening()
    tellTask()
    return true
  }

  /// Does a line; where somebody types, Ctrl-C stops it while it is being done.
  private static func listening(
    isTyped: Bool, _ body: ((@Sendable (Int) -> Bool)?) -> CommandError?
  ) -> CommandError? {
    guard isTyped else { return body(nil) }
    let longRun = LongRun(
      patience: .seconds(2), interval: .seconds(10), isInterrupted: { Interrupt.isRaised }
    ) { events in
      Output.say("It takes long: \(Words.count(events, "event")) so far. Ctrl-C stops it.")
    }
    Interrupt.listen()
    defer { Interrupt.stopListening() }
    longRun.begin()
    return body { longRun.isStopped(after: $0) }
  }

  private func tell(_ execution: Execution) {
    let text = ReplyText.text(execution, in: tutor)
    if !text.isEmpty { Output.say(text) }
  }

  /// What stands above an opening, and what the opening has shown, in captions.
  private mutating func tellOpening() {
    guard let run = tutor.run, run.isOpening else { return }
    let text = Prose.plainText(run.text)
    if !text.isEmpty {
      Output.say("\n" + [run.lesson.title, tutor.whereabouts, text].joined(separator: "\n"))
    }
    tutor.finishOpening()
    let captions = Narrator.captions(of: tutor.stage.log, in: tutor.stage.world)
    let lines = captions.map { $0.line(in: tutor.stage.world) }
    for line in PlainTutor.shortened(lines) { Output.say(line) }
  }

  /// More lines than this are told by their beginning and their end: somebody listens to them.
  static let openingLimit = 40

  static func shortened(_ lines: [String]) -> [String] {
    guard lines.count > openingLimit else { return lines }
    let (first, last) = (lines.prefix(12), lines.suffix(6))
    let left = Words.count(lines.count - first.count - last.count, "more line")
    return first + ["… \(left) of the same kind"] + last
  }

  /// The task, whenever it has changed.
  private mutating func tellTask() {
    // The end of a lesson has been told by the command that led there.
    let task = tutor.run.map { $0.isFinished } ?? true ? "" : tutor.taskText
    guard task != toldTask else { return }
    toldTask = task
    guard !task.isEmpty else { return }
    Output.say("\n" + task)
    if tutor.run?.phase == .solved { Output.say("Press Enter for the next part.") }
  }
}
