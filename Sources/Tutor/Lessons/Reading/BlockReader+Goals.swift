extension BlockReader {
  /// `goal`: a claim and its sentence on each line.
  mutating func goals() -> [LessonGoal] {
    content.compactMap { part("score", of: $0) == nil ? goal($0) : nil }
  }

  /// `score: capacity <= 12   places`: what a good way is measured by; no goal.
  mutating func score() -> LessonGoal? {
    let lines = content
    for line in lines {
      if let text = filledPart("score", of: line), !text.text.isEmpty { return goal(text) }
    }
    return nil
  }

  /// `db.loads <= 1  only one request reached the database`; a dash parts the two as well.
  mutating func goal(_ line: SourceText) -> LessonGoal? {
    let (text, sentence) = split(line.text)
    do {
      let claim = try Claim.parse(text, line: line.line)
      if sentence.isEmpty { report(.noSentence(claim: claim.text), at: line.line) }
      return LessonGoal(claim: claim, sentence: sentence, line: line.line)
    } catch {
      report(.claim(error), at: line.line)
      return nil
    }
  }

  /// Parts a claim from its sentence at two blanks, a tab or a dash outside of quotes.
  private func split(_ line: String) -> (claim: String, sentence: String) {
    var isQuoted = false
    let scalars = line.unicodeScalars
    for index in scalars.indices {
      if scalars[index] == "\"" { isQuoted.toggle() }
      guard !isQuoted, scalars[index].isBlank else { continue }
      let rest = line[scalars.index(after: index)...]
      let isGap = scalars[index] == "\t" || rest.unicodeScalars.first?.isBlank == true
      guard isGap || rest.hasPrefix("— ") || rest.hasPrefix("-- ") else { continue }
      var sentence = rest.trimmed
      for dash in ["— ", "-- "] where sentence.hasPrefix(dash) {
        sentence = sentence.dropFirst(dash.count).trimmed
      }
      return (String(line[..<index]), sentence)
    }
    return (line, "")
  }

  /// `mistake`: `when:` claims, `try:` commands, and the feedback.
  mutating func mistake() -> LessonMistake? {
    var conditions: [Claim] = []
    var attempt: [SourceText] = []
    var feedback: [SourceText] = []
    var hasWhen = false
    for line in content {
      if let text = filledPart("when", of: line) {
        hasWhen = true
        if !text.text.isEmpty { conditions += claims(text) }
      } else if let text = filledPart("try", of: line) {
        attempt.append(text)
      } else {
        feedback.append(line)
      }
    }
    if !hasWhen { report(.missingPart("when:", example: "when: capacity > 8")) }
    if attempt.isEmpty { report(.missingPart("try:", example: "try: capacity 100")) }
    if feedback.isEmpty {
      report(.missingPart("feedback", example: "a sentence that says what is still wrong"))
    }
    let text = feedback.map(\.text).joined(separator: " ")
    return LessonMistake(
      conditions: conditions, attempt: LessonScript(lines: attempt, line: fence.line),
      feedback: template(text, at: feedback.first?.line ?? fence.line), line: fence.line)
  }

  /// `hint`: one rung, or several with an empty line between them.
  mutating func hints() -> [LessonHint] {
    let rungs = fence.lines.split { $0.text.trimmed.isEmpty }
    return rungs.compactMap { hint(Array($0)) }
  }

  private mutating func hint(_ lines: [SourceText]) -> LessonHint? {
    var conditions: [Claim] = []
    var commands: [SourceText] = []
    var text: [String] = []
    for line in lines.map({ SourceText($0.text.trimmed, line: $0.line) }) {
      if let part = filledPart("when", of: line) {
        if !part.text.isEmpty { conditions += claims(part) }
      } else if let part = filledPart("run", of: line) {
        commands.append(part)
      } else {
        text.append(line.text)
      }
    }
    let place = lines.first?.line ?? fence.line
    var sentence = text.joined(separator: " ")
    let inner = sentence.dropFirst().dropLast()
    if commands.isEmpty, sentence.hasPrefix("`"), sentence.hasSuffix("`"), !inner.isEmpty,
      !inner.contains("`")
    {
      // A rung that is nothing but a command in backquotes can be run as it stands.
      commands = [SourceText(String(inner), line: place)]
      sentence = ""
    }
    if commands.isEmpty, sentence.isEmpty { report(.empty, at: place) }
    return LessonHint(
      conditions: conditions, text: template(sentence, at: place), commands: commands, line: place)
  }
}
