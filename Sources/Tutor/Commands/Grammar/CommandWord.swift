/// One word of a line, and where it stands.
public struct CommandWord: Hashable, Sendable {
  /// What it means: quotes taken off, escapes resolved.
  public let bytes: [UInt8]
  /// Its characters in the line, quotes included; what a caret points at.
  public let place: Range<Int>
  /// Whether any part of it stood in quotes: such a word is never an option, a range or `&`.
  public let isQuoted: Bool

  public init(bytes: [UInt8], place: Range<Int>, isQuoted: Bool) {
    self.bytes = bytes
    self.place = place
    self.isQuoted = isQuoted
  }

  /// The word as text; bytes that are not UTF-8 become replacement characters.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// One command of a line, as words: nothing has been looked up yet.
public struct CommandWords: Hashable, Sendable {
  public var words: [CommandWord]
  /// Whether a `&` stood at its end.
  public var isBackground: Bool
  /// The characters of the whole line.
  let line: [Character]

  /// Where the command begins and ends.
  public var place: Range<Int> {
    guard let first = words.first, let last = words.last else { return line.count..<line.count }
    return first.place.lowerBound..<last.place.upperBound
  }

  /// The line as it was written from the start of one word to the end of the last: what listings
  /// need, because their quotes are their own.
  ///
  /// A single quoted word is taken out of its quotes instead, so that leading blanks, `;` and `#`
  /// can be written too.
  func rest(from index: Int) -> String {
    guard index < words.count, let last = words.last else { return "" }
    let first = words[index]
    if index == words.count - 1, first.isQuoted, line[first.place.lowerBound] == "\"",
      line[first.place.upperBound - 1] == "\""
    {
      return first.text
    }
    return String(line[first.place.lowerBound..<last.place.upperBound])
  }
}
