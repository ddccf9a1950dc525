/// A word on the right side of a comparison, and what it can mean.
struct ClaimValueWord {
  var text: String
  var isQuoted: Bool

  /// True for `row(user:8)`; a value that looks like this needs quotes.
  var isCall: Bool {
    !isQuoted && text.hasSuffix(")") && text.contains("(")
  }

  /// What the words mean for a subject of this kind; nil when they mean nothing.
  static func value(_ words: [ClaimValueWord], for kind: ClaimWord.Kind) -> Claim.Value? {
    let joined = words.map(\.text).joined(separator: " ")
    let isPlain = words.allSatisfy { !$0.isQuoted }
    switch kind {
    case .fact:
      return nil
    case .text:
      if isPlain, let subject = subject(joined, of: kind, needsMark: true) {
        return .subject(subject)
      }
      return words.count == 1 && words[0].isCall ? nil : .text(joined)
    case .number:
      if let number = Quantity.number(joined), isPlain { return .number(number) }
    case .ratio:
      if let number = Quantity.number(joined), isPlain { return .number(number) }
      if let share = Quantity.percent(joined), isPlain { return .percent(share) }
    case .duration:
      if let duration = Quantity.duration(joined), isPlain { return .duration(duration) }
    }
    return isPlain ? subject(joined, of: kind, needsMark: false).map { .subject($0) } : nil
  }

  /// Another word of claims.
  ///
  /// Among texts it must show what it is, by parentheses or a lane, for `hits` may also be
  /// somebody's value.
  private static func subject(
    _ text: String, of kind: ClaimWord.Kind, needsMark: Bool
  ) -> Claim.Subject? {
    // Without either it cannot have a mark, whatever it says.
    if needsMark, !text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ".") })
    {
      return nil
    }
    guard let subject = try? Claim.Subject.parse(text) else { return nil }
    if needsMark, subject.arguments.isEmpty, subject.lane == nil { return nil }
    let isNumeric =
      [.number, .ratio].contains(kind) && [.number, .ratio].contains(subject.word.kind)
    return subject.word.kind == kind || isNumeric ? subject : nil
  }
}
