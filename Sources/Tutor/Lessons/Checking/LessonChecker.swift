import Simulation

// A lesson carries its own proof.
//
// The checker plays every step as a learner would: it must be unsolved at its start, solved by each
// solution, and solved by no mistake; each mistake must bring up its own feedback; every option of
// a prediction is computed and compared with all others; every hint must say something and the last
// one must help. It uses the very run that the learner gets, so what it proves is what happens.

/// Proves lessons by running them.
public struct LessonChecker {
  let lessons: [Lesson]
  let patterns: PatternShelf
  let seed: UInt64
  /// The wrong world in which the lesson is run; nil for the right one.
  let defect: Defect?
  var lesson: Lesson
  var row: LessonProof.Row
  var errors: [LessonError] = []
  /// The lines of the captions that have appeared in some run.
  var shown: [SourceLine] = []

  init(
    _ lesson: Lesson, among lessons: [Lesson], patterns: PatternShelf, seed: UInt64,
    defect: Defect? = nil
  ) {
    self.defect = defect
    self.lesson = lesson
    self.lessons = lessons
    self.patterns = patterns
    self.seed = seed
    row = LessonProof.Row(id: lesson.id, path: lesson.path)
  }

  /// Checks lessons that have been read without errors.
  ///
  /// - Parameters:
  ///   - chosen: identities of those to prove; nil proves all. The others still teach their verbs.
  ///   - seed: the seed that claims about random traffic are proved for.
  public static func check(
    _ lessons: [Lesson], only chosen: [String]? = nil, patterns: PatternShelf, seed: UInt64
  ) -> LessonProof {
    var proof = LessonProof()
    for lesson in lessons where chosen?.contains(lesson.id) ?? true {
      var checker = LessonChecker(lesson, among: lessons, patterns: patterns, seed: seed)
      checker.check()
      proof.rows.append(checker.row)
      proof.errors += checker.errors
    }
    return proof
  }

  mutating func check() {
    errors = lesson.missingProofs()
    checkWords()
    if defect == nil { checkMutants() }
    checkRoom()
    // A command that cannot be read would only be reported again by each run.
    if !errors.contains(where: \.isAboutReading) { checkRuns() }
    // Stable: faults of one line stay in the order in which they were found, once each.
    let sorted = errors.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    errors = sorted.map(\.element).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    row.faults = errors.count
  }

  mutating func report(_ fault: LessonCheckFault, at line: SourceLine) {
    errors.append(LessonError(path: lesson.path, line: line, kind: .check(fault)))
  }

  mutating func report(_ error: LessonScriptError) {
    let command = error.command.isEmpty ? "the setup" : error.command
    report(.failingCommand(command, reason: error.reason), at: error.line)
  }
}

extension LessonError {
  /// Whether a command could not be read, so that nothing can be run.
  var isAboutReading: Bool {
    if case .check(.unreadableCommand) = kind { true } else { false }
  }
}
