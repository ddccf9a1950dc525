extension ProgressError {
  /// `file:line: what — fix`.
  public var message: String {
    kind.message.text(path: path, line: line)
  }
}

extension ProgressError.Kind {
  /// What is wrong with the file and how to put it right.
  public var message: FileMessage {
    switch self {
    case .notProgress:
      FileMessage(
        what: "this is no progress of cachetutor",
        fix: "name a file that cachetutor progress export has written")
    case .newerFormat(let format, let known):
      FileMessage(
        what: "this progress has format \(format), and this cachetutor reads up to \(known)",
        fix: "upgrade cachetutor")
    case .badLine(let text):
      FileMessage(what: "\(text) cannot be read", fix: Self.fix(text))
    case .notText:
      FileMessage(what: "the line is not UTF-8 text", fix: "take out the line")
    case .cutOff:
      FileMessage(what: "the last line is cut off", fix: "bring the whole file, or end the line")
    case .tooLarge(let limit):
      FileMessage(
        what: "the file has more than \(limit) bytes",
        fix: "name a file that cachetutor progress export has written")
    case .unreadable(let reason):
      FileMessage(what: "it cannot be read: \(reason)", fix: "look at its name and permissions")
    }
  }

  /// A line that would be right in the place of a wrong one, by its first word.
  private static func fix(_ text: String) -> String {
    let word = text.prefix { $0 != " " }
    guard let example = examples.first(where: { $0.hasPrefix(word + " ") }) else {
      return "take out the line"
    }
    return "write it like \(example), or take it out"
  }

  private static let examples = [
    "resume cache-aside 2", "sittings 4", "lesson cache-aside", "digest 3f9a000000000001",
    "status solved", "steps 1 2 3", "best 1=1 2=3", "hints 2=1", "prediction 2.1 100",
    "review 2.1 3 1",
  ]
}
