import Keyspace

// Cache verbs are read by the Redis verbs' own parser; what is added here is where the trouble is.

extension ArgumentReader {
  /// Reads the words of a cache verb.
  mutating func readVerb() throws(CommandError) -> (Arguments, [String]) {
    guard let verb = command.verb else { return (arguments, []) }
    var words = Array(line.words[start...])
    if command.warning != nil {
      for word in words where !word.isQuoted && word.text == Parameter.force.name {
        arguments.add(Parameter.force.name, .flag, at: word.place)
      }
      words.removeAll { !$0.isQuoted && $0.text == Parameter.force.name }
    }
    do {
      arguments.request = try verb.parse(arguments: words.map(\.bytes))
    } catch {
      throw refusal(error, verb, words)
    }
    let force = arguments.isForced ? [Parameter.force.name] : []
    return (arguments, words.map { CommandQuoting.word($0.bytes) } + force)
  }

  /// The verb's error with its place; a missing word is named.
  private func refusal(
    _ error: VerbError, _ verb: Verb, _ words: [CommandWord]
  ) -> CommandError {
    let end = line.words.last?.place.upperBound ?? 0
    let bytes = words.map(\.bytes)
    let row = verb.row(for: bytes)
    let given = row.subcommandArguments(of: verb, bytes)
    if error == .syntax || error == .wrongNumberOfArguments(verb: row.name),
      case .argument(let name, let kind)? = row.expected(after: given).first,
      row.expected(after: given).count == 1
    {
      return .missing(
        name, expected: kind.expectation, syntax: row.syntax, at: end..<end + 1)
    }
    if case .wrongNumberOfArguments = error, row.parameters == [.argument("key", .key)],
      let second = words.dropFirst().first
    {
      let joined = words.map(\.text).joined(separator: ":")
      return .extra(
        second.text, syntax: row.syntax,
        meant: row.spelling + " " + CommandQuoting.word(Array(joined.utf8)), at: second.place)
    }
    return .verb(error, syntax: row.syntax, at: place(of: error, verb, words))
  }

  /// The last word of the shortest beginning that is wrong in the same way.
  private func place(
    of error: VerbError, _ verb: Verb, _ words: [CommandWord]
  ) -> Range<Int> {
    for count in 1...max(1, words.count) where count <= words.count {
      do {
        _ = try verb.parse(arguments: words.prefix(count).map(\.bytes))
      } catch let found where found == error {
        return words[count - 1].place
      } catch {}
    }
    return words.last?.place ?? line.place
  }
}

extension Verb {
  /// The subcommand that the words begin with, or the verb itself.
  func row(for words: [[UInt8]]) -> Verb {
    guard let first = words.first else { return self }
    let wanted = name + "|" + String(decoding: first, as: UTF8.self).lowercased()
    return subcommands.first { $0.name == wanted } ?? self
  }

  /// The words after the name of this row, which is `verb` or one of its subcommands.
  func subcommandArguments(of verb: Verb, _ words: [[UInt8]]) -> [[UInt8]] {
    name == verb.name ? words : Array(words.dropFirst())
  }
}

extension VerbArgumentKind {
  /// What is expected, in words.
  var expectation: String {
    switch self {
    case .key: "a key such as user:1"
    case .value: "a value"
    case .seconds: "a lifetime in seconds such as 60"
    case .milliseconds: "a lifetime in milliseconds such as 500"
    case .unixSeconds: "an instant in seconds on the clock"
    case .unixMilliseconds: "an instant in milliseconds on the clock"
    case .integer: "a whole number"
    case .number: "a number"
    case .count: "a whole number from 1"
    case .pattern: "a pattern such as user:*"
    case .cursor: "0 to start, then the cursor of the last reply"
    case .type: "string"
    case .section: "a chapter such as stats"
    case .setting: "a setting such as maxmemory-policy"
    case .subcommand: "a subcommand"
    case .text: "a text"
    }
  }
}
