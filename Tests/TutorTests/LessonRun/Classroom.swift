import Foundation
import LessonFiles
import Simulation
import Testing
import Tutor

/// A tutor with lessons written down in the test, and short words for what tests do with it.
struct Classroom {
  var tutor: Tutor

  /// A tutor in the sandbox, with the lessons of these texts.
  init(_ texts: String...) throws {
    var lessons: [Lesson] = []
    for (index, text) in texts.enumerated() {
      lessons.append(try LessonFile.parse(text: text, path: "lesson\(index + 1).md"))
    }
    tutor = try Tutor(lessons: lessons, patterns: Classroom.patterns, seed: 7)
  }

  /// Executes a line that has to work.
  mutating func type(
    _ line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let error = tutor.execute(line).error
    #expect(
      error == nil, "\(line): \(error?.message.headline ?? "")", sourceLocation: sourceLocation)
  }

  /// What is wrong with a line that a person types; nil when it was done.
  mutating func slip(in line: String) -> UserMessage? {
    tutor.take(line) { _, _ in }?.message
  }

  /// Executes a line that must not work, and gives its headline.
  mutating func refusal(of line: String) -> String {
    tutor.execute(line).error?.message.headline ?? "(none)"
  }

  /// The last reply of a line, as plain text.
  mutating func reply(to line: String) -> String {
    let (done, error) = tutor.execute(line)
    if let error { return "(\(error.message.headline))" }
    guard let last = done.last else { return "" }
    return ReplyText.text(last.reply, in: tutor)
  }

  var run: LessonRun {
    get throws { try #require(tutor.run) }
  }

  var phase: LessonRun.Phase? { tutor.run?.phase }

  /// Whether a claim holds now.
  func holds(_ claim: String) throws -> Bool {
    try Claim.parse(claim).judge(on: tutor.stage).holds
  }

  /// How far off a claim is, in words.
  func distance(_ claim: String) throws -> String {
    try Claim.parse(claim).judge(on: tutor.stage).distance
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("lessons")

  static let patterns = LessonLibrary.load([folder.path], .firstChapter).shelf()
}

/// A lesson's front matter and its steps.
func lesson(_ steps: String, id: String = "small", more: String = "") -> String {
  """
  ---
  format: 1
  id: \(id)
  title: A small lesson
  minutes: 5
  panels: [path, listing]
  teaches: [read, write, GET, SET, crash, capacity, guard, herd, traffic, tick, begin, step]
  \(more.isEmpty ? "needs: []" : more)
  ---
  \(steps)
  """
}
