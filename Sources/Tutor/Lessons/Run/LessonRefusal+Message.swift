extension LessonRefusal {
  /// What to say to the learner.
  public var message: UserMessage {
    switch self {
    case .unknownStep(let number, let count):
      UserMessage(
        "There is no part \(number)",
        detail: "The lesson has \(count) part\(count == 1 ? "" : "s").",
        nextStep: "lesson ID starts at the first one.")
    case .nothingToAnswer:
      UserMessage(
        "Nothing was asked", detail: "A question of the lesson is answered once.",
        nextStep: "task shows what is to be done.")
    case .notAnAnswer(let given, let expectation):
      UserMessage(
        given.isEmpty ? "The answer is missing" : "\(given) does not answer the question",
        nextStep: "Type answer and \(expectation).")
    case .notAKey(let word):
      UserMessage(
        "There is no key \(word)", detail: "The answer is one or more keys.",
        nextStep: "show cache says which keys there are.")
    case .notAnOrder(let given, let lines):
      UserMessage(
        given.isEmpty ? "The order is missing" : "\(given) is no order of the lines",
        detail: "Give numbers from 1 to \(lines), each at most once.",
        nextStep: "For example: answer "
          + (1...max(1, lines)).reversed().map { String($0) }.joined(separator: " "))
    case .notSolved(let sentences):
      UserMessage(
        "This part is not solved yet", detail: sentences.joined(separator: "; "),
        nextStep: "hint helps; skip goes on all the same.")
    case .noHints:
      UserMessage(
        "There are no hints here", nextStep: "task shows what is to be done; next goes on.")
    case .noSolution:
      UserMessage("There is nothing to solve here", nextStep: "next goes on.")
    case .lastLesson:
      UserMessage(
        "That was the last lesson", detail: "Anything may be tried in the sandbox.",
        nextStep: "lessons lists all lessons; reset sandbox starts afresh.")
    case .brokenLesson(let path, let line, let command, let reason):
      UserMessage(
        "The lesson is broken: \(path):\(line.number)", detail: "\(command): \(reason)",
        nextStep: "cachetutor check finds such things; lessons lists the others.")
    }
  }
}
