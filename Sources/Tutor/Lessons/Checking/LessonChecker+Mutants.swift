import Simulation

// The proof of the proof.
//
// A proof that passes says that the goals can be reached. In a world in which the thing that the
// lesson teaches is broken it must not pass, or the goals say nothing about that thing. So each
// lesson names the defects that it tells apart (`mutants:` in its front matter), and is proved once
// in a world with each of them: a mutant that passes is a fault of the lesson.

/// What became of a lesson in one wrong world.
public struct LessonMutant: Hashable, Sendable {
  public let lesson: String
  public let defect: Defect
  /// The first line of the lesson at which the proof failed; nil when it passed.
  public let noticed: SourceLine?
}

extension LessonChecker {
  /// The names of defects can be read.
  mutating func checkMutants() {
    for name in lesson.mutants where Defect.named(name.text) == nil {
      let suggestion = NearestWord.suggestion(
        for: name.text, among: Defect.allCases.map(\.rawValue))
      report(.unknownMutant(name.text, suggestion: suggestion), at: name.line)
    }
  }

  /// Runs lessons that hold in worlds that do not.
  ///
  /// - Parameters:
  ///   - chosen: identities of those to run; nil runs all that name defects.
  ///   - seed: as for `check`.
  /// - Returns: one row a lesson and defect, and a fault for each defect that nobody noticed.
  public static func prove(
    _ lessons: [Lesson], only chosen: [String]? = nil, patterns: PatternShelf, seed: UInt64
  ) -> (mutants: [LessonMutant], errors: [LessonError]) {
    var mutants: [LessonMutant] = []
    var errors: [LessonError] = []
    for lesson in lessons where chosen?.contains(lesson.id) ?? true {
      for name in lesson.mutants {
        guard let defect = Defect.named(name.text) else { continue }
        var checker = LessonChecker(
          lesson, among: lessons, patterns: patterns, seed: seed, defect: defect)
        checker.check()
        let line = checker.errors.map(\.line).min()
        mutants.append(LessonMutant(lesson: lesson.id, defect: defect, noticed: line))
        guard line == nil else { continue }
        let fault = LessonCheckFault.survivingMutant(name.text, what: defect.summary)
        errors.append(LessonError(path: lesson.path, line: name.line, kind: .check(fault)))
      }
    }
    return (mutants, errors)
  }
}

extension [LessonMutant] {
  /// One line for each lesson: how many defects it notices, and where.
  public var listing: [String] {
    var lines: [String] = []
    var index = startIndex
    while index < endIndex {
      let lesson = self[index].lesson
      let rows = self[index...].prefix { $0.lesson == lesson }
      index = rows.endIndex
      let noticed = rows.filter { $0.noticed != nil }.count
      let places = rows.map { row in
        "\(row.defect.rawValue) " + (row.noticed.map { "(line \($0.number))" } ?? "(not at all)")
      }
      lines.append(
        "\(lesson): notices \(noticed) of \(Words.count(rows.count, "defect")) — "
          + places.joined(separator: ", "))
    }
    return lines
  }
}
