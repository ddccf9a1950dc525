extension Template {
  /// Reads a text and the computations between its braces.
  public static func parse(
    _ text: String, line: SourceLine = SourceLine(1)
  ) throws(TemplateError) -> Template {
    var pieces: [Piece] = []
    var words = ""
    var rest = text[...]
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      words += rest[..<brace]
      rest = rest[brace...].dropFirst()
      if rest.first == "{" {
        words.append("{")
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")) else {
        throw .unclosed("{" + rest)
      }
      if !words.isEmpty { pieces.append(.text(words)) }
      words = ""
      pieces.append(.computed(try computation(rest[..<end])))
      rest = rest[rest.index(after: end)...]
    }
    words += rest
    if !words.isEmpty { pieces.append(.text(words)) }
    return Template(pieces: pieces, source: SourceText(text, line: line))
  }

  private static func computation(_ text: Substring) throws(TemplateError) -> Computation {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    var commands: [String] = []
    if parts.count == 2 {
      commands = LessonScript.commands(in: String(parts[1]))
      guard !commands.isEmpty else { throw .missingCommands(String(text)) }
    }
    do {
      let (subject, scope) = try Claim.Subject.parseWithScope(parts[0].trimmed)
      return Computation(subject: subject, scope: scope, commands: commands)
    } catch {
      throw .claim(error)
    }
  }
}
