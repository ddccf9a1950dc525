// What was missed comes back.
//
// A prediction that was missed is asked again in later sittings, always the same distance apart,
// until it has been answered rightly often enough in a row. Evenly spaced repetition serves as well
// as a growing distance, and nobody has to explain it: what was missed is due at the next start.

extension LessonProgress {
  /// How a prediction that was missed has gone since.
  public struct Review: Hashable, Sendable {
    /// The step and the prediction in it, both counted from 1.
    public var step: Int
    public var number: Int
    /// The sitting in which it was asked last.
    public var sitting: Int
    /// How often in a row it has been answered rightly since.
    public var streak: Int
    /// The wrong beliefs that were shown when it was asked again, oldest first.
    public var misconceptions: [String]

    public init(
      step: Int, number: Int, sitting: Int, streak: Int = 0, misconceptions: [String] = []
    ) {
      self.step = step
      self.number = number
      self.sitting = sitting
      self.streak = streak
      self.misconceptions = misconceptions
    }

    /// What both know: the later answer counts, and every wrong belief of either stays.
    func merged(with other: Review) -> Review {
      var (later, earlier) = isOlder(than: other) ? (other, self) : (self, other)
      var left = later.misconceptions
      let missing = earlier.misconceptions.filter { name in
        guard let index = left.firstIndex(of: name) else { return true }
        left.remove(at: index)
        return false
      }
      later.misconceptions = missing + later.misconceptions
      return later
    }

    /// Whether the other one knows about a later answer.
    private func isOlder(than other: Review) -> Bool {
      let left = (sitting, streak, misconceptions.count)
      let right = (other.sitting, other.streak, other.misconceptions.count)
      // The names decide last, so that it does not matter who takes over from whom.
      if left == right { return misconceptions.lexicographicallyPrecedes(other.misconceptions) }
      return left < right
    }

    /// Whether it need not be asked again.
    public var isOver: Bool { streak >= Review.wanted }

    /// How many right answers in a row are enough.
    public static let wanted = 2
    /// How many sittings lie between two times that it is asked.
    public static let spacing = 1
  }
}

/// A prediction of a lesson that is asked again: `cache-aside:2.1`.
public struct ReviewItem: Hashable, Sendable {
  public var lesson: String
  /// The step and the prediction in it, both counted from 1.
  public var step: Int
  public var number: Int

  public init(lesson: String, step: Int, number: Int) {
    self.lesson = lesson
    self.step = step
    self.number = number
  }

  /// Reads an item as `text` writes it; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let place = ReviewItem.place(String(parts[1]))
    else { return nil }
    self.init(lesson: String(parts[0]), step: place.step, number: place.number)
  }

  public var text: String { "\(lesson):\(step).\(number)" }

  /// Reads `2.1`.
  static func place(_ text: String) -> (step: Int, number: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let step = Progress.count(parts[0]),
      let number = Progress.count(parts[1])
    else { return nil }
    return (step, number)
  }
}

extension Progress {
  /// Everything that was missed and is still to be asked again, due or not, by lesson and place.
  public var missed: [ReviewItem] {
    lessons.flatMap { lesson in
      lesson.predictions.filter { $0.score < 100 }.compactMap { one in
        let review = lesson.review(step: one.step, number: one.number)
        guard review.map({ !$0.isOver }) ?? true else { return nil }
        return ReviewItem(lesson: lesson.id, step: one.step, number: one.number)
      }
    }
  }

  /// What is due in this sitting, mixed: one of each lesson in turn, the longest silent first.
  public var due: [ReviewItem] {
    let ready = missed.filter { item in
      guard let review = self[item.lesson].review(step: item.step, number: item.number) else {
        return true
      }
      return sittings - review.sitting >= LessonProgress.Review.spacing
    }
    let turns = ready.enumerated().map { index, item in
      (turn: ready[..<index].count { $0.lesson == item.lesson }, asked: lastAsked(item), item: item)
    }
    return turns.enumerated().sorted { left, right in
      (left.element.turn, left.element.asked, left.offset)
        < (right.element.turn, right.element.asked, right.offset)
    }.map(\.element.item)
  }

  private func lastAsked(_ item: ReviewItem) -> Int {
    self[item.lesson].review(step: item.step, number: item.number)?.sitting ?? 0
  }

  /// `3 questions that you missed are due`; nil when none is.
  public var dueText: String? {
    let count = due.count
    guard count > 0 else { return nil }
    return "\(Words.count(count, "question")) that you missed \(count == 1 ? "is" : "are") due"
  }
}
