// A caching pattern is a file: a head of comments, then the listing exactly as it is shown.
//
//     # The application owns the cache: look; on a miss load and fill; after a write delete.
//     # option $ttl = 60s: how long an entry may live
//     def read(key):
//         …
//
// The first comment is the summary. An option gives a value a name that can be chosen without
// editing; `as` tells the name that is typed from what stands in the lines. Options of a guard,
// marked so, belong to the `guard` command. Line 1 of the listing is the first line that is no
// comment. A guard is a pattern of its own, named `pattern+guard`.

/// A caching pattern: its listing and what can be chosen in it.
public struct PatternFile: Hashable, Sendable {
  /// The name: `cache-aside`, or with a guard `cache-aside+lock`.
  public let name: String
  /// One sentence.
  public let summary: String
  public let options: [PatternOption]
  /// The lines of the listing, with placeholders.
  public let lines: [String]

  /// The pattern without its guard: `cache-aside`.
  public var patternName: String {
    String(name.prefix { $0 != "+" })
  }

  /// The guard: `lock`; nil if there is none.
  public var guardName: String? {
    let rest = name.drop { $0 != "+" }
    return rest.isEmpty ? nil : String(rest.dropFirst())
  }

  /// The listing with the options' defaults.
  public var listing: Listing {
    Listing(name: name, options: options, templates: lines)
  }

  /// Reads the text of a `.pattern` file; `name` is the file's name without its ending.
  ///
  /// - Throws: what is wrong, with its line in the file; also when the listing does not compile.
  public init(name: String, text: String) throws(PatternFileError) {
    var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while all.last?.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) == true { all.removeLast() }
    let head = Array(all.prefix { $0.utf8.first == UInt8(ascii: "#") })
    guard let first = head.first, let summary = PatternFile.comment(first) else {
      throw PatternFileError(line: 1, .noSummary)
    }
    var options: [PatternOption] = []
    for (index, line) in head.enumerated().dropFirst() {
      guard let option = PatternFile.option(line) else {
        throw PatternFileError(line: index + 1, .noOption(line))
      }
      guard !options.contains(where: { $0.placeholder == option.placeholder }) else {
        throw PatternFileError(line: index + 1, .optionTwice(option.placeholder))
      }
      options.append(option)
    }
    self.name = name
    self.summary = summary
    self.options = options
    lines = Array(all[head.count...])
    try checkPlaceholders(headLines: head.count)
    do {
      try ListingCompiler.check(listing.lines)
    } catch {
      throw PatternFileError(line: head.count + error.line, .listing(error))
    }
  }

  private func checkPlaceholders(headLines: Int) throws(PatternFileError) {
    guard let first = lines.first, !first.isEmpty else {
      throw PatternFileError(line: headLines + 1, .noListing)
    }
    var used: [String] = []
    for (index, line) in lines.enumerated() {
      for placeholder in Placeholder.names(in: line) {
        guard options.contains(where: { $0.placeholder == placeholder }) else {
          throw PatternFileError(line: headLines + index + 1, .unknownPlaceholder(placeholder))
        }
        used.append(placeholder)
      }
    }
    if let index = options.firstIndex(where: { !used.contains($0.placeholder) }) {
      throw PatternFileError(line: index + 2, .unusedOption(options[index].placeholder))
    }
  }

  /// What a comment line says.
  private static func comment(_ line: String) -> String? {
    let content = line.utf8.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
    return content.isEmpty ? nil : String(decoding: content, as: UTF8.self)
  }

  /// Reads `# [guard] option [NAME as] $placeholder = VALUE: EXPLANATION`.
  private static func option(_ line: String) -> PatternOption? {
    guard let comment = comment(line) else { return nil }
    let words = comment.split(separator: " ", maxSplits: 7).map(String.init)
    var place = 0
    func take(_ word: String) -> Bool {
      guard place < words.count, words[place] == word else { return false }
      place += 1
      return true
    }
    let isGuardOption = take("guard")
    guard take("option"), place < words.count else { return nil }
    var name: String?
    if words[place].utf8.first != UInt8(ascii: "$") {
      name = words[place]
      place += 1
      guard take("as"), place < words.count else { return nil }
    }
    let placeholder = words[place]
    guard Placeholder.names(in: placeholder) == [placeholder] else { return nil }
    place += 1
    guard take("="), place < words.count, words[place].utf8.last == UInt8(ascii: ":") else {
      return nil
    }
    let value = String(words[place].dropLast())
    let explanation = words[(place + 1)...].joined(separator: " ")
    guard Listing.literal(value) != nil, !explanation.isEmpty else { return nil }
    return PatternOption(
      name: name ?? String(placeholder.dropFirst()), placeholder: placeholder,
      defaultValue: value, explanation: explanation, isGuardOption: isGuardOption)
  }
}
