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

  init(_ tutor: Tutor, _ sitting: Sitting) {
    self.tutor = tutor
    self.sitting = sitting
  }

  /// Reads commands until the input ends or `quit`.
  mutating func run(welcome: String?, replaying lines: [String] = []) {
    if let welcome { Output.say(welcome) }
    tellOpening()
    tellTask()
    for line in lines {
      Output.say("› " + line)
      guard take(line, isRecorded: false) else { break }
    }
    guard let input = LineReader(path: "-") else { return }
    let isTyped = isatty(0) == 1
    while true {
      if isTyped { Output.prompt("› ") }
      guard let line = input.next() else { break }
      if !isTyped, !line.isEmpty { Output.say("› " + line) }
      guard take(line, isRecorded: true) else { break }
    }
    sitting.checkpoint(tutor)
    sitting.save(tutor.progress, tutor)
  }

  /// Does one line; false when the sitting is over.
  private mutating func take(_ typed: String, isRecorded: Bool) -> Bool {
    let line = typed.isEmpty && tutor.run?.phase == .solved ? "next" : typed
    let (done, error) = tutor.execute(line)
    let lines = tutor.takeUnwritten()
    if isRecorded { sitting.write(lines, tutor) }
    var goesOn = true
    for execution in done {
      switch execution.reply {
      case .request(.quit): goesOn = false
      case .request(.save(let path)): Output.say(sitting.saveSession(to: path, tutor))
      case .request(.forgetProgress): sitting.forgetProgress()
      default:
        let text = ReplyText.text(execution, in: tutor)
        if !text.isEmpty { Output.say(text) }
      }
    }
    if let error { Output.say(PlainTutor.text(error, line)) }
    for notice in sitting.takeNotices() { Output.say(notice) }
    guard goesOn else { return false }
    tellOpening()
    tellTask()
    return true
  }

  private static func text(_ error: CommandError, _ line: String) -> String {
    error.message.text
  }

  /// What an opening has shown, in captions.
  private mutating func tellOpening() {
    guard tutor.run?.isOpening == true else { return }
    tutor.finishOpening()
    let captions = Narrator.captions(of: tutor.stage.log.events, in: tutor.stage.world)
    for caption in captions { Output.say(caption.line(in: tutor.stage.world)) }
  }

  /// The task, whenever it has changed.
  private mutating func tellTask() {
    let task = tutor.run == nil ? "" : tutor.taskText
    guard task != toldTask else { return }
    toldTask = task
    Output.say("\n" + task)
    if tutor.run?.phase == .solved { Output.say("Press Enter for the next part.") }
  }
}
