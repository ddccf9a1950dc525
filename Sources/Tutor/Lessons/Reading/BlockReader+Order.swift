extension BlockReader {
  /// `order`: numbered lines, their right order, and the commands that prove it.
  mutating func order() -> LessonOrder? {
    var order = LessonOrder(
      lines: [], answers: [], proof: LessonScript(lines: [], line: fence.line), line: fence.line)
    var answers: [SourceText] = []
    var feedback: [(answer: SourceText, text: SourceText)] = []
    for line in content {
      if let text = filledPart("answer", of: line) {
        answers.append(text)
      } else if let text = filledPart("proof", of: line) {
        order.proof.lines.append(text)
      } else if line.text.hasPrefix("rest: ") {
        // As it stands: blanks at its beginning mean something.
        order.rest.append(String(line.text.dropFirst(6)))
      } else if let text = filledPart("head", of: line) {
        order.head = text.text
      } else if let pair = pair(line) {
        feedback.append(pair)
      } else {
        addLine(line, to: &order)
      }
    }
    checkParts(of: order, answers: answers)
    for answer in answers {
      if let numbers = numbers(answer, lines: order.lines.count) { order.answers.append(numbers) }
    }
    for (answer, text) in feedback {
      guard let numbers = numbers(answer, lines: order.lines.count) else { continue }
      order.feedback.append(
        LessonOrder.Feedback(
          answer: numbers, text: template(text.text, at: text.line), line: text.line))
    }
    return order
  }

  private mutating func addLine(_ line: SourceText, to order: inout LessonOrder) {
    let parts = line.text.split(separator: " ", maxSplits: 1)
    let expected = order.lines.count + 1
    guard parts.count == 2, Int(parts[0]) == expected, expected <= LessonLimits.orderLines else {
      report(.badOrderLine(line.text, expected: expected), at: line.line)
      return
    }
    order.lines.append(SourceText(parts[1].trimmed, line: line.line))
  }

  private mutating func checkParts(of order: LessonOrder, answers: [SourceText]) {
    if order.lines.count < 2 {
      report(.missingPart("two lines to sort", example: "1 return value"))
    }
    if answers.isEmpty { report(.missingPart("answer:", example: "answer: 2 1")) }
    if order.proof.lines.isEmpty {
      report(.missingPart("proof:", example: "proof: read user:9 ; read user:9"))
    }
  }

  /// `4 3 2 5 1 => what happens then`.
  private func pair(_ line: SourceText) -> (answer: SourceText, text: SourceText)? {
    let parts = line.text.split(separator: " => ", maxSplits: 1)
    guard parts.count == 2, parts[0].allSatisfy({ $0.isNumber || $0.isWhitespace }) else {
      return nil
    }
    return (
      SourceText(parts[0].trimmed, line: line.line), SourceText(parts[1].trimmed, line: line.line)
    )
  }

  private mutating func numbers(_ text: SourceText, lines: Int) -> [Int]? {
    let words = text.text.split(separator: " ")
    let numbers = words.compactMap { Int($0) }
    let isGood =
      !numbers.isEmpty && numbers.count == words.count
      && numbers.allSatisfy { (1...max(1, lines)).contains($0) }
      && numbers.indices.allSatisfy { !numbers[..<$0].contains(numbers[$0]) }
    if isGood { return numbers }
    if !text.text.isEmpty { report(.badAnswer(text.text, lines: lines), at: text.line) }
    return nil
  }

  /// `contrast`: two rules, what both lanes are given, and what must come out.
  mutating func contrast() -> LessonContrast? {
    var left: SourceText?
    var right: SourceText?
    var goals: [LessonGoal] = []
    var workload: [SourceText] = []
    for line in content {
      if let text = filledPart("left", of: line) {
        left = text
      } else if let text = filledPart("right", of: line) {
        right = text
      } else if let text = filledPart("goal", of: line) {
        if !text.text.isEmpty, let goal = goal(text) { goals.append(goal) }
      } else {
        workload.append(line)
      }
    }
    if left == nil { report(.missingPart("left:", example: "left: pattern none")) }
    if right == nil { report(.missingPart("right:", example: "right: pattern cache-aside")) }
    if workload.isEmpty {
      report(.missingPart("workload", example: "traffic zipf 1000 keys=20"))
    }
    guard let left, let right else { return nil }
    return LessonContrast(
      left: left, right: right, workload: LessonScript(lines: workload, line: fence.line),
      goals: goals, line: fence.line)
  }
}
