import Simulation

/// Gives the words after a command's name to its parameters.
struct ArgumentReader {
  let command: Command
  let line: CommandWords
  /// Where the arguments begin among the words.
  let start: Int
  var arguments: Arguments
  /// The words in one way of writing them.
  var canonical: [String] = []

  init(command: Command, line: CommandWords, from start: Int) {
    self.command = command
    self.line = line
    self.start = start
    arguments = Arguments(place: line.place)
  }

  /// Where something more would have to stand.
  private var end: Range<Int> {
    let end = line.words.last?.place.upperBound ?? 0
    return end..<end + 1
  }

  mutating func read() throws(CommandError) -> (Arguments, [String]) {
    let slots = try sort()
    for (parameter, indices) in slots {
      for index in indices { try take(parameter, index) }
    }
    try checkKeyCount()
    canonical = canonicalWords()
    return (arguments, canonical)
  }

  // MARK: which word belongs to which parameter

  /// Takes options and flags out and shares the other words among the positional parameters.
  private mutating func sort() throws(CommandError) -> [(Parameter, [Int])] {
    let positional = command.parameters.filter { $0.place == .positional }
    var slots: [(Parameter, [Int])] = []
    var words: [Int] = []
    var restStart: Int?
    for index in start..<max(start, line.words.count) {
      if let rest = positional.first(where: \.takesRest),
        let place = positional.firstIndex(of: rest), words.count >= place
      {
        restStart = restStart ?? index
        words.append(index)
        continue
      }
      if let option = try option(at: index) {
        if !option.isRepeated, slots.contains(where: { $0.0 == option }) {
          throw .repeatedOption(option.name, at: line.words[index].place)
        }
        slots.append((option, [index]))
      } else {
        words.append(index)
      }
    }
    return try share(words, among: positional) + slots
  }

  /// The option or flag that a word is; nil for a positional one.
  private func option(at index: Int) throws(CommandError) -> Parameter? {
    let word = line.words[index]
    guard !isQuotedFromStart(word) else { return nil }
    if word.bytes == Array(Parameter.force.name.utf8), command.warning != nil { return .force }
    let options = command.parameters.filter { $0.place == .option }
    guard let name = CommandWord.optionName(of: word.text) else { return nil }
    if let option = options.first(where: { $0.name == name.lowercased() }) { return option }
    guard !options.isEmpty, !takesEquals else { return nil }
    throw .unknownOption(
      name, known: options.map(\.name),
      suggestion: NearestWord.suggestion(for: name, among: options.map(\.name)),
      syntax: command.syntax,
      at: word.place.lowerBound..<word.place.lowerBound + name.count)
  }

  private func isQuotedFromStart(_ word: CommandWord) -> Bool {
    word.isQuoted && line.line[word.place.lowerBound] == "\""
  }

  /// Whether a word with `=` may be meant for a positional parameter.
  private var takesEquals: Bool {
    command.parameters.contains {
      $0.place == .positional && [.row, .setting, .value, .stop, .filter].contains($0.form)
    }
  }

  private func share(
    _ words: [Int], among positional: [Parameter]
  ) throws(CommandError) -> [(Parameter, [Int])] {
    var slots: [(Parameter, [Int])] = []
    var words = words[...]
    for (place, parameter) in positional.enumerated() {
      let later = positional[(place + 1)...]
      if parameter.takesAll {
        if words.isEmpty, !parameter.isOptional { throw missing(parameter) }
        slots.append((parameter, Array(words)))
        words = []
      } else if parameter.isRepeated {
        let count = words.count - wordsWanted(by: later, of: words)
        guard count > 0 || parameter.isOptional else { throw missing(parameter) }
        slots.append((parameter, Array(words.prefix(max(0, count)))))
        words = words.dropFirst(max(0, count))
      } else if parameter.isOptional {
        if words.count > later.filter({ !$0.isOptional }).count {
          slots.append((parameter, [words.removeFirst()]))
        }
      } else {
        guard let index = words.popFirst() else { throw missing(parameter) }
        slots.append((parameter, [index]))
      }
    }
    if let index = words.first { throw extra(index, positional) }
    return slots
  }

  /// How many words the parameters after a repeated one take: one each that is required, and an
  /// optional one its word when the last word looks like it.
  private func wordsWanted(
    by later: ArraySlice<Parameter>, of words: ArraySlice<Int>
  ) -> Int {
    let required = later.filter { !$0.isOptional }.count
    guard let last = words.last, words.count > required + 1,
      let optional = later.first(where: \.isOptional),
      (try? optional.form.read(line.words[last])) != nil
    else { return required }
    return required + 1
  }

  private func missing(_ parameter: Parameter) -> CommandError {
    .missing(
      parameter.name, expected: parameter.form.expectation, syntax: command.syntax, at: end)
  }

  /// A word too many; where a key came last, blanks were probably meant as colons.
  private func extra(_ index: Int, _ positional: [Parameter]) -> CommandError {
    let word = line.words[index]
    var meant: String?
    if [.key, .cachedKey].contains(positional.last?.form), positional.count == 1 {
      let parts = line.words[start...].map(\.text)
      meant = command.name + " " + CommandQuoting.word(Array(parts.joined(separator: ":").utf8))
    }
    return .extra(word.text, syntax: command.syntax, meant: meant, at: word.place)
  }

  // MARK: reading the words

  private mutating func take(_ parameter: Parameter, _ index: Int) throws(CommandError) {
    if parameter.takesAll {
      guard arguments.has(parameter.name) == false else { return }
      try takeAll(parameter, from: index)
      return
    }
    let word = line.words[index]
    guard parameter.place != .flag else {
      arguments.add(parameter.name, .flag, at: word.place)
      return
    }
    let value = parameter.place == .option ? word.afterEquals : word
    do {
      arguments.add(parameter.name, try parameter.form.read(value), at: value.place)
    } catch {
      throw .invalid(
        value.text, expected: parameter.form.expectation, error, at: value.caretPlace)
    }
  }

  /// Everything up to the end: a line of a listing, a command, an event, filters.
  private mutating func takeAll(
    _ parameter: Parameter, from index: Int
  ) throws(CommandError) {
    let words = line.words[index...]
    let place = line.words[index].place.lowerBound..<(words.last?.place.upperBound ?? 0)
    switch parameter.form {
    case .rest:
      arguments.add(parameter.name, .text(line.rest(from: index)), at: place)
    case .command:
      let nested = CommandWords(words: Array(words), isBackground: false, line: line.line)
      let invocation = try CommandParser.read(nested)
      guard ["read", "write"].contains(invocation.command.name) else {
        throw .invalid(
          invocation.command.name, expected: parameter.form.expectation,
          .otherCommand(invocation.command.name), at: place)
      }
      arguments.add(parameter.name, .command(invocation), at: place)
    default:
      do {
        let value = try parameter.form.read(all: words.map(\.text))
        arguments.add(parameter.name, value, at: place)
      } catch {
        throw .invalid(
          words.map(\.text).joined(separator: " "), expected: parameter.form.expectation, error,
          at: place)
      }
    }
  }

  private func checkKeyCount() throws(CommandError) {
    for parameter in command.parameters where [.keys, .row].contains(parameter.form) {
      let ranges = arguments.keys(parameter.name) + arguments.rows(parameter.name).map(\.keys)
      let limit = Simulation.Limits.keyRange
      if ranges.reduce(0, { $0 + $1.count }) > limit {
        throw .invalid(
          parameter.name, expected: parameter.form.expectation, .tooManyKeys(limit: limit),
          at: arguments.place(of: parameter.name))
      }
    }
  }

  // MARK: writing them again

  /// The words as they were given, each in its one way of writing.
  private func canonicalWords() -> [String] {
    var words: [String] = []
    var index = start
    while index < line.words.count {
      let word = line.words[index]
      if let parameter = command.parameters.first(where: { $0.takesRest }),
        arguments.has(parameter.name),
        arguments.place(of: parameter.name).lowerBound == word.place.lowerBound
      {
        words.append(canonicalRest(parameter, from: index))
        break
      }
      words.append(canonicalWord(word))
      index += 1
    }
    return words
  }

  /// A word whose meaning depends on its quotes keeps them.
  private func canonicalWord(_ word: CommandWord) -> String {
    let bare = CommandQuoting.word(word.bytes)
    guard word.isQuoted, !bare.hasPrefix("\"") else { return bare }
    let looksSpecial = word.text.contains("..") || word.text.contains("=") || word.text == "--force"
    return looksSpecial ? "\"" + bare.escapedForQuotes + "\"" : bare
  }

  private func canonicalRest(_ parameter: Parameter, from index: Int) -> String {
    if parameter.form == .command { return arguments.command(parameter.name).text }
    let raw = line.rest(from: index)
    let wasTakenOutOfQuotes = index == line.words.count - 1 && line.words[index].isQuoted
    guard wasTakenOutOfQuotes, raw == line.words[index].text else { return raw }
    let quoted = CommandQuoting.word(Array(raw.utf8))
    return quoted.hasPrefix("\"") ? quoted : "\"" + quoted.escapedForQuotes + "\""
  }
}

extension Parameter {
  /// Whether it takes every word that is left, as one argument.
  var takesAll: Bool { takesRest || [.stop, .filter, .topic].contains(form) }
}

extension CommandWord {
  /// The name before `=` when the word could be an option: small letters and no colon.
  static func optionName(of text: String) -> String? {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    let name = text[..<equals]
    return name.allSatisfy { $0.isASCII && $0.isLetter } ? String(name) : nil
  }

  /// What stands behind the `=` of an option.
  var afterEquals: CommandWord {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return self }
    // An option's name is ASCII, so it has as many characters as bytes.
    let start = min(place.lowerBound + equals + 1, place.upperBound)
    return CommandWord(
      bytes: Array(bytes[(equals + 1)...]), place: start..<place.upperBound, isQuoted: isQuoted)
  }

  /// Where a caret points: never an empty place.
  var caretPlace: Range<Int> { place.isEmpty ? place.lowerBound..<place.upperBound + 1 : place }
}

extension String {
  /// For use between quotes.
  var escapedForQuotes: String {
    reduce(into: "") { text, character in
      if character == "\\" || character == "\"" { text.append("\\") }
      text.append(character)
    }
  }
}
