/// What a learner has done in one lesson.
public struct LessonProgress: Hashable, Sendable {
  public enum Status: UInt8, Hashable, Comparable, Sendable {
    case untouched, started, solved

    public static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }

  /// An answer that was locked in.
  public struct Prediction: Hashable, Sendable {
    /// The step and the prediction in it, both counted from 1.
    public var step: Int
    public var number: Int
    /// 100 for a right answer; numbers are scored by distance.
    public var score: Int
    /// The wrong belief that the answer shows, when the lesson names it.
    public var misconception: String?

    public init(step: Int, number: Int, score: Int, misconception: String? = nil) {
      self.step = step
      self.number = number
      self.score = score
      self.misconception = misconception
    }
  }

  public var id: String
  /// The text of the lesson that this is about; nil when nothing has been opened.
  public var digest: UInt64?
  public var status: Status
  /// The solved steps, in order, counted from 1.
  public private(set) var steps: [Int]
  /// The fewest commands by step.
  public private(set) var best: [StepCount]
  /// The most hints seen by step.
  public private(set) var hints: [StepCount]
  /// In order of step and number.
  public private(set) var predictions: [Prediction]
  /// Predictions that were missed and come back, in order of step and number.
  public private(set) var reviews: [Review]
  /// Lines that a later version wrote.
  public var others: [String]

  /// A number that belongs to a step.
  public struct StepCount: Hashable, Sendable {
    public var step: Int
    public var count: Int

    public init(step: Int, count: Int) {
      self.step = step
      self.count = count
    }
  }

  public init(id: String) {
    self.id = id
    status = .untouched
    steps = []
    best = []
    hints = []
    predictions = []
    reviews = []
    others = []
  }

  /// Somebody looks at the lesson, in this version of its text.
  public mutating func open(digest: UInt64) {
    self.digest = digest
    status = max(status, .started)
  }

  /// A step is solved with so many commands; nil when nobody counted.
  public mutating func solve(step: Int, commands: Int? = nil) {
    status = max(status, .started)
    if !steps.contains(step) { steps = (steps + [step]).sorted() }
    if let commands { record(commands, step: step, in: \.best, by: <) }
  }

  /// All steps are solved.
  public mutating func finish() {
    status = .solved
  }

  /// So many hints have been shown in a step.
  public mutating func showHints(step: Int, count: Int) {
    record(count, step: step, in: \.hints, by: >)
  }

  /// An answer is locked in; the first one to a question stays.
  public mutating func predict(_ prediction: Prediction) {
    guard !predictions.contains(where: { $0.isSameQuestion(as: prediction) }) else { return }
    predictions.append(prediction)
    predictions.sort { ($0.step, $0.number) < ($1.step, $1.number) }
  }

  /// Puts an answer in the place of the one that is there.
  mutating func replace(_ prediction: Prediction) {
    predictions.removeAll { $0.isSameQuestion(as: prediction) }
    predict(prediction)
  }

  /// What is known about a missed prediction; it takes the place of what was known before.
  public mutating func review(_ review: Review) {
    reviews.removeAll { $0.step == review.step && $0.number == review.number }
    reviews.append(review)
    reviews.sort { ($0.step, $0.number) < ($1.step, $1.number) }
  }

  /// What is known about a prediction that was missed; nil when nothing is.
  public func review(step: Int, number: Int) -> Review? {
    reviews.first { $0.step == step && $0.number == number }
  }

  /// Takes over what the other one has; the better result stays.
  public mutating func merge(_ other: LessonProgress) {
    digest = digest ?? other.digest
    status = max(status, other.status)
    for step in other.steps where !steps.contains(step) { steps = (steps + [step]).sorted() }
    for best in other.best { merge(best: best) }
    for hint in other.hints { showHints(step: hint.step, count: hint.count) }
    for prediction in other.predictions { predict(prediction) }
    for one in other.reviews {
      review(review(step: one.step, number: one.number)?.merged(with: one) ?? one)
    }
    others += other.others.filter { !others.contains($0) }
  }

  /// Keeps the smaller number of commands.
  mutating func merge(best: StepCount) {
    record(best.count, step: best.step, in: \.best, by: <)
  }

  private mutating func record(
    _ count: Int, step: Int, in list: WritableKeyPath<LessonProgress, [StepCount]>,
    by isBetter: (Int, Int) -> Bool
  ) {
    if let index = self[keyPath: list].firstIndex(where: { $0.step == step }) {
      if isBetter(count, self[keyPath: list][index].count) {
        self[keyPath: list][index].count = count
      }
    } else {
      self[keyPath: list].append(StepCount(step: step, count: count))
      self[keyPath: list].sort { $0.step < $1.step }
    }
  }
}

extension LessonProgress.Prediction {
  func isSameQuestion(as other: LessonProgress.Prediction) -> Bool {
    step == other.step && number == other.number
  }
}
