import Keyspace

// From words to invocations.
//
// Pure and total: any text gives invocations or an error with a place, and no world is asked. What
// only a world can know (is there a node B?) is found out when the command is applied.

/// Reads lines of commands.
public enum CommandParser {
  /// The commands of a line, in order; none for an empty line or a comment.
  ///
  /// - Throws: what is wrong with the first command that cannot be read.
  public static func parse(_ text: String) throws(CommandError) -> [Invocation] {
    var invocations: [Invocation] = []
    for words in try CommandTokenizer.split(text) { invocations.append(try read(words)) }
    return invocations
  }

  /// Reads one command.
  static func read(_ line: CommandWords) throws(CommandError) -> Invocation {
    var line = line
    let place = line.place
    let node = try takeNode(&line)
    let (command, length) = try lookUp(line)
    if let node, command.verb == nil {
      throw .nodeWithoutVerb(node.text, at: node.place)
    }
    if line.isBackground, !command.mayRunInBackground {
      throw .notInBackground(command.name, at: place.upperBound..<place.upperBound + 1)
    }
    var reader = ArgumentReader(command: command, line: line, from: length)
    var (arguments, words) =
      command.verb == nil ? try reader.read() : try reader.readVerb()
    arguments.place = place
    arguments.node = node.map { String($0.text.dropFirst()) }
    arguments.nodePlace = node?.place
    let parts = (node.map { [$0.text] } ?? []) + [command.name] + words
    return Invocation(
      command: command, arguments: arguments,
      text: parts.joined(separator: " ") + (line.isBackground ? " &" : ""),
      isBackground: line.isBackground)
  }

  /// Takes `@A` off the beginning.
  private static func takeNode(_ line: inout CommandWords) throws(CommandError) -> CommandWord? {
    guard let first = line.words.first, !first.isQuoted, first.bytes.first == UInt8(ascii: "@")
    else { return nil }
    guard first.bytes.count > 1, line.words.count > 1 else {
      throw .nodeWithoutVerb(first.text, at: first.place)
    }
    line.words.removeFirst()
    return first
  }

  /// The command that the first one or two words name, and how many words that takes.
  private static func lookUp(
    _ line: CommandWords
  ) throws(CommandError) -> (Command, length: Int) {
    guard let first = line.words.first else {
      throw .unknownCommand("", suggestion: nil, at: line.place)
    }
    let second = line.words.dropFirst().first
    if let found = CommandCatalog.find(first.text, second?.text) { return found }
    let known = CommandCatalog.secondWords(after: first.text)
    guard known.isEmpty else {
      throw .unknownSubcommand(
        of: first.text.lowercased(), given: second?.text, known: known,
        suggestion: second.flatMap { NearestWord.suggestion(for: $0.text, among: known) },
        at: second?.place ?? first.place)
    }
    throw .unknownCommand(
      first.text, suggestion: CommandCatalog.suggestion(for: first.text, second?.text),
      at: first.place)
  }
}
