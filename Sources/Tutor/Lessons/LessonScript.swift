/// Command lines, in the one grammar that the prompt, lessons and sessions share.
public struct LessonScript: Hashable, Sendable {
  /// One or more commands each, joined by `;`.
  ///
  /// Empty lines and lines of comment are left out.
  public var lines: [SourceText]
  /// Where the block begins.
  public var line: SourceLine

  public init(lines: [SourceText], line: SourceLine) {
    self.lines = lines
    self.line = line
  }

  /// How many commands the lines hold.
  public var commandCount: Int {
    lines.reduce(0) { $0 + LessonScript.commands(in: $1.text).count }
  }

  /// Every command by itself, with the line on which it stands.
  public var commands: [SourceText] {
    lines.flatMap { line in
      LessonScript.commands(in: line.text).map { SourceText($0, line: line.line) }
    }
  }

  /// Splits a line at its semicolons and drops its comment; both are ordinary characters between
  /// double quotes.
  ///
  /// A comment starts at the beginning of a word.
  public static func commands(in line: String) -> [String] {
    var commands: [String] = []
    var current = ""
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isQuoted = false
        }
        current.append(character)
      } else if character == ";" {
        commands.append(current)
        current = ""
      } else if character == "#", current.last?.isWhitespace ?? true {
        break
      } else {
        if character == "\"" { isQuoted = true }
        current.append(character)
      }
    }
    commands.append(current)
    return commands.map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// Without blanks and line breaks at either end.
  var trimmed: String {
    let text = Substring(self)
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(text[first..<scalars.index(after: last)])
  }
}

extension Unicode.Scalar {
  /// Whether it is a blank or ends a line.
  ///
  /// ASCII is told without a look into the tables: every start of the program asks this of every
  /// line of every lesson.
  var isBlank: Bool { value < 0x80 ? self == " " || 9...13 ~= value : properties.isWhitespace }
}
