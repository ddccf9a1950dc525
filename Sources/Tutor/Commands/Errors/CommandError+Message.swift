import Keyspace
import Simulation

extension CommandError {
  /// What to say to the learner.
  public var message: UserMessage {
    switch self {
    case .lineTooLong(let limit):
      UserMessage(
        "The line is longer than \(Words.count(limit)) characters",
        nextStep: "Split it into several lines.")
    case .tooManyWords(let limit, _):
      UserMessage(
        "The line has more than \(Words.count(limit)) words",
        nextStep: "Write many keys as a range: city:1..1000")
    case .unclosedQuote:
      UserMessage("This quote is never closed", nextStep: "Add \" where the text ends.")
    case .unknownEscape(let text, _):
      UserMessage(
        "\(text) means nothing",
        detail: "Between quotes these do: \\n \\t \\r \\\" \\\\ and \\xNN for any byte.",
        nextStep: "Write \\\\ for a backslash.")
    case .strayAmpersand:
      UserMessage(
        "& stands at the end of a command", detail: "It sends the command into the background.",
        nextStep: "Write ; between two commands: read user:1 & ; read user:2")
    case .unknownCommand(let word, let suggestion, _):
      UserMessage(
        "There is no command \(word)",
        nextStep: suggestion.map { "Did you mean \($0)?" } ?? "help lists all commands.")
    case .unknownSubcommand(let first, let given, let known, let suggestion, _):
      UserMessage(
        given.map { "\(first) does not know \($0)" } ?? "\(first) needs a word more",
        detail: "It is one of: " + known.map { first + " " + $0 }.joined(separator: ", "),
        nextStep: suggestion.map { "Did you mean \(first) \($0)?" })
    case .nodeWithoutVerb(let word, _):
      UserMessage(
        "\(word) sends a cache verb to one node", detail: "Other commands are not sent to nodes.",
        nextStep: "For example: @A DBSIZE")
    case .notInBackground(let command, _):
      UserMessage(
        "\(command) cannot run in the background",
        detail: "Only what sends requests can: read, write, herd and traffic.",
        nextStep: "Leave out the &.")
    default:
      argumentMessage ?? worldMessage ?? lessonMessage
    }
  }

  private var argumentMessage: UserMessage? {
    switch self {
    case .missing(let name, let expected, let syntax, _):
      UserMessage(
        expected == "a " + name.lowercased()
          ? "\(name) is missing" : "\(name) is missing: \(expected)",
        nextStep: "It is written: \(syntax)")
    case .extra(let word, let syntax, let meant, _):
      UserMessage(
        "\(word) is one word too many",
        detail: meant == nil ? nil : "A key has no blanks.",
        nextStep: meant.map { "Did you mean \($0)?" } ?? "It is written: \(syntax)")
    case .invalid(let word, let expected, let problem, _):
      problem.message(word: word, expected: expected)
    case .unknownOption(let word, let known, let suggestion, let syntax, _):
      UserMessage(
        "There is no option \(word)=",
        detail: known.isEmpty
          ? "It takes no options." : "It has: " + known.map { $0 + "=" }.joined(separator: ", "),
        nextStep: suggestion.map { "Did you mean \($0)=?" } ?? "It is written: \(syntax)")
    case .repeatedOption(let word, _):
      UserMessage("\(word) is given twice", nextStep: "Leave one of them out.")
    case .verb(let error, let syntax, _):
      UserMessage(
        "(error) " + error.message, detail: error.fix,
        nextStep: syntax.isEmpty || error.suggestion != nil || error.fix.contains(syntax)
          ? nil : "It is written: \(syntax)")
    default: nil
    }
  }

  private var lessonMessage: UserMessage {
    switch self {
    case .refused(let command, let why, let instead):
      UserMessage(
        "\(command) is not for this step", detail: why,
        nextStep: instead.isEmpty ? nil : "Use " + Words.alternatives(instead) + ".")
    case .needsAnswer(let question):
      UserMessage(
        "First say what you expect", detail: question.filter { $0 != "`" },
        nextStep: "answer, and your choice; then it runs.")
    case .needsForce(let command, let loses):
      UserMessage(
        "\(command) would lose something", detail: loses,
        nextStep: "\(command) --force does it all the same.")
    case .nothingToUndo:
      UserMessage(
        "There is nothing to undo", detail: "The step begins here.",
        nextStep: "reset step starts the step afresh.")
    case .nothingToRedo:
      UserMessage(
        "There is nothing to redo",
        detail: "Only what was undone can be done again, as long as nothing else was done.")
    case .unknownPosition(let text, _):
      UserMessage(
        "@\(text) is not in the past of this step",
        nextStep: "Positions stand in the log and in session files; end goes to the newest one.")
    case .unknownMark(let name, let known, _):
      UserMessage(
        "There is no mark \(name)",
        detail: known.isEmpty ? "No marks were set." : "Marks: " + known.joined(separator: ", "),
        nextStep: "mark \(name) sets it here.")
    case .unknownLesson(let id, let suggestion, _):
      UserMessage(
        "There is no lesson \(id)",
        nextStep: suggestion.map { "Did you mean \($0)?" } ?? "lessons lists all lessons.")
    case .unknownTrace(let name, let known, _):
      UserMessage(
        "There is no trace \(name)",
        detail: known.isEmpty ? nil : "Traces: " + known.joined(separator: ", "),
        nextStep: "Name a file with one, or make one: trace add NAME KEY….")
    case .unreadableTrace(let name, let reason):
      UserMessage(
        "There is no trace \(name)", detail: reason,
        nextStep: "Name a file with one, or make one: trace add NAME KEY….")
    case .beyondTrace(let name, let count, _):
      UserMessage(
        "\(name) ends before that", detail: "It has \(Words.count(count, "request")).")
    case .fullTrace(let name, let limit, _):
      UserMessage(
        "\(name) would be too long",
        detail: "A trace holds \(Words.count(limit, "request")) at most.",
        nextStep: "cachetutor simulate --trace FILE studies traces of any length.")
    case .tooManyTraces(let limit, _):
      UserMessage(
        "There are \(Words.count(limit, "trace")) already",
        nextStep: "Add to one of them: trace add NAME KEY….")
    case .outsideLessons(let command):
      UserMessage(
        "\(command) belongs to a lesson, and none is being done",
        nextStep: "lessons lists all lessons.")
    case .lesson(let message, _): message
    default: UserMessage("This cannot be done")
    }
  }
}

extension ArgumentProblem {
  /// The problem in words.
  func message(word: String, expected: String) -> UserMessage {
    let shown = word.isEmpty ? "\"\"" : word
    return switch self {
    case .form: UserMessage("\(shown) is not \(expected)")
    case .empty: UserMessage("An empty word is not \(expected)")
    case .outOfRange(let range):
      UserMessage(
        "\(shown) is out of range",
        nextStep: "Give a number from \(Words.count(range.lowerBound)) to "
          + "\(Words.count(range.upperBound)).")
    case .missingUnit(let suggestion):
      UserMessage(
        "\(shown) lacks its unit",
        detail: suggestion.hasSuffix("/s")
          ? "A rate is so many a second." : "Units are us, ms, s, m, h and d.",
        nextStep: "Did you mean \(suggestion)?")
    case .unknown(let known, let suggestion):
      UserMessage(
        "\(shown) is not \(expected)",
        detail: known.isEmpty
          ? nil
          : "Known: " + known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : ""),
        nextStep: suggestion.map { "Did you mean \($0)?" })
    case .backwards(let suggestion):
      UserMessage(
        "The range \(shown) runs backwards", nextStep: "Did you mean \(suggestion)?")
    case .tooManyKeys(let limit):
      UserMessage("\(shown) has more than \(Words.count(limit)) keys", nextStep: "Take fewer.")
    case .tooLong(let limit):
      UserMessage("The word has more than \(Words.count(limit)) bytes", nextStep: "Shorten it.")
    case .notText:
      UserMessage(
        "The word is not UTF-8 text", nextStep: "Only keys and values may hold any bytes.")
    case .otherCommand(let name):
      UserMessage(
        "\(name) is no request", detail: "Requests are read and write.",
        nextStep: "For example: begin read user:1")
    case .filter(let what):
      UserMessage(
        what, nextStep: "Filters are kinds of events, key:…, node:…, actor:… and request:….")
    }
  }
}
