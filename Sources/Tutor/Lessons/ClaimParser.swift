/// Reads claims character by character; never goes back, never fails without saying why.
struct ClaimParser {
  private let characters: [Character]
  private let line: SourceLine
  private var position = 0

  init(_ text: String, line: SourceLine) {
    characters = Array(text)
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
      let rest = written(from: position, to: characters.count)
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
    guard position == characters.count else {
      throw .trailing(written(from: position, to: characters.count))
    }
  }

  /// Takes `word` if it stands here as a whole word.
  mutating func take(word: String) -> Bool {
    skipBlanks()
    let end = position + word.count
    guard end <= characters.count, characters[position..<end].elementsEqual(word) else {
      return false
    }
    guard end == characters.count || characters[end].isWhitespace else { return false }
    position = end
    return true
  }
}

extension ClaimParser {
  private mutating func comparison() throws(ClaimError) -> Claim.Comparison? {
    skipBlanks()
    guard position < characters.count else { return nil }
    let first = characters[position]
    let isDouble = position + 1 < characters.count && characters[position + 1] == "="
    switch (first, isDouble) {
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
    position += count
    return comparison
  }

  private mutating func arguments(of name: String) throws(ClaimError) -> [String] {
    guard position < characters.count, characters[position] == "(" else { return [] }
    let start = position
    position += 1
    var arguments: [String] = []
    var current = ""
    var depth = 0
    while position < characters.count {
      let character = characters[position]
      if character == "\"" {
        current += try quoted()
        continue
      }
      position += 1
      if character == ")", depth == 0 {
        return arguments + [current.trimmed]
      } else if character == ",", depth == 0 {
        arguments.append(current.trimmed)
        current = ""
      } else {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        current.append(character)
      }
    }
    throw .unclosedParenthesis(name + written(from: start, to: characters.count))
  }

  private mutating func value(
    of subject: Claim.Subject, after comparison: Claim.Comparison
  ) throws(ClaimError) -> Claim.Value {
    var words: [ClaimValueWord] = []
    while true {
      skipBlanks()
      guard position < characters.count else { break }
      let start = position
      if characters[position] == "\"" {
        words.append(ClaimValueWord(text: try quoted(), isQuoted: true))
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

  private mutating func quoted() throws(ClaimError) -> String {
    let start = position
    position += 1
    var text = ""
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == "\"" { return text }
      if character == "\\", position < characters.count {
        text.append(characters[position])
        position += 1
      } else {
        text.append(character)
      }
    }
    throw .unclosedQuote(written(from: start, to: characters.count))
  }

  /// Up to the next blank; what stands between parentheses belongs together.
  private mutating func takeWord() throws(ClaimError) -> String {
    let start = position
    var depth = 0
    while position < characters.count {
      let character = characters[position]
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character.isWhitespace, depth <= 0 { break }
      position += 1
    }
    let word = String(characters[start..<position])
    if depth > 0 { throw .unclosedParenthesis(word) }
    return word
  }

  private mutating func takeName() -> String {
    let start = position
    while position < characters.count {
      let character = characters[position]
      guard character.isLetter || character.isNumber || character == "_" || character == "." else {
        break
      }
      position += 1
    }
    return String(characters[start..<position])
  }

  private mutating func skipBlanks() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// What stands in the text from `start`, with single blanks.
  private func written(from start: Int, to end: Int? = nil) -> String {
    characters[start..<(end ?? position)].split(whereSeparator: \.isWhitespace)
      .map { String($0) }.joined(separator: " ")
  }
}
