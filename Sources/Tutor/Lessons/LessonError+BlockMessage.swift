extension LessonError.BlockFault {
  func message(of block: String) -> FileMessage {
    switch self {
    case .empty:
      FileMessage(what: "the \(block) is empty", fix: "fill it, or take it out")
    case .tooManyLines(let limit):
      FileMessage(what: "the \(block) has more than \(limit) lines", fix: "split it")
    case .longLine(let limit):
      FileMessage(what: "the line is longer than \(limit) bytes", fix: "split it")
    case .unexpectedWords(let words):
      FileMessage(
        what: "\(block) takes no words on its fence: \(words)", fix: "put them inside the block")
    case .noSentence(let claim):
      FileMessage(
        what: "the goal \(claim) has no sentence for the learner",
        fix: "add one after two blanks: \(claim)  what must be true, in words")
    case .missingPart(let part, let example):
      FileMessage(
        what: "the \(block) has no \(part)", fix: "add, for example, \(example)")
    case .emptyPart(let part):
      FileMessage(what: "nothing follows \(part)", fix: "fill it, or take out the line")
    case .noVerbs:
      FileMessage(what: "\(block) names no verb", fix: "write them on the fence: \(block) read")
    case .noReason:
      FileMessage(
        what: "the \(block) does not say why", fix: "write a sentence for the learner inside it")
    case .badOrderLine(let text, let expected):
      FileMessage(
        what: "\(text) is no line of an order",
        fix: "write \(expected) and the line to sort, or answer:, proof:, head: or 2 1 => feedback")
    case .badAnswer(let text, let lines):
      FileMessage(
        what: "\(text) is no order of these lines",
        fix: "write numbers from 1 to \(lines), each at most once")
    case .noEvent(let text):
      FileMessage(what: "\(text) names no event", fix: "write EVENT: caption, such as miss: …")
    case .prediction(let fault):
      fault.message
    }
  }
}

extension LessonError.PredictionFault {
  var message: FileMessage {
    switch self {
    case .noQuestion:
      FileMessage(what: "the predict asks nothing", fix: "write the question above its options")
    case .badOption(let text):
      FileMessage(
        what: "\(text) is no option",
        fix: "write - [ ] text, - [x] the right one, or - [=] a number")
    case .tooFewOptions:
      FileMessage(what: "the predict has fewer than two options", fix: "add the answer of a rival")
    case .tooManyOptions(let limit):
      FileMessage(what: "the predict has more than \(limit) options", fix: "take some out")
    case .noRightOption:
      FileMessage(what: "no option is marked as right", fix: "write [x] before it")
    case .manyRightOptions:
      FileMessage(what: "several options are marked as right", fix: "leave one [x]")
    case .mixedMarks:
      FileMessage(
        what: "[x], [=] and [*] stand in one predict", fix: "ask for a letter, a number or words")
    case .sameOption(let text):
      FileMessage(what: "the option \(text) stands twice", fix: "make them different")
    case .badTolerance(let text):
      FileMessage(what: "± \(text) is no distance", fix: "write ± 5 % or ± 10")
    }
  }
}

extension LessonError.LibraryFault {
  var message: FileMessage {
    switch self {
    case .noFolder(let how):
      FileMessage(what: "there is no such folder", fix: "make it, or change \(how)")
    case .unreadable(let reason):
      FileMessage(what: "it cannot be read: \(reason)", fix: "look at its permissions")
    case .notAFile:
      FileMessage(what: "it is no ordinary file", fix: "put the lesson itself there")
    case .strayFile:
      FileMessage(
        what: "nothing reads this file",
        fix: "name it NN-name.md in a folder NN-chapter, or move it")
    case .badTrace(let what):
      FileMessage(what: what, fix: "mend it, or take it out")
    case .badName(let expected):
      FileMessage(what: "the name says no order", fix: "rename it, for example \(expected)")
    case .repeatedIdentifier(let id, let other):
      FileMessage(what: "\(other) has the id \(id) too", fix: "give one of them another id")
    case .unknownNeed(let id, let suggestion):
      FileMessage(
        what: "there is no lesson \(id)",
        fix: suggestion.map { "did you mean \($0)?" } ?? "take it out of needs:")
    case .circle(let ids):
      FileMessage(
        what: "these lessons need each other: \(ids.joined(separator: " → "))",
        fix: "take one of them out of needs:")
    case .noLessons:
      FileMessage(
        what: "no lesson lies in this folder", fix: "put NN-name.md files into NN-chapter folders")
    case .tooManyLessons(let limit):
      FileMessage(what: "more than \(limit) lessons", fix: "split the folder")
    }
  }
}

extension LessonError.ProofFault {
  var message: FileMessage {
    switch self {
    case .tooFewHints(let count):
      FileMessage(
        what: "the step has \(count) hint\(count == 1 ? "" : "s")",
        fix: "write at least 3, from a nudge to a command")
    case .lastHintNotRunnable:
      FileMessage(
        what: "the last hint cannot be run", fix: "end it with run: and the commands that solve it")
    case .noSolution:
      FileMessage(what: "nothing proves that the step can be solved", fix: "add a solution block")
    case .noGoal:
      FileMessage(what: "the step has a solution and no goal", fix: "add a goal block")
    case .tooFewMistakes(let count):
      FileMessage(
        what: "the lesson has \(count) mistake\(count == 1 ? "" : "s")",
        fix: "write at least 2 with the feedback that they deserve")
    case .noPrediction:
      FileMessage(what: "the lesson asks for no prediction", fix: "add a predict block")
    case .noOtherPath:
      FileMessage(
        what: "no step shows a second way to solve it", fix: "add another solution block to one")
    case .noContrast:
      FileMessage(what: "the lesson has no contrast", fix: "end it with a contrast block")
    case .noProduction:
      FileMessage(
        what: "the lesson does not say how it is done in production",
        fix: "add a last part: ## In production")
    }
  }
}
