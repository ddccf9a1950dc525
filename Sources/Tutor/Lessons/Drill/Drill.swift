import CacheEngine
import Simulation

// Puzzles out of a lesson's own program. Reading a program is not the same as knowing it: so its
// lines are shuffled, or one of them is taken out, and whoever puts them right is judged by what
// the program then does, beside what it did before. Nobody writes these parts: everything in them
// is computed from the lesson's setup, and what cannot be proved to work is left out.

extension Lesson {
  /// What a round of puzzles is called where lessons are called by their identity.
  static let drillID = "drill"
}

/// Makes puzzles from a lesson.
struct Drill {
  let tutor: Tutor
  let source: Lesson
  /// Other puzzles come with another number.
  let round: Int

  /// The key that everything is tried with: no lesson knows it, so nobody has cached it.
  static let key = "puzzle:1"
  static let reads = ["read \(key)", "read \(key)"]
  static let calls = reads + ["write \(key) Bo", "read \(key)"]

  /// A lesson of one or two parts; nil when the program is too small to be a puzzle.
  func lesson() -> Lesson? {
    var lesson = Lesson(id: Lesson.drillID, title: "Puzzles", digest: seed)
    lesson.isDrill = true
    lesson.panels = source.panels
    guard let (scene, program) = scene(in: lesson) else { return nil }
    for part in [ordering(scene, program), gap(scene, program)] {
      guard var part else { continue }
      part.number = lesson.steps.count + 1
      lesson.steps.append(part)
    }
    return lesson.steps.isEmpty ? nil : lesson
  }

  var seed: UInt64 {
    var hash = StableHash(seed: UInt64(round))
    hash.combine(source.id)
    return hash.value
  }

  /// The setup whose program is the longest, and that program.
  private func scene(in lesson: Lesson) -> (LessonScript, [String])? {
    var best: (LessonScript, [String])?
    for setup in source.steps.compactMap(\.setup) {
      var setup = setup
      setup.lines.append(SourceText("rows \(Drill.key)=Ada", line: setup.line))
      guard let begun = begun(part(title: "", setup)) else { continue }
      let lines = begun.stage.world.pattern.lines
      if lines.count > best?.1.count ?? 0 { best = (setup, lines) }
    }
    return best
  }

  func part(title: String, _ setup: LessonScript) -> LessonStep {
    var part = LessonStep(number: 1, title: title, line: setup.line)
    part.setup = setup
    return part
  }

  /// A tutor at the beginning of a part; nil when its setup does not work.
  func begun(_ part: LessonStep) -> Tutor? {
    var lesson = Lesson(id: Lesson.drillID, title: "", digest: seed)
    lesson.isDrill = true
    lesson.steps = [part]
    var copy = tutor
    guard (try? copy.begin(lesson, at: 0)) != nil else { return nil }
    return copy
  }

  /// The tutor after these lines; nil when one of them does not work.
  func after(_ lines: [String], from start: Tutor) -> Tutor? {
    var copy = start
    for line in lines where copy.execute(line).error != nil { return nil }
    return copy
  }

  /// What a program does, as goals: the same for every program that does the same.
  func goals(_ words: [(word: String, sentence: String)], of end: Tutor) -> [LessonGoal] {
    words.compactMap { word, sentence in
      guard let subject = ClaimWord.named(word, arguments: 0).map({ Claim.Subject(word: $0) })
      else { return nil }
      let figure = GoalCatalog.figure(of: subject, over: .step, on: end.stage)
      guard let number = figure.number else { return nil }
      let text = "\(word) == \(Int64(number))"
      let value: Claim.Value =
        if case .duration(let ticks) = figure { .duration(ticks) } else { .number(number) }
      let claim = Claim(subject: subject, value: value, text: text, line: SourceLine(1))
      return LessonGoal(
        claim: claim, sentence: sentence.replacing("#", with: figure.text), line: SourceLine(1))
    }
  }
}
