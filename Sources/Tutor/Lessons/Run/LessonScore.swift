/// How somebody went through a lesson, against how its author does.
///
/// It is said at the end and blocks nothing: whoever solves a part has solved it.
public struct LessonScore: Hashable, Sendable {
  /// Commands in the solved parts, in the best try of each.
  public let commands: Int
  /// Commands that the author needs for the same parts.
  public let par: Int
  public let hints: Int
  /// Predictions that were locked in, and those of them that were right.
  public let predictions: Int
  public let right: Int

  /// The author's commands as a share of one's own, in percent, at most 100; a hint counts as one
  /// command.
  public var efficiency: Int {
    let spent = commands + hints
    return spent == 0 ? 100 : min(100, par * 100 / spent)
  }

  /// One sentence a line.
  public var lines: [String] {
    var first = "Efficiency \(efficiency) %: \(Words.count(commands, "command"))"
    if hints > 0 { first += " and \(Words.count(hints, "hint"))" }
    var lines = [first + "; the author needs \(Words.count(par))."]
    guard predictions > 0 else { return lines }
    lines.append("\(right) of \(Words.count(predictions, "prediction")) right.")
    return lines
  }
}

extension Tutor {
  /// The score of a lesson so far; nil when nothing in it has been solved.
  public func score(of lesson: Lesson) -> LessonScore? {
    let done = progress[lesson.id]
    var commands = 0
    var par = 0
    for best in done.best {
      guard let step = lesson.steps.first(where: { $0.number == best.step }) else { continue }
      // What was counted is the last half of a step: its contrast, when it has one.
      let needed = step.contrast?.workload.commands.count ?? step.par
      guard needed > 0 else { continue }
      commands += best.count
      par += needed
    }
    guard par > 0 else { return nil }
    return LessonScore(
      commands: commands, par: par,
      hints: done.hints.reduce(0) { $0 + $1.count },
      predictions: done.predictions.count, right: done.predictions.filter { $0.score == 100 }.count)
  }

  /// `2 commands, 1 hint, 1 load; author: 1 command, 1 load (66 %)`: the part that was
  /// just solved, and how it did by the part's own measure; nil otherwise.
  ///
  /// As slow as the author's commands.
  public var partScore: String? {
    guard let run, let text = referenceRun?.score else { return nil }
    guard run.part == .task, let score = run.step.score else { return text }
    let verdict = score.claim.judge(on: stage)
    let measured = text + "; \(verdict.now.text) \(score.sentence)"
    guard !verdict.holds else { return measured }
    return measured + ", and \(score.claim.value.text(of: score.claim.subject.word.kind)) would do"
  }

  /// The lessons that this one builds on and that are not done, each with how far it is.
  public func unmetNeeds(of lesson: Lesson) -> [Lesson] {
    lesson.needs.compactMap { need in
      lessons.first { $0.id == need.text && progress[$0.id].status != .solved }
    }
  }

  /// `This builds on …`; nil when everything that it builds on is done.
  ///
  /// Lessons may be done in any order: this only says what they take for granted.
  public func needsText(of lesson: Lesson) -> String? {
    let needs = unmetNeeds(of: lesson).map { "lesson \($0.id)" }
    guard !needs.isEmpty else { return nil }
    return "It builds on what is not done yet: \(needs.joined(separator: ", "))."
  }
}
