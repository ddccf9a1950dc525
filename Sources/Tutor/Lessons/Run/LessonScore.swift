/// How somebody went through a lesson, against how its author does.
///
/// It is said at the end and blocks nothing: whoever solves a part has solved it.
public struct LessonScore: Hashable, Sendable {
  /// Commands in the solved parts, in the best try of each.
  public let commands: Int
  /// Commands that the author needs for the same parts.
  public let par: Int
  public let hints: Int
  /// Loads that reached the database in the same parts, and how many the author's way makes; nil
  /// when some of the parts were solved in another sitting.
  public let loads: Loads?
  /// Predictions that were locked in, and those of them that were right.
  public let predictions: Int
  public let right: Int

  /// Loads of somebody's way and of the author's.
  public struct Loads: Hashable, Sendable {
    public let own: Int
    public let author: Int
  }

  private var cost: WayCost {
    WayCost(commands: commands, par: par, hints: hints, loads: loads)
  }

  /// How near the author's way this one comes, in percent.
  public var efficiency: Int { cost.efficiency }

  /// One sentence a line.
  public var lines: [String] {
    var lines = ["Efficiency \(efficiency) %: \(cost.own); the author needs \(cost.author)."]
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
    var parts: [Int] = []
    for best in done.best {
      guard let step = lesson.steps.first(where: { $0.number == best.step }) else { continue }
      // What was counted is the last half of a step: its contrast, when it has one.
      let needed = step.contrast?.workload.commands.count ?? step.par
      guard needed > 0 else { continue }
      commands += best.count
      par += needed
      parts.append(step.number)
    }
    guard par > 0 else { return nil }
    return LessonScore(
      commands: commands, par: par,
      hints: done.hints.reduce(0) { $0 + $1.count }, loads: loads(of: lesson, in: parts),
      predictions: done.predictions.count, right: done.predictions.filter { $0.score == 100 }.count)
  }

  /// Nil when a part was not solved in this sitting.
  private func loads(of lesson: Lesson, in parts: [Int]) -> LessonScore.Loads? {
    var own = 0
    var author = 0
    for part in parts {
      guard let loads = partLoads[PartPlace(lesson: lesson.id, step: part)] else { return nil }
      own += loads.own
      author += loads.author
    }
    return LessonScore.Loads(own: own, author: author)
  }

  /// Remembers the loads of the part that is solved and about to be left.
  ///
  /// As slow as the author's commands.
  mutating func noteLoads() {
    guard let run, !run.lesson.isDetour, let reference = referenceRun else { return }
    partLoads[PartPlace(lesson: run.lesson.id, step: run.step.number)] = LessonScore.Loads(
      own: reference.loads.own, author: reference.loads.author)
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

/// A step of a lesson.
struct PartPlace: Hashable, Sendable {
  let lesson: String
  let step: Int
}
