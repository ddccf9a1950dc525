import Keyspace
import Simulation

/// What to type next, and what is wrong already, while a line is being typed.
public struct ArgumentHint: Hashable, Sendable {
  /// What is still to come: `<seconds>`, `<KEY> [rate=N/s]`; empty when nothing is.
  public let ghost: String
  /// The first word that cannot become right any more.
  public let problem: Problem?

  public struct Problem: Hashable, Sendable {
    /// Characters in the line.
    public let place: Range<Int>
    public let reason: String
  }

  /// The hint for a line with the cursor at its end.
  public static func hint(_ text: String, in tutor: Tutor) -> ArgumentHint {
    ArgumentHint(ghost: ghost(text), problem: TypingCheck(text, in: tutor).problem)
  }

  // MARK: what comes next

  private static func ghost(_ text: String) -> String {
    // The word under the cursor counts as complete, so a blank is added.
    let typed = TypedLine(text + (text.last?.isWhitespace ?? true ? "" : " "))
    guard let command = typed.command else {
      guard let first = typed.words.first, typed.words.count == 1 else { return "" }
      return CommandCatalog.secondWords(after: first.text).joined(separator: "|")
    }
    if let verb = command.verb {
      return ghost(of: verb, after: typed.arguments.map(\.bytes))
    }
    if command.parameters.contains(where: { $0.form == .command }), !typed.arguments.isEmpty {
      return ghost(typed.arguments.map { CommandQuoting.word($0.bytes) }.joined(separator: " "))
    }
    let expected = typed.expected
    var parts: [String] = []
    // After keys a count ends the list, and so does an option.
    let last = typed.arguments.last?.text ?? ""
    let isCount = !last.isEmpty && last.allSatisfy { $0.isASCII && $0.isNumber }
    let isOption = CommandWord.optionName(of: last) != nil
    let isOver = isOption || (isCount && !expected.later.isEmpty)
    guard !expected.isBegun || !isOver else {
      return expected.options.map(\.syntax).joined(separator: " ")
    }
    if let next = expected.positional {
      if !next.takesAll || !expected.isBegun {
        parts.append(next.isOptional ? next.syntax : "<\(next.name)>")
      }
    }
    parts += expected.later.map(\.syntax) + expected.options.map(\.syntax)
    return parts.joined(separator: " ")
  }

  private static func ghost(of verb: Verb, after words: [[UInt8]]) -> String {
    let row = verb.row(for: words)
    let given = row.subcommandArguments(of: verb, words)
    let expected = row.expected(after: given)
    guard let next = expected.first else { return "" }
    guard case .argument(let name, _) = next else {
      return expected.map { "[" + $0.syntax + "]" }.joined(separator: " ")
    }
    let leading = row.parameters.prefix { if case .argument = $0 { true } else { false } }
    guard given.count < leading.count else { return "<\(name)>" }
    let rest = row.parameters.dropFirst(given.count + 1).map(\.syntax)
    return (["<\(name)>"] + rest).joined(separator: " ")
  }
}
