extension Lesson {
  /// What the lesson still owes, as far as it can be seen without running it.
  ///
  /// A draft with gaps can be tried out all the same; the checker insists.
  public func missingProofs() -> [LessonError] {
    var faults = steps.flatMap { step in
      step.missingProofs().map { (line: step.line, fault: $0) }
    }
    let mistakes = steps.reduce(0) { $0 + $1.mistakes.count }
    if mistakes < 2 { faults.append((idLine, .tooFewMistakes(mistakes))) }
    if steps.allSatisfy(\.predictions.isEmpty) { faults.append((idLine, .noPrediction)) }
    if steps.allSatisfy({ $0.solutions.count < 2 }) { faults.append((idLine, .noOtherPath)) }
    if steps.allSatisfy({ $0.contrast == nil }) { faults.append((idLine, .noContrast)) }
    if production.isEmpty { faults.append((idLine, .noProduction)) }
    return faults.map { LessonError(path: path, line: $0.line, kind: .proof($0.fault)) }
  }
}

extension LessonStep {
  fileprivate func missingProofs() -> [LessonError.ProofFault] {
    guard asksForWork else { return solutions.isEmpty ? [] : [.noGoal] }
    var faults: [LessonError.ProofFault] = []
    if hints.count < 3 { faults.append(.tooFewHints(hints.count)) }
    if let last = hints.last(where: \.conditions.isEmpty), !last.isRunnable {
      faults.append(.lastHintNotRunnable)
    }
    // A contrast with goals is its own solution: its workload is the proof.
    if solutions.isEmpty, !goals.isEmpty || order != nil { faults.append(.noSolution) }
    return faults
  }
}
