import Simulation

extension LessonCheckFault {
  /// What is wrong and how to put it right.
  public var message: FileMessage {
    switch self {
    case .unreadableCommand(let command, let reason):
      FileMessage(what: "\(command) is no command: \(reason)", fix: "help lists all commands")
    case .failingCommand(let command, let reason):
      FileMessage(what: "\(command) does not work here: \(reason)", fix: "try it in the lesson")
    case .untaughtVerb(let verb):
      FileMessage(
        what: "nobody has taught \(verb) yet",
        fix: "add it to teaches:, or the lesson that teaches it to needs:")
    case .unknownVerb(let verb, let suggestion):
      FileMessage(
        what: "there is no command \(verb)",
        fix: suggestion.map { "did you mean \($0)?" } ?? "help lists all commands")
    case .unknownEvent(let event):
      FileMessage(
        what: "nothing is called \(event)",
        fix: "write what until takes, such as miss, line 5 or queue>0")
    case .tooManyGoals(let count, let limit):
      FileMessage(
        what: "\(count) goals do not fit an 80×24 screen", fix: "ask for \(limit) at most")
    case .emptyExperiment:
      FileMessage(
        what: "an experiment needs a line, figures and why they surprise",
        fix: "write a solution, a goal, and text below them")
    default: proofMessage
    }
  }

  private var proofMessage: FileMessage {
    switch self {
    case .solvedAtStart(let goals):
      FileMessage(
        what: "the goals hold before anybody has done anything: \(list(goals))",
        fix: "ask for what the learner has to bring about, or write over command")
    case .unsolvedBySolution(let number, let unmet):
      FileMessage(
        what: "solution \(number) does not solve the step: \(list(unmet))",
        fix: "put the commands right, or the goal")
    case .unsolvedByOrder(let order, let unmet):
      FileMessage(
        what: "the order \(text(order)) does not solve the step: \(list(unmet))",
        fix: "put answer: right, or the goal")
    case .solvedByOrder(let order):
      FileMessage(
        what: "the order \(text(order)) solves the step and has feedback for a wrong one",
        fix: "add it to the answers, or make the goal stricter")
    case .unsolvedByContrast(let unmet):
      FileMessage(
        what: "the contrast does not come out as it says: \(list(unmet))",
        fix: "put its goals or its rules right")
    default: helpMessage
    }
  }

  private var helpMessage: FileMessage {
    switch self {
    case .solvedByMistake(let command):
      FileMessage(
        what: "\(command) is called a mistake and solves the step", fix: "make the goal stricter")
    case .silentMistake(let command):
      FileMessage(
        what: "\(command) does not bring up its feedback",
        fix: "put when: right: it is judged after the last command of the try")
    case .otherMistake(let command, let line):
      FileMessage(
        what: "\(command) brings up the feedback of line \(line.number) instead",
        fix: "make the when: of line \(line.number) stricter, or put this mistake before it")
    case .uselessHint(let command):
      FileMessage(
        what: "the last hint gets nobody further: \(command)",
        fix: "let it run what solves the step")
    default: optionMessage
    }
  }

  private var optionMessage: FileMessage {
    switch self {
    case .sameOptions(let first, let second):
      FileMessage(
        what: "two options say the same: \(first) and \(second)",
        fix: "choose another rival, or other numbers")
    case .wrongOptionIsTrue(let text):
      FileMessage(
        what: "the rival of the option \(text) makes no difference",
        fix: "choose one that does: its commands run before those of the question")
    case .unprovenOption(let text):
      FileMessage(
        what: "nothing proves that the right option is \(text)",
        fix: "compute it, such as {slowest} or {db.loads}")
    case .emptyFigure(let text, let reason):
      FileMessage(
        what: "\(text) cannot be computed: \(reason)", fix: "ask for something that is there")
    case .earlyFigure(let word, let now, let then):
      FileMessage(
        what: "\(word) in the question is \(now), and \(then) once its commands have run",
        fix: "write the number, or put the commands after a bar: {\(word) | COMMANDS}")
    case .idleWatch(let event):
      FileMessage(
        what: "nothing that solves the step or goes wrong in it comes to \(event)",
        fix: "watch for something that happens, or take the caption out")
    case .tooMuchText(let lines, let limit):
      FileMessage(
        what: "the text takes \(lines) lines of an 80×24 screen", fix: "keep to \(limit), or split")
    case .wideGoal(let columns, let limit):
      FileMessage(
        what: "the goal takes \(columns) columns with its distance", fix: "keep to \(limit)")
    case .wideLine(let columns, let limit):
      FileMessage(what: "the line takes \(columns) columns", fix: "keep to \(limit)")
    default: mutantMessage
    }
  }

  private var mutantMessage: FileMessage {
    switch self {
    case .unknownMutant(let name, let suggestion):
      FileMessage(
        what: "no defect is called \(name)",
        fix: suggestion.map { "did you mean \($0)?" }
          ?? "there are: " + Defect.allCases.map(\.rawValue).joined(separator: ", "))
    case .survivingMutant(let name, let what):
      FileMessage(
        what: "the lesson does not notice \(name): \(what)",
        fix: "ask for something that this breaks, or take it out of mutants:")
    default: FileMessage(what: "the step is wrong", fix: "look at it again")
    }
  }

  private func list(_ lines: [String]) -> String {
    lines.isEmpty ? "nothing is missing but the end" : lines.joined(separator: "; ")
  }

  private func text(_ order: [Int]) -> String {
    order.map { String($0) }.joined(separator: " ")
  }
}
