/// Questions that were asked at the very beginning of a part.
///
/// A part with its own setup begins the same each time, so its first question is the same too; and
/// to compute one may mean to let thousands of requests wait for seconds, once for each rule.
struct OpeningQuestions: Sendable {
  /// What a question depends on.
  struct Place: Hashable, Sendable {
    let lesson: String
    let digest: UInt64
    let step: Int
    let seed: UInt64

    /// - Returns: nil when something else may have happened before the question is asked.
    init?(_ run: LessonRun, index: Int, seed: UInt64) {
      guard index == 0, run.commandsUsed == 0, run.step.setup != nil, run.part == .task,
        !run.step.predictions[index].looksBack
      else { return nil }
      lesson = run.lesson.id
      digest = run.lesson.digest
      step = run.stepIndex
      self.seed = seed
    }
  }

  static let limit = 32
  private var known: [(place: Place, question: LessonQuestion)] = []

  subscript(place: Place) -> LessonQuestion? { known.first { $0.place == place }?.question }

  mutating func add(_ question: LessonQuestion, at place: Place) {
    known.append((place, question))
    if known.count > OpeningQuestions.limit { known.removeFirst() }
  }
}

extension LessonPrediction {
  /// Whether what happened before the part is a piece of the answer.
  fileprivate var looksBack: Bool {
    ([question] + options.map(\.text) + options.compactMap(\.feedback)).contains { template in
      template.computations.contains { $0.scope == .lesson }
    }
  }
}
