extension BlockReader {
  /// How an option is marked.
  private enum Mark: Character {
    case wrong = " "
    case right = "x"
    case number = "="
    case words = "*"
  }

  private struct Row {
    var mark: Mark
    var text: String
    var line: SourceLine
  }

  /// `predict COMMANDS`: a question, then its options.
  mutating func prediction() -> LessonPrediction? {
    var question: [SourceText] = []
    var rows: [Row] = []
    for line in content {
      if line.text.hasPrefix("- ") {
        if let row = row(line) { rows.append(row) }
      } else if rows.isEmpty {
        question.append(line)
      } else {
        rows[rows.count - 1].text += " " + line.text
      }
    }
    if question.isEmpty { report(.prediction(.noQuestion)) }
    guard errors.isEmpty || !rows.isEmpty else { return nil }
    var form = checkedForm(of: rows)
    let options = rows.map { option($0, &form) }
    checkDifferent(options)
    let text = question.map(\.text).joined(separator: " ")
    return LessonPrediction(
      commands: SourceText(fence.arguments, line: fence.line),
      question: template(text, at: question.first?.line ?? fence.line), form: form,
      options: options, line: fence.line)
  }

  private mutating func row(_ line: SourceText) -> Row? {
    let head = Array(line.text.prefix(6))
    guard head.count == 6, head[2] == "[", head[4] == "]", head[5] == " ",
      line.text.utf8.count > 6, let mark = Mark(rawValue: head[3] == "X" ? "x" : head[3])
    else {
      report(.prediction(.badOption(line.text)), at: line.line)
      return nil
    }
    return Row(mark: mark, text: line.text.dropFirst(6).trimmed, line: line.line)
  }

  private mutating func checkedForm(of rows: [Row]) -> LessonPrediction.Form {
    let right = rows.filter { $0.mark != .wrong }
    if rows.count > LessonLimits.options {
      report(
        .prediction(.tooManyOptions(limit: LessonLimits.options)),
        at: rows[LessonLimits.options].line)
    }
    guard let first = right.first else {
      report(.prediction(.noRightOption))
      return .choice
    }
    if let second = right.dropFirst().first {
      let isSame = second.mark == first.mark
      report(.prediction(isSame ? .manyRightOptions : .mixedMarks), at: second.line)
    }
    switch first.mark {
    case .number: return .number(.absolute(0))
    case .words: return .words
    case .right, .wrong:
      if rows.count < 2 { report(.prediction(.tooFewOptions)) }
      return .choice
    }
  }

  private mutating func option(
    _ row: Row, _ form: inout LessonPrediction.Form
  ) -> LessonPrediction.Option {
    var text = row.text
    var feedback: String?
    if let arrow = rangeOfArrow(in: text) {
      feedback = text[arrow.upperBound...].trimmed
      text = text[..<arrow.lowerBound].trimmed
    }
    if row.mark == .number {
      form = .number(takeTolerance(from: &text, at: row.line))
    }
    let (misconception, sentence) = misconception(in: feedback)
    return LessonPrediction.Option(
      text: template(text, at: row.line), isRight: row.mark != .wrong,
      feedback: sentence.map { template($0, at: row.line) }, misconception: misconception,
      line: row.line)
  }

  private func rangeOfArrow(in text: String) -> Range<String.Index>? {
    let bytes = text.utf8
    let start = bytes.indices.first { bytes[$0...].starts(with: "=>".utf8) }
    return start.map { $0..<bytes.index($0, offsetBy: 2) }
  }

  /// `{moved} ± 5 %` loses its tolerance.
  private mutating func takeTolerance(
    from text: inout String, at line: SourceLine
  ) -> LessonPrediction.Tolerance {
    for sign in ["±", "+-"] {
      let parts = text.split(separator: sign, maxSplits: 1)
      guard parts.count == 2 else { continue }
      let tolerance = parts[1].trimmed
      text = parts[0].trimmed
      if let share = Quantity.percent(tolerance), share >= 0 { return .relative(share) }
      if let distance = Quantity.number(tolerance), distance >= 0 { return .absolute(distance) }
      report(.prediction(.badTolerance(tolerance)), at: line)
    }
    return .absolute(0)
  }

  /// `lru-is-fifo: That is what FIFO would evict.` names the belief before the sentence.
  private func misconception(in feedback: String?) -> (name: String?, sentence: String?) {
    guard let feedback, !feedback.isEmpty else { return (nil, nil) }
    let parts = feedback.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    let isName =
      name.count > 1
      && name.allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 }
      }
    guard isName else { return (nil, feedback) }
    let sentence = parts.count == 2 ? parts[1].trimmed : ""
    return (String(parts[0]), sentence.isEmpty ? nil : sentence)
  }

  private mutating func checkDifferent(_ options: [LessonPrediction.Option]) {
    for (index, option) in options.enumerated() {
      let before = options[..<index].map(\.text.source.text)
      if before.contains(option.text.source.text) {
        report(.prediction(.sameOption(option.text.source.text)), at: option.line)
      }
    }
  }
}
