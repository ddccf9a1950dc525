// Progress as text that a person can read and repair:
//
//     cachetutor progress 1
//     resume thundering-herd 3 20260102-090000-4711.session
//     sittings 4
//
//     lesson cache-aside
//     digest 3f9a000000000001
//     status solved
//     steps 1 2 3
//     best 1=1 2=3
//     hints 2=1
//     prediction 2.1 0 fill-is-free
//     review 2.1 3 1 fill-is-free

extension Progress {
  /// The whole file.
  ///
  /// Reading it again gives the same progress.
  public var text: String {
    var lines = ["cachetutor progress \(Progress.currentFormat)"]
    if let resume {
      lines.append(
        (["resume", resume.lesson, "\(resume.step)"] + (resume.session.map { [$0] } ?? []))
          .joined(separator: " "))
    }
    if sittings > 0 { lines.append("sittings \(sittings)") }
    lines += others
    for lesson in lessons { lines += [""] + lesson.lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What came of reading a file.
  public struct Reading: Hashable, Sendable {
    public var progress: Progress
    /// The lines that could not be read; everything else is in `progress`.
    public var damage: [SourceLine]
    /// The file's format when it is newer than ours; then nothing was read.
    public var newerFormat: Int?
  }

  /// Reads a file of any bytes as far as it can be read.
  ///
  /// O(length).
  public static func parse(bytes: [UInt8]) -> Reading {
    var reading = Reading(progress: Progress(), damage: [], newerFormat: nil)
    var current: LessonProgress?
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = SourceLine(index + 1)
      guard let text = String(validating: bytes, as: UTF8.self)?.trimmed else {
        reading.damage.append(line)
        continue
      }
      if index == 0 {
        guard let format = format(text) else {
          reading.damage.append(line)
          continue
        }
        if format > currentFormat {
          return Reading(progress: Progress(), damage: [], newerFormat: format)
        }
      } else if !text.isEmpty, !take(text, &reading.progress, &current) {
        reading.damage.append(line)
      }
    }
    if let current { reading.progress[current.id].merge(current) }
    return reading
  }

  private static func format(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 3, words[0] == "cachetutor", words[1] == "progress" else { return nil }
    return count(words[2]).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Takes one line; false when it is damaged.
  private static func take(
    _ text: String, _ progress: inout Progress, _ current: inout LessonProgress?
  ) -> Bool {
    let words = text.split(separator: " ").map { String($0) }
    if words[0] == "lesson" {
      guard words.count == 2 else { return false }
      if let current { progress[current.id].merge(current) }
      current = LessonProgress(id: words[1])
      return true
    }
    if current != nil { return current?.take(words) ?? false }
    if words[0] == "sittings" {
      guard words.count == 2, let sittings = count(words[1]) else { return false }
      progress.sittings = max(progress.sittings, sittings)
      return true
    }
    guard words[0] == "resume" else {
      progress.others.append(text)
      return true
    }
    // The path of a session may have spaces.
    let parts = text.split(separator: " ", maxSplits: 3)
    guard parts.count >= 3, let step = count(parts[2]) else { return false }
    progress.resume = Resume(
      lesson: words[1], step: step, session: parts.count == 4 ? String(parts[3]) : nil)
    return true
  }

  /// A small number, and nothing that only looks like one.
  static func count(_ text: some StringProtocol) -> Int? {
    SessionText.decimal(text).flatMap { $0 <= 1_000_000_000 ? Int($0) : nil }
  }
}

extension LessonProgress {
  fileprivate var lines: [String] {
    var lines = ["lesson \(id)"]
    if let digest { lines.append("digest \(SessionText.hexadecimal(digest))") }
    lines.append("status \(status.word)")
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(key) \(values.joined(separator: " "))") }
    }
    add("steps", steps.map { "\($0)" })
    add("best", best.map { "\($0.step)=\($0.count)" })
    add("hints", hints.map { "\($0.step)=\($0.count)" })
    for one in predictions {
      let name = one.misconception.map { [$0] } ?? []
      add("prediction", ["\(one.step).\(one.number)", "\(one.score)"] + name)
    }
    for one in reviews {
      add(
        "review",
        ["\(one.step).\(one.number)", "\(one.sitting)", "\(one.streak)"] + one.misconceptions)
    }
    return lines + others
  }

  fileprivate mutating func take(_ words: [String]) -> Bool {
    let values = words.dropFirst()
    switch words[0] {
    case "digest":
      guard values.count == 1, let digest = SessionText.number(hexadecimal: words[1]) else {
        return false
      }
      self.digest = digest
    case "status":
      guard values.count == 1, let status = Status(word: words[1]) else { return false }
      self.status = status
    case "steps":
      let steps = values.compactMap { Progress.count($0) }
      guard steps.count == values.count else { return false }
      var solved = LessonProgress(id: id)
      for step in steps { solved.solve(step: step) }
      solved.status = .untouched
      merge(solved)
    case "best", "hints":
      return takeCounts(words[0], Array(values))
    case "prediction":
      return takePrediction(Array(values))
    case "review":
      return takeReview(Array(values))
    default:
      others.append(words.joined(separator: " "))
    }
    return true
  }

  private mutating func takeCounts(_ key: String, _ values: [String]) -> Bool {
    for value in values {
      let parts = value.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let step = Progress.count(parts[0]),
        let count = Progress.count(parts[1])
      else { return false }
      if key == "hints" {
        showHints(step: step, count: count)
      } else {
        merge(best: StepCount(step: step, count: count))
      }
    }
    return true
  }

  private mutating func takePrediction(_ values: [String]) -> Bool {
    guard (2...3).contains(values.count), let score = Progress.count(values[1]), score <= 100 else {
      return false
    }
    guard let place = ReviewItem.place(values[0]) else { return false }
    predict(
      Prediction(
        step: place.step, number: place.number, score: score,
        misconception: values.count == 3 ? values[2] : nil))
    return true
  }

  private mutating func takeReview(_ values: [String]) -> Bool {
    guard values.count >= 3, let place = ReviewItem.place(values[0]),
      let sitting = Progress.count(values[1]), let streak = Progress.count(values[2])
    else { return false }
    let found = Review(
      step: place.step, number: place.number, sitting: sitting, streak: streak,
      misconceptions: Array(values.dropFirst(3)))
    review(review(step: place.step, number: place.number)?.merged(with: found) ?? found)
    return true
  }
}

extension LessonProgress.Status {
  fileprivate var word: String {
    switch self {
    case .untouched: "untouched"
    case .started: "started"
    case .solved: "solved"
    }
  }

  fileprivate init?(word: String) {
    switch word {
    case "untouched": self = .untouched
    case "started": self = .started
    case "solved": self = .solved
    default: return nil
    }
  }
}
