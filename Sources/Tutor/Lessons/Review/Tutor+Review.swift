import CacheEngine
import Simulation

// A round of review interrupts whatever is going on, and gives it back afterwards as it was.

/// A world and a lesson that wait until a round of review is over; shared, so that a copy of the
/// tutor costs little.
final class SetAside: Sendable {
  let stage: Stage
  let run: LessonRun?

  init(stage: Stage, run: LessonRun?) {
    self.stage = stage
    self.run = run
  }
}

extension Tutor {
  /// How many questions a round has at most.
  static let reviewLimit = 5

  /// Begins a round with these questions; what was going on is set aside.
  ///
  /// - Parameter round: the sitting that it counts for; other numbers come with another one.
  mutating func startReview(
    _ items: [ReviewItem], round: Int, at place: Range<Int>
  ) throws(CommandError) {
    var next = self
    let builder = ReviewRound(lessons: lessons, number: round)
    let chosen = Array(items.prefix(Tutor.reviewLimit))
    let lesson = builder.lesson(for: chosen) { lesson, variants in
      var answerable: LessonStep?
      for step in variants {
        var trial = lesson
        trial.steps.append(step)
        trial.reviewed.append(chosen[0])
        guard let question = next.firstQuestion(of: trial), question.rightAnswer != nil else {
          continue
        }
        if question.isSound { return step }
        answerable = step
      }
      return answerable
    }
    guard var lesson else {
      throw .lesson(
        UserMessage(
          "These questions cannot be asked again", detail: "Their lessons have changed since.",
          nextStep: "lessons lists all lessons."), at: place)
    }
    lesson.reviewRound = round
    openingQuestions = next.openingQuestions
    try beginDetour(lesson, at: place)
  }

  /// Begins something that nobody wrote; what was going on is set aside until it is over.
  mutating func beginDetour(_ lesson: Lesson, at place: Range<Int>) throws(CommandError) {
    let aside = run?.lesson.isDetour == true ? setAside : SetAside(stage: stage, run: run)
    var next = self
    do {
      try next.begin(lesson, at: 0)
    } catch {
      throw error.refusal(of: lesson).error(at: place)
    }
    self = next
    setAside = aside
  }

  /// The question of the last part of a lesson, as it would be asked; nil when that does not work.
  private mutating func firstQuestion(of lesson: Lesson) -> LessonQuestion? {
    var trial = self
    guard (try? trial.begin(lesson, at: lesson.steps.count - 1)) != nil else { return nil }
    openingQuestions = trial.openingQuestions
    return trial.run?.questions.first
  }

  /// After its last part: back to where it began.
  mutating func endDetour() {
    guard let aside = setAside else { return }
    setAside = nil
    stage = aside.stage
    run = aside.run
    restartTimeline()
  }

  /// What is said at the start about missed questions that are due; nil when none is, or when a
  /// review is asking already.
  public var dueNotice: String? {
    guard run?.lesson.isReview != true else { return nil }
    return progress.dueText.map { "\($0): `review` asks again." }
  }

  /// A question has been answered once more.
  mutating func noteReviewed(_ item: ReviewItem, _ answer: LessonQuestion.Answer, belief: String?) {
    let round = max(progress.sittings, run?.lesson.reviewRound ?? 0)
    let known = progress[item.lesson].review(step: item.step, number: item.number)
    var review =
      known ?? LessonProgress.Review(step: item.step, number: item.number, sitting: round)
    review.sitting = max(review.sitting, round)
    review.streak = answer.isRight ? review.streak + 1 : 0
    if !answer.isRight, let belief { review.misconceptions.append(belief) }
    progress[item.lesson].review(review)
  }
}

extension LessonQuestion {
  /// Whether every option says something, and something else than the others.
  fileprivate var isSound: Bool {
    guard options.allSatisfy({ $0.figure?.reason == nil }) else { return false }
    let texts = options.map(\.text)
    return texts.indices.allSatisfy { !texts[..<$0].contains(texts[$0]) }
  }
}
