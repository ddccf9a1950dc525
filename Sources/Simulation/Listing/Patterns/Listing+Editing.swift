// Editing by commands, one line at a time.
//
// Who types `edit 11 cache.set(key, value)` has no way to see how far line 11 is indented, and
// should not have to count: text without leading spaces takes the place of what was there. Text
// with leading spaces is taken as it is.

extension Listing {
  /// The listing with another text on a line.
  ///
  /// - Throws: `noSuchLine`, `lineBreakInLine`.
  public func replacing(line: Int, with text: String) throws(ListingError) -> Listing {
    try require(line, upTo: templates.count)
    try requireOneLine(text, line)
    var lines = templates
    lines[line - 1] = Listing.indented(text, by: lines[line - 1].indent)
    return replacing(templates: lines)
  }

  /// The listing with one line more, which becomes line `line`.
  ///
  /// - Throws: `noSuchLine`, `lineBreakInLine`.
  public func inserting(_ text: String, at line: Int) throws(ListingError) -> Listing {
    try require(line, upTo: templates.count + 1)
    try requireOneLine(text, line)
    var lines = templates
    lines.insert(Listing.indented(text, by: indent(forLine: line, text)), at: line - 1)
    return replacing(templates: lines)
  }

  /// The listing without a line.
  ///
  /// - Throws: `noSuchLine`.
  public func deleting(line: Int) throws(ListingError) -> Listing {
    try require(line, upTo: templates.count)
    var lines = templates
    lines.remove(at: line - 1)
    return replacing(templates: lines)
  }

  /// The listing with a line at another place, as deep as it was; those between make room.
  ///
  /// - Throws: `noSuchLine`.
  public func moving(line: Int, to target: Int) throws(ListingError) -> Listing {
    try require(line, upTo: templates.count)
    try require(target, upTo: templates.count)
    var lines = templates
    lines.insert(lines.remove(at: line - 1), at: target - 1)
    return replacing(templates: lines)
  }

  /// The listing with some lines `spaces` deeper, or less deep when it is below 0.
  ///
  /// - Throws: `noSuchLine`.
  public func indenting(
    lines range: ClosedRange<Int>, by spaces: Int
  ) throws(ListingError) -> Listing {
    try require(range.lowerBound, upTo: templates.count)
    try require(range.upperBound, upTo: templates.count)
    var lines = templates
    for index in range.lowerBound - 1..<range.upperBound where !lines[index].isBlank {
      let deep = min(max(0, lines[index].indent + spaces), ListingLimits.standard.lineLength)
      lines[index] = Listing.indented(lines[index].withoutIndent, by: deep)
    }
    return replacing(templates: lines)
  }

  private func require(_ line: Int, upTo count: Int) throws(ListingError) {
    guard line >= 1, line <= count else {
      throw ListingError(
        line: max(1, min(line, templates.count)), column: 1,
        .noSuchLine(line, count: templates.count))
    }
  }

  private func requireOneLine(_ text: String, _ line: Int) throws(ListingError) {
    guard !text.utf8.contains(where: { $0 == 10 || $0 == 13 }) else {
      throw ListingError(line: line, column: 1, .lineBreakInLine)
    }
  }

  private static func indented(_ text: String, by spaces: Int) -> String {
    if text.isBlank { return "" }
    if text.indent > 0 { return text }
    let stands = text.firstWord == "def" || text.firstWord == "every"
    return String(repeating: " ", count: stands ? 0 : spaces) + text
  }

  /// How far a new line is indented: as a clause's beginning, below a colon, as the line that it
  /// pushes down, as the line above.
  private func indent(forLine line: Int, _ text: String) -> Int {
    let above = templates[..<(line - 1)].last { !$0.isBlank }
    let openers: [String] =
      switch text.firstWord {
      case "elif", "else": ["if", "elif"]
      case "except", "finally": ["try", "except"]
      default: []
      }
    if let opener = templates[..<(line - 1)].last(where: { openers.contains($0.firstWord) }) {
      return opener.indent
    }
    if let above, above.utf8.last == UInt8(ascii: ":") { return above.indent + 4 }
    if line <= templates.count, templates[line - 1].indent > 0 { return templates[line - 1].indent }
    return above?.indent ?? 0
  }
}

extension String {
  /// How many spaces it begins with.
  fileprivate var indent: Int { utf8.prefix { $0 == UInt8(ascii: " ") }.count }

  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 == UInt8(ascii: " ") } }

  fileprivate var withoutIndent: String { String(decoding: utf8.dropFirst(indent), as: UTF8.self) }

  /// The letters that it begins with, after spaces.
  fileprivate var firstWord: String {
    String(decoding: utf8.dropFirst(indent).prefix { $0.isLetter }, as: UTF8.self)
  }
}
