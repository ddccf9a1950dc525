extension SessionError {
  /// `file:line: what — fix`.
  public var message: String {
    kind.message.text(path: path, line: line)
  }
}

extension SessionError.Kind {
  /// What is wrong with the file and how to put it right.
  public var message: FileMessage {
    switch self {
    case .notASession:
      FileMessage(
        what: "this is not a session of cachetutor",
        fix: "name a file whose first line is: cachetutor session 1")
    case .newerFormat(let format, let known, let app):
      FileMessage(
        what: "this session has format \(format), and this cachetutor reads up to \(known)",
        fix: "play it with \(app.isEmpty ? "a newer cachetutor" : "cachetutor \(app) or newer")")
    case .otherRules(let rules, let known, let app):
      FileMessage(
        what: "recorded under rules \(rules), and this cachetutor plays rules \(known): "
          + "the numbers would differ",
        fix: app.isEmpty
          ? "play it with the cachetutor that recorded it" : "play it with cachetutor \(app)")
    case .endsInHeader:
      FileMessage(
        what: "the file ends inside its header", fix: "nothing was recorded; the file can go")
    case .badHeaderLine(let text):
      FileMessage(
        what: "\(text) is no line of a header",
        fix: "write key: value, and an empty line at the end")
    case .missingKey(let key):
      FileMessage(what: "the header has no \(key):", fix: "add the line \(key): 1")
    case .repeatedKey(let key):
      FileMessage(what: "the header has \(key): twice", fix: "take one of them out")
    case .badValue(let key, let value, let expected):
      FileMessage(what: "\(key): \(value) is not \(expected)", fix: "write \(expected) there")
    case .badPosition(let text):
      FileMessage(
        what: "@\(text) is no position", fix: "write @tick or @tick.n, in whole microseconds")
    case .missingCommand:
      FileMessage(what: "no command follows the position", fix: "add one, or take out the line")
    case .badDigest(let text):
      FileMessage(
        what: "\(text) is no digest line", fix: "write = tick digest, with hexadecimal digits")
    case .unknownLine(let text):
      FileMessage(
        what: "\(text) is no line of a session", fix: "start it with @, = or #, or take it out")
    case .notText:
      FileMessage(what: "the line is not UTF-8 text", fix: "take out the line")
    case .tooLarge(let bytes, let limit):
      FileMessage(
        what: "the file has \(bytes) bytes, and \(limit) is the limit", fix: "split the session")
    case .unreadable(let reason):
      FileMessage(what: "it cannot be read: \(reason)", fix: "look at its name and permissions")
    }
  }
}

extension SessionText.Notice {
  /// The notice in words, with its place.
  public func message(path: String) -> String {
    switch self {
    case .tornLine(let text, let line):
      "\(path):\(line.number): the last line was cut off and is left out: \(text)"
    }
  }
}
