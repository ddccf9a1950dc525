/// Reads claims scalar by scalar; never goes back, never fails without saying why.
///
/// Scalars and not characters: what parts a claim is one scalar each, and every start of the program
/// reads hundreds of claims.
struct ClaimParser {
  private let scalars: String.UnicodeScalarView
  private let line: SourceLine
  private var position: String.Index

  init(_ text: String, line: SourceLine) {
    scalars = text.unicodeScalars
    position = scalars.startIndex
    self.line = line
  }

  /// `[not] word[(…)] [op value] [over scope]`.
  mutating func claim() throws(ClaimError) -> Claim {
    skipBlanks()
    let start = position
    let isNegated = take(word: "not")
    let subject = try self.subject()
    let comparison = try self.comparison()
    var value = Claim.Value.yes
    if let comparison {
      if subject.word.kind == .fact { throw .comparedFact(form: subject.text) }
      if subject.word.kind == .text, comparison != .equal, comparison != .unequal {
        throw .orderOfTexts(word: subject.word.name)
      }
      value = try self.value(of: subject, after: comparison)
      if isNegated { throw .negatedComparison(written(from: start)) }
    } else if subject.word.kind != .fact {
      throw .missingComparison(word: subject.text, kind: subject.word.kind)
    }
    let scope = try self.scope()
    return Claim(
      isNegated: isNegated, subject: subject, comparison: comparison ?? .equal, value: value,
      scope: scope ?? .step, text: written(from: start), line: line)
  }

  /// `[left.|right.|third.|fourth.][mark.]word[(argument, …)]`.
  mutating func subject() throws(ClaimError) -> Claim.Subject {
    skipBlanks()
    var name = takeName()
    guard !name.isEmpty else {
      let rest = written(from: position, to: scalars.endIndex)
      throw rest.isEmpty ? .empty : .unknownWord(rest, suggestion: nil)
    }
    var lane: Claim.Lane?
    for candidate in Claim.Lane.allCases where name.hasPrefix(candidate.rawValue + ".") {
      lane = candidate
      name = String(name.dropFirst(candidate.rawValue.count + 1))
    }
    let phase = ClaimParser.takePhase(from: &name)
    let forms = ClaimWord.forms(of: name)
    guard !forms.isEmpty else {
      throw .unknownWord(name, suggestion: ClaimWord.suggestion(for: name))
    }
    let arguments = try self.arguments(of: name)
    guard let word = forms.first(where: { $0.parameters.count == arguments.count }),
      !arguments.contains("")
    else { throw .wrongArguments(word: name, forms: forms.map(\.form)) }
    return Claim.Subject(lane: lane, phase: phase, word: word, arguments: arguments)
  }

  /// The name of a mark in front of a word: `noon.hits`.
  private static func takePhase(from name: inout String) -> String? {
    guard ClaimWord.forms(of: name).isEmpty, let dot = name.firstIndex(of: ".") else { return nil }
    let word = String(name[name.index(after: dot)...])
    guard dot > name.startIndex, !ClaimWord.forms(of: word).isEmpty else { return nil }
    defer { name = word }
    return String(name[..<dot])
  }

  /// `over command|step|lesson`, when it is there.
  mutating func scope() throws(ClaimError) -> Claim.Scope? {
    guard take(word: "over") else { return nil }
    skipBlanks()
    let name = takeName()
    guard let scope = Claim.Scope(rawValue: name) else { throw .unknownScope(name) }
    return scope
  }

  /// Nothing but blanks may be left.
  mutating func end() throws(ClaimError) {
    skipBlanks()
    guard position == scalars.endIndex else {
      throw .trailing(written(from: position, to: scalars.endIndex))
    }
  }

  /// Takes `word` if it stands here as a whole word.
  mutating func take(word: String) -> Bool {
    skipBlanks()
    guard scalars[position...].starts(with: word.unicodeScalars) else { return false }
    let end = scalars.index(position, offsetBy: word.unicodeScalars.count)
    guard end == scalars.endIndex || scalars[end].isBlank else { return false }
    position = end
    return true
  }
}

extension ClaimParser {
  private mutating func comparison() throws(ClaimError) -> Claim.Comparison? {
    skipBlanks()
    guard position < scalars.endIndex else { return nil }
    let next = scalars.index(after: position)
    let isDouble = next < scalars.endIndex && scalars[next] == "="
    switch (scalars[position], isDouble) {
    case ("=", true): return took(2, .equal)
    case ("!", true): return took(2, .unequal)
    case ("<", true): return took(2, .lessOrEqual)
    case (">", true): return took(2, .greaterOrEqual)
    case ("<", false): return took(1, .less)
    case (">", false): return took(1, .greater)
    case ("≤", _): return took(1, .lessOrEqual)
    case ("≥", _): return took(1, .greaterOrEqual)
    case ("≠", _): return took(1, .unequal)
    case ("=", false): throw .singleEquals
    default: return nil
    }
  }

  private mutating func took(_ count: Int, _ comparison: Claim.Comparison) -> Claim.Comparison {
    scalars.formIndex(&position, offsetBy: count)
    return comparison
  }

  private mutating func arguments(of name: String) throws(ClaimError) -> [String] {
    guard position < scalars.endIndex, scalars[position] == "(" else { return [] }
    let start = position
    scalars.formIndex(after: &position)
    var arguments: [String] = []
    var current = String.UnicodeScalarView()
    var depth = 0
    while position < scalars.endIndex {
      let scalar = scalars[position]
      if scalar == "\"" {
        current.append(contentsOf: try quoted())
        continue
      }
      scalars.formIndex(after: &position)
      if scalar == ")", depth == 0 {
        return arguments + [String(current).trimmed]
      } else if scalar == ",", depth == 0 {
        arguments.append(String(current).trimmed)
        current.removeAll()
      } else {
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth -= 1 }
        current.append(scalar)
      }
    }
    throw .unclosedParenthesis(name + written(from: start, to: scalars.endIndex))
  }

  private mutating func value(
    of subject: Claim.Subject, after comparison: Claim.Comparison
  ) throws(ClaimError) -> Claim.Value {
    var words: [ClaimValueWord] = []
    while true {
      skipBlanks()
      guard position < scalars.endIndex else { break }
      let start = position
      if scalars[position] == "\"" {
        words.append(ClaimValueWord(text: String(try quoted()), isQuoted: true))
        continue
      }
      let word = try takeWord()
      if !words.isEmpty, word == "over" || word == "and" {
        position = start
        break
      }
      words.append(ClaimValueWord(text: word, isQuoted: false))
    }
    guard !words.isEmpty else {
      throw .missingValue(after: "\(subject.text) \(comparison.rawValue)")
    }
    if let word = words.first, words.count == 1, word.isCall {
      // It can only be meant as another word; a slip in it deserves its own message.
      _ = try Claim.Subject.parse(word.text)
    }
    if let value = ClaimValueWord.value(words, for: subject.word.kind) { return value }
    throw .wrongValue(
      word: subject.word.name, kind: subject.word.kind,
      given: words.map(\.text).joined(separator: " "))
  }

  private mutating func quoted() throws(ClaimError) -> String.UnicodeScalarView {
    let start = position
    scalars.formIndex(after: &position)
    var text = String.UnicodeScalarView()
    while position < scalars.endIndex {
      let scalar = scalars[position]
      scalars.formIndex(after: &position)
      if scalar == "\"" { return text }
      if scalar == "\\", position < scalars.endIndex {
        text.append(scalars[position])
        scalars.formIndex(after: &position)
      } else {
        text.append(scalar)
      }
    }
    throw .unclosedQuote(written(from: start, to: scalars.endIndex))
  }

  /// Up to the next blank; what stands between parentheses belongs together.
  private mutating func takeWord() throws(ClaimError) -> String {
    let start = position
    var depth = 0
    while position < scalars.endIndex {
      let scalar = scalars[position]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if scalar.isBlank, depth <= 0 { break }
      scalars.formIndex(after: &position)
    }
    let word = text(start..<position)
    if depth > 0 { throw .unclosedParenthesis(word) }
    return word
  }

  private mutating func takeName() -> String {
    let start = position
    while position < scalars.endIndex, ClaimParser.isInName(scalars[position]) {
      scalars.formIndex(after: &position)
    }
    return text(start..<position)
  }

  /// Letters and digits, a dot, an underscore; beyond ASCII all that is no sign and no blank.
  private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", ".", "_": true
    case "≤", "≥", "≠": false
    default: scalar.value >= 0x80 && !scalar.isBlank
    }
  }

  private mutating func skipBlanks() {
    while position < scalars.endIndex, scalars[position].isBlank {
      scalars.formIndex(after: &position)
    }
  }

  private func text(_ range: Range<String.Index>) -> String { String(scalars[range]) }

  /// What stands in the text from `start`, with single blanks.
  private func written(from start: String.Index, to end: String.Index? = nil) -> String {
    let range = start..<(end ?? position)
    var isAfterBlank = true
    var isTidy = true
    for scalar in scalars[range] {
      if scalar.isBlank, isAfterBlank || scalar != " " { isTidy = false }
      isAfterBlank = scalar.isBlank
    }
    if isTidy, !isAfterBlank { return text(range) }
    return scalars[range].split(whereSeparator: \.isBlank).map(String.init).joined(separator: " ")
  }
}
