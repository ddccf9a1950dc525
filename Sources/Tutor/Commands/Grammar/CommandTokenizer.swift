// From a line to words.
//
//   SET "user 1" Ada ; read user:1 &   # and this is a comment
//   ─── ──────── ───   ──── ────── ─
//
// Words are separated by blanks. Double quotes hold blanks and, with escapes, any byte. `;` stands
// between commands, `#` at the beginning of a word starts a comment, `&` at the end of a command
// sends it into the background. Knows nothing of verbs and needs no world.

/// Splits lines into commands and commands into words.
public enum CommandTokenizer {
  /// The longest line, in characters.
  public static let lineLimit = 65_536
  /// The most words of one line.
  public static let wordLimit = 8_192

  /// The commands of a line; empty ones are left out.
  ///
  /// O(length).
  ///
  /// - Throws: a `CommandError` for a quote that is never closed, an unknown escape, a `&` in the
  ///   middle and what exceeds a limit.
  public static func split(_ line: String) throws(CommandError) -> [CommandWords] {
    var scanner = Scanner(line)
    guard scanner.characters.count <= lineLimit else { throw .lineTooLong(limit: lineLimit) }
    return try scanner.commands().filter { !$0.words.isEmpty }
  }

  /// The command that is being typed at the end of `text`, whatever is still open in it.
  ///
  /// The last word is the one under the cursor; it is empty when the cursor stands after a blank.
  static func typing(_ text: String) -> CommandWords {
    var scanner = Scanner(text, isLenient: true)
    let commands = try? scanner.commands()
    var last =
      commands?.last ?? CommandWords(words: [], isBackground: false, line: scanner.characters)
    let end = scanner.characters.count
    if last.words.last?.place.upperBound != end || last.words.isEmpty {
      last.words.append(CommandWord(bytes: [], place: end..<end, isQuoted: false))
    }
    return last
  }
}

/// Walks over the characters of a line.
private struct Scanner {
  let characters: [Character]
  let isLenient: Bool
  var index = 0
  var words = 0

  init(_ line: String, isLenient: Bool = false) {
    characters = Array(line)
    self.isLenient = isLenient
  }

  mutating func commands() throws(CommandError) -> [CommandWords] {
    var commands: [CommandWords] = []
    var current: [CommandWord] = []
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if character == ";" {
        commands.append(try finish(current))
        current = []
        index += 1
      } else if character == "#" {
        break
      } else {
        words += 1
        if words > CommandTokenizer.wordLimit {
          throw .tooManyWords(limit: CommandTokenizer.wordLimit, at: index..<index + 1)
        }
        current.append(try word())
      }
    }
    commands.append(try finish(current))
    return commands
  }

  private mutating func word() throws(CommandError) -> CommandWord {
    let start = index
    var bytes: [UInt8] = []
    var isQuoted = false
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace || character == ";" { break }
      index += 1
      if character == "\"" {
        isQuoted = true
        try quoted(from: index - 1, into: &bytes)
      } else {
        bytes += character.utf8
      }
    }
    return CommandWord(bytes: bytes, place: start..<index, isQuoted: isQuoted)
  }

  /// What stands up to the closing quote.
  private mutating func quoted(
    from start: Int, into bytes: inout [UInt8]
  ) throws(CommandError) {
    while index < characters.count {
      let character = characters[index]
      index += 1
      if character == "\"" { return }
      if character == "\\" {
        try escape(from: index - 1, into: &bytes)
      } else {
        bytes += character.utf8
      }
    }
    if !isLenient { throw .unclosedQuote(at: start..<characters.count) }
  }

  private mutating func escape(
    from start: Int, into bytes: inout [UInt8]
  ) throws(CommandError) {
    guard index < characters.count else { return }
    let letter = characters[index]
    index += 1
    switch letter {
    case "n": bytes.append(0x0A)
    case "t": bytes.append(0x09)
    case "r": bytes.append(0x0D)
    case "a": bytes.append(0x07)
    case "b": bytes.append(0x08)
    case "\"", "\\": bytes += letter.utf8
    case "x":
      let digits = characters[index..<min(index + 2, characters.count)]
      if digits.count == 2, digits.allSatisfy(\.isHexDigit), digits.allSatisfy(\.isASCII),
        let byte = UInt8(String(digits), radix: 16)
      {
        bytes.append(byte)
        index += 2
      } else if !isLenient {
        throw .unknownEscape("\\x" + String(digits), at: start..<index + digits.count)
      }
    default:
      if !isLenient { throw .unknownEscape("\\" + String(letter), at: start..<index) }
      bytes += letter.utf8
    }
  }

  /// Takes the `&` off the end of a command.
  private func finish(_ words: [CommandWord]) throws(CommandError) -> CommandWords {
    var command = CommandWords(words: words, isBackground: false, line: characters)
    if let last = words.last, !last.isQuoted, last.bytes.last == UInt8(ascii: "&"), !isLenient {
      command.isBackground = true
      command.words.removeLast()
      if last.bytes.count > 1 {
        let place = last.place.lowerBound..<last.place.upperBound - 1
        command.words.append(
          CommandWord(bytes: last.bytes.dropLast(), place: place, isQuoted: false))
      }
      if command.words.isEmpty { throw .strayAmpersand(at: last.place) }
    }
    if !isLenient,
      let stray = command.words.first(where: { !$0.isQuoted && $0.bytes == [UInt8(ascii: "&")] })
    {
      throw .strayAmpersand(at: stray.place)
    }
    return command
  }
}
