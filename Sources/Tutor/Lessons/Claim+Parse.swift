extension Claim {
  /// Reads one claim that fills the whole text.
  public static func parse(
    _ text: String, line: SourceLine = SourceLine(1)
  ) throws(ClaimError) -> Claim {
    var parser = ClaimParser(text, line: line)
    let claim = try parser.claim()
    try parser.end()
    return claim
  }

  /// Reads claims joined by `and`; at least one.
  public static func parseAll(
    _ text: String, line: SourceLine = SourceLine(1)
  ) throws(ClaimError) -> [Claim] {
    var parser = ClaimParser(text, line: line)
    var claims = [try parser.claim()]
    while parser.take(word: "and") {
      claims.append(try parser.claim())
    }
    try parser.end()
    return claims
  }
}

extension Claim.Subject {
  /// Reads a word with its arguments, such as `left.db.loads` or `value(user:8)`.
  public static func parse(_ text: String) throws(ClaimError) -> Claim.Subject {
    try parseWithScope(text).subject
  }

  /// Reads a word and, if there is one, the stretch that it is counted over.
  static func parseWithScope(
    _ text: String
  ) throws(ClaimError) -> (subject: Claim.Subject, scope: Claim.Scope?) {
    var parser = ClaimParser(text, line: SourceLine(1))
    let subject = try parser.subject()
    let scope = try parser.scope()
    try parser.end()
    return (subject, scope)
  }
}
