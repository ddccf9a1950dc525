import CacheEngine
import Simulation

// MARK: lines to be put in order

extension Drill {
  /// The lines of `read`, shuffled; nil when they are too few or nested too deeply.
  func ordering(_ scene: LessonScript, _ program: [String]) -> LessonStep? {
    guard let (head, lines, rest) = Drill.flat(program), lines.count >= 3,
      let start = begun(part(title: "", scene)), let end = after(Drill.reads, from: start)
    else { return nil }
    var random = SeededRandom(seed: seed)
    var shown = Array(lines.indices)
    for index in shown.indices.dropLast() {
      shown.swapAt(index, index + random.below(shown.count - index))
    }
    if shown == Array(lines.indices) { shown.reverse() }
    let answer = lines.indices.compactMap { shown.firstIndex(of: $0).map { $0 + 1 } }
    let line = SourceLine(1)
    var order = LessonOrder(
      head: head, rest: rest, lines: shown.map { SourceText(lines[$0], line: line) },
      answers: [answer],
      proof: LessonScript(lines: Drill.reads.map { SourceText($0, line: line) }, line: line),
      line: line)
    order.feedback = []
    var part = part(title: "The lines of read", scene)
    part.order = order
    part.goals = goals(Drill.figures, of: end)
    part.before = [
      Drill.paragraph(
        "From `\(source.id)`: put the lines of `read` in order again. "
          + "Type `answer` and their numbers; any order is run with two reads of `\(Drill.key)`.")
    ]
    let command = "answer " + answer.map { "\($0)" }.joined(separator: " ")
    part.solutions = [script([command])]
    part.hints = hints(
      ["First comes `\(lines[0])`.", "Last comes `\(lines[lines.count - 1])`."], run: command)
    return isSound(part, by: [command]) ? part : nil
  }

  /// `def read` as lines of one statement each, and what follows it; nil when that cannot be.
  static func flat(_ program: [String]) -> (head: String, lines: [String], rest: [String])? {
    guard let head = program.first, head.hasPrefix("def read") else { return nil }
    let body = program.dropFirst().prefix { $0.hasPrefix("    ") }
    let rest = program.dropFirst(1 + body.count).drop { $0.isEmpty }
    var lines: [String] = []
    for line in body {
      let text = line.trimmed
      let depth = (line.count - text.count) / 4
      if depth == 1 {
        // Only a condition may hold a line, and only one.
        guard !text.hasSuffix(":") || text.hasPrefix("if ") else { return nil }
        lines.append(text)
      } else {
        guard depth == 2, let last = lines.last, last.hasPrefix("if "), last.hasSuffix(":") else {
          return nil
        }
        lines[lines.count - 1] = "\(last) \(text)"
      }
    }
    guard lines.allSatisfy({ !$0.hasSuffix(":") }) else { return nil }
    return (head, lines, Array(rest))
  }
}

// MARK: a line that is missing

extension Drill {
  /// The program without one line that matters; nil when there is none that can be put back.
  func gap(_ scene: LessonScript, _ program: [String]) -> LessonStep? {
    guard let whole = begun(part(title: "", scene)), let end = after(Drill.calls, from: whole)
    else { return nil }
    let goals = goals(Drill.figures, of: end)
    var random = SeededRandom(seed: seed)
    var numbers = program.indices.filter { Drill.isStatement(program[$0]) }.map { $0 + 1 }
    for index in numbers.indices.dropLast() {
      numbers.swapAt(index, index + random.below(numbers.count - index))
    }
    for number in numbers {
      if let part = gap(at: number, scene, program, goals) { return part }
    }
    return nil
  }

  private static func isStatement(_ line: String) -> Bool {
    let text = line.trimmed
    return !text.isEmpty && !text.hasSuffix(":") && line.hasPrefix("    ")
  }

  private func gap(
    at number: Int, _ scene: LessonScript, _ program: [String], _ goals: [LessonGoal]
  ) -> LessonStep? {
    let text = program[number - 1].trimmed
    var setup = scene
    setup.lines.append(SourceText("edit delete \(number)", line: scene.line))
    var part = part(title: "A line is missing", setup)
    part.goals = goals
    let calls = Drill.calls.joined(separator: " ; ")
    part.before = [
      Drill.paragraph(
        "From `\(source.id)`: line \(number) of the program has been taken out. Put it back with "
          + "`edit insert \(number) …`, and prove it: `\(calls)`.")
    ]
    let repair = "edit insert \(number) \(text)"
    part.solutions = [script([repair] + Drill.calls)]
    let call = text.prefix { $0 != "(" }
    let first = text.contains("(") ? "It has to do with `\(call)`." : "It begins with `\(call)`."
    part.hints = hints(
      [
        "Run `\(calls)` first and compare: what happens too often, and what not at all?", first,
      ], run: ([repair] + Drill.calls).joined(separator: " ; "))
    // Without the line something else must happen, and with it the same as before.
    guard let start = begun(part), after(Drill.calls, from: start)?.run?.isSolved != true,
      isSound(part, by: [repair] + Drill.calls)
    else { return nil }
    return part
  }
}

// MARK: what both have in common

extension Drill {
  /// What a program is judged by.
  private static let figures = [
    (word: "answered", sentence: "people answered: #"),
    (word: "db.loads", sentence: "loads at the database: #"),
    (word: "hits", sentence: "hits in the cache: #"),
    (word: "slowest", sentence: "the slowest after #"),
  ]

  private func isSound(_ part: LessonStep, by solution: [String]) -> Bool {
    guard !part.goals.isEmpty, let start = begun(part), start.run?.isSolved == false else {
      return false
    }
    return after(solution, from: start)?.run?.isSolved == true
  }

  private func script(_ lines: [String]) -> LessonScript {
    LessonScript(lines: lines.map { SourceText($0, line: SourceLine(1)) }, line: SourceLine(1))
  }

  private func hints(_ texts: [String], run command: String) -> [LessonHint] {
    let line = SourceLine(1)
    let words = texts.map { LessonHint(text: Template($0, line: line), line: line) }
    let last = LessonHint(
      text: Template("It is this.", line: line), commands: [SourceText(command, line: line)],
      line: line)
    return words + [last]
  }

  private static func paragraph(_ sentence: String) -> Prose {
    Prose(.paragraph(ProseSpan.spans(ofSentence: sentence)), line: SourceLine(1))
  }
}
