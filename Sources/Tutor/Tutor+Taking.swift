import Simulation

// A line that somebody types now.
//
// A recording holds what was taken once, and is played as it was: whatever an older version has let
// pass must pass again. A person is treated better. A slip of the fingers is no answer, and a
// command that takes long can be stopped: then nothing has changed, and nothing is recorded.

extension Tutor {
  /// Executes a line that a person has just typed.
  ///
  /// - Parameters:
  ///   - isStopped: asked several times a second, with the number of events that there have been,
  ///     while a command runs; true stops it.
  ///   - tell: told of each command as soon as it is done.
  /// - Returns: the error of the command that did not work; those before it did.
  public mutating func take(
    _ typed: String, isStopped: (@Sendable (_ events: Int) -> Bool)? = nil,
    telling tell: (Execution, Tutor) -> Void
  ) -> CommandError? {
    isTyped = true
    self.isStopped = isStopped
    defer {
      isTyped = false
      self.isStopped = nil
    }
    return execute(typed, telling: tell)
  }

  /// What is wrong with a command that a recording may hold and nobody means to type.
  func slip(in invocation: Invocation) -> CommandError? {
    guard isTyped, let slip = strangers(in: invocation).first else { return nil }
    return LessonRefusal.notAKey(slip.word).error(at: slip.place)
  }

  /// The words of an answer that are no keys, where keys are asked for.
  ///
  /// A word of one of the options, such as `none`, is an answer, too, and so is one of the event.
  func strangers(in invocation: Invocation) -> [(word: String, place: Range<Int>)] {
    guard invocation.command.name == LessonAnswerCommand.row.name, let run,
      let index = run.openQuestion, run.questions[index].asksForKeys(isKey)
    else { return [] }
    let foreseen = run.questions[index].foreseen
    let words = invocation.arguments.texts("WORD").enumerated()
    return words.flatMap { number, text in
      LessonQuestion.set(of: text).filter { !foreseen.contains($0) && !isKey($0) }
        .map { ($0, invocation.arguments.place(of: "WORD", number)) }
    }
  }

  private func isKey(_ word: String) -> Bool {
    guard let key = stage.world.symbols.find(word) else { return false }
    return stage.world.database.row(of: key) != nil || stage.world.entry(key) != nil
  }
}

extension LessonQuestion {
  /// Whether its answer is a list of keys.
  fileprivate func asksForKeys(_ isKey: (String) -> Bool) -> Bool {
    guard prediction.form == .words, let right else { return false }
    let truth = LessonQuestion.set(of: right.text)
    return !truth.isEmpty && truth.allSatisfy(isKey)
  }

  /// The words that the question itself speaks of: some keys come into being with its event.
  fileprivate var foreseen: [String] {
    (options.map(\.text) + commands).flatMap { LessonQuestion.set(of: $0) }
  }
}
