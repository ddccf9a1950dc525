// What a learner has done, by the identity of the lesson.
//
// Lessons may be renamed, moved and reordered without anybody losing anything: only `id:` counts,
// and what this version does not know is kept as it stands. Progress is a summary for lists and
// reviews; the sessions say what really happened.

/// A learner's progress through all lessons.
public struct Progress: Hashable, Sendable {
  /// The version of the file format that is written, and the newest that is read.
  public static let currentFormat = 1

  /// Where the next start goes on.
  public struct Resume: Hashable, Sendable {
    public var lesson: String
    /// Counted from 1.
    public var step: Int
    /// The file name of the session to run again first; nil when there is none.
    public var session: String?

    public init(lesson: String, step: Int, session: String? = nil) {
      self.lesson = lesson
      self.step = step
      self.session = session
    }
  }

  public var resume: Resume?
  /// How many sittings have begun: what was missed in one comes back in a later one.
  public var sittings = 0
  /// In order of identity.
  public private(set) var lessons: [LessonProgress]
  /// Lines before the first lesson that a later version wrote.
  public var others: [String]

  public init(resume: Resume? = nil, lessons: [LessonProgress] = [], others: [String] = []) {
    self.resume = resume
    self.lessons = []
    self.others = others
    for lesson in lessons { self[lesson.id] = lesson }
  }

  /// The progress in one lesson; an untouched one for a lesson that nobody has opened.
  ///
  /// Writing an untouched one takes the lesson out.
  public subscript(id: String) -> LessonProgress {
    get { index(of: id).map { lessons[$0] } ?? LessonProgress(id: id) }
    set {
      let index = index(of: id)
      if newValue == LessonProgress(id: newValue.id) {
        if let index { lessons.remove(at: index) }
      } else if let index {
        lessons[index] = newValue
      } else {
        lessons.insert(newValue, at: place(of: newValue.id))
      }
    }
  }

  /// Takes over everything that the other one has and this one lacks; where both know something,
  /// the better result stays, and the first answer to a prediction.
  public mutating func merge(_ other: Progress) {
    resume = resume ?? other.resume
    sittings = max(sittings, other.sittings)
    for lesson in other.lessons { self[lesson.id].merge(lesson) }
    others += other.others.filter { !others.contains($0) }
  }

  /// How often each wrong belief showed itself, in lessons and in reviews, the most frequent first,
  /// then by name.
  public var misconceptions: [(name: String, count: Int)] {
    let asked = lessons.flatMap(\.predictions).compactMap(\.misconception)
    let names = (asked + lessons.flatMap(\.reviews).flatMap(\.misconceptions)).sorted()
    var counts: [(name: String, count: Int)] = []
    for name in names {
      if counts.last?.name == name {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    return counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// O(log n): the lessons are in order.
  private func index(of id: String) -> Int? {
    let index = place(of: id)
    return index < lessons.count && lessons[index].id == id ? index : nil
  }

  /// Where a lesson is, or would be.
  private func place(of id: String) -> Int {
    var (low, high) = (0, lessons.count)
    while low < high {
      let middle = (low + high) / 2
      if lessons[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
