// Commands and verbs, before anything runs.

extension LessonChecker {
  /// Every command can be read, and every verb that the learner needs has been taught.
  mutating func checkWords() {
    for verb in lesson.teaches where !LessonChecker.isVerb(verb.text) {
      reportUnknown(verb.text, at: verb.line)
    }
    let known = taught
    for step in lesson.steps {
      for command in step.stageCommands { _ = read(command) }
      for command in step.learnerCommands {
        for invocation in read(command) { checkTaught(invocation, known, at: command.line) }
      }
      for permission in step.allowed + step.denied {
        for verb in permission.verbs where !LessonChecker.isVerb(verb) {
          reportUnknown(verb, at: permission.line)
        }
      }
      for watch in step.watches where (try? CommandParser.parse("until \(watch.event)")) == nil {
        report(.unknownEvent(watch.event), at: watch.line)
      }
    }
  }

  private mutating func read(_ command: SourceText) -> [Invocation] {
    do {
      return try CommandParser.parse(command.text)
    } catch {
      report(.unreadableCommand(command.text, reason: error.message.headline), at: command.line)
      return []
    }
  }

  /// Looking around and driving the lesson needs no teaching.
  private mutating func checkTaught(
    _ invocation: Invocation, _ known: [String], at line: SourceLine
  ) {
    guard ![.lessons, .looking].contains(invocation.command.family) else { return }
    let names = invocation.names.map { $0.lowercased() }
    guard !names.contains(where: { known.contains($0) }) else { return }
    // Once is enough: one word in the front matter puts all of them right.
    let fault = LessonCheckFault.untaughtVerb(invocation.command.name)
    if !errors.contains(where: { $0.kind == .check(fault) }) { report(fault, at: line) }
  }

  /// What this lesson and all that it needs teach, in lower case.
  private var taught: [String] {
    var verbs: [String] = []
    var waiting = [lesson.id]
    var seen: [String] = []
    while let id = waiting.popLast() {
      guard !seen.contains(id), let lesson = lessons.first(where: { $0.id == id }) else { continue }
      seen.append(id)
      verbs += lesson.teaches.map { $0.text.lowercased() }
      waiting += lesson.needs.map(\.text)
    }
    return verbs
  }

  private mutating func reportUnknown(_ verb: String, at line: SourceLine) {
    let suggestion = NearestWord.suggestion(
      for: verb, among: CommandCatalog.all.flatMap(\.names))
    report(.unknownVerb(verb, suggestion: suggestion), at: line)
  }

  private static func isVerb(_ text: String) -> Bool {
    let text = text.lowercased()
    return CommandCatalog.all.contains { command in
      command.names.contains { $0.lowercased() == text }
    }
  }
}

extension LessonStep {
  /// What the learner is not asked to type: setup, opening, rivals, the lanes of a contrast,
  /// proofs, and mistakes, for which somebody may know more than was taught.
  var stageCommands: [SourceText] {
    var commands = (setup?.commands ?? []) + (opening?.commands ?? [])
    commands += order?.proof.commands ?? []
    commands += mistakes.flatMap(\.attempt.commands)
    if let contrast {
      commands +=
        LessonScript(lines: [contrast.left, contrast.right], line: contrast.line).commands
    }
    return commands
      + templates.flatMap { template in
        template.computations.flatMap(\.commands).map { SourceText($0, line: template.source.line) }
      }
  }

  /// What the learner is asked, shown or expected to type, and must have been taught.
  var learnerCommands: [SourceText] {
    let lines =
      predictions.map(\.commands) + solutions.flatMap(\.lines)
      + hints.flatMap(\.commands) + (contrast?.workload.lines ?? [])
    return LessonScript(lines: lines, line: line).commands
  }

  /// Every text with computed pieces.
  var templates: [Template] {
    var templates = watches.map(\.caption) + hints.map(\.text) + mistakes.map(\.feedback)
    templates += order?.feedback.map(\.text) ?? []
    for prediction in predictions {
      templates.append(prediction.question)
      templates += prediction.options.map(\.text) + prediction.options.compactMap(\.feedback)
    }
    return templates
  }
}
