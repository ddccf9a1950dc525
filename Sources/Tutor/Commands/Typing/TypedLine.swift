import Keyspace

/// The command that is being typed: its words so far, the one under the cursor last.
struct TypedLine {
  /// The complete words of the command, `@A` taken off.
  var words: [CommandWord]
  /// The word under the cursor; empty after a blank.
  let current: CommandWord
  /// The node of `@A`, if the line begins so.
  let node: CommandWord?
  /// The command that the words name; nil while its name is being typed.
  let command: Command?
  /// How many words its name took.
  let nameLength: Int

  /// - Parameter text: the line up to the cursor.
  init(_ text: String) {
    var words = CommandTokenizer.typing(text).words
    let current = words.popLast() ?? CommandWord(bytes: [], place: 0..<0, isQuoted: false)
    var node: CommandWord?
    if let first = words.first, !first.isQuoted, first.text.hasPrefix("@") {
      node = first
      words.removeFirst()
    }
    self.node = node
    self.current = current
    self.words = words
    if let first = words.first,
      let found = CommandCatalog.find(first.text, words.dropFirst().first?.text)
    {
      command = found.0
      nameLength = found.length
    } else {
      command = nil
      nameLength = 0
    }
  }

  /// The complete words after the command's name.
  var arguments: [CommandWord] { Array(words.dropFirst(nameLength)) }

  /// What may stand under the cursor.
  var expected: Expected {
    guard let command else { return Expected() }
    return Expected(command, after: arguments)
  }
}

/// What may follow some complete words of a command.
struct Expected {
  /// The next positional word.
  var positional: Parameter?
  /// Whether some of its words are there already.
  var isBegun = false
  /// Positional words after that one.
  var later: [Parameter] = []
  /// Options and flags that were not given yet.
  var options: [Parameter] = []
  /// What a cache verb may go on with.
  var verb: [VerbParameter] = []

  init() {}

  init(_ command: Command, after words: [CommandWord]) {
    if let row = command.verb {
      verb = row.expected(after: words.map(\.bytes))
      return
    }
    let all = command.parameters
    var given: [String] = []
    var positions = 0
    for word in words {
      let name = word.isQuoted ? nil : CommandWord.optionName(of: word.text)?.lowercased()
      if let name, all.contains(where: { $0.place == .option && $0.name == name }) {
        given.append(name)
      } else {
        positions += 1
      }
    }
    options = all.filter { $0.place == .option && !given.contains($0.name) }
    let positional = all.filter { $0.place == .positional }
    for (index, parameter) in positional.enumerated() {
      if index == positions || (index < positions && (parameter.isRepeated || parameter.takesAll)) {
        self.positional = parameter
        isBegun = index < positions
        later = Array(positional[(index + 1)...])
        break
      }
    }
  }
}
