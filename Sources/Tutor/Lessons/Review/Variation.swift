import CacheEngine

// The same question with other numbers. What is asked again word by word is answered from memory,
// so keys get other numbers, which puts them elsewhere on a ring, and crowds another size. Options
// that are computed follow by themselves; what is only written down must survive it or the
// variation is not used.

/// Other keys and other counts for the words of a question and of its setup.
struct Variation: Hashable, Sendable {
  /// Added to the number of each key: `user:7` becomes `user:27`.
  let shift: Int
  /// Counts in the commands of the question, and what stands in their place.
  let counts: [Count]

  struct Count: Hashable, Sendable {
    let old: String
    let new: String
  }

  /// The words as they are.
  static let none = Variation(shift: 0, counts: [])

  /// What is tried for a question, the most different first, down to the words as they are.
  static func attempts(for prediction: LessonPrediction, seed: UInt64) -> [Variation] {
    var random = SeededRandom(seed: seed)
    let shift = 10 * (1 + random.below(9))
    let factors = [3, 4, 6, 7, 8]
    let factor = factors[random.below(factors.count)]
    let counts = counts(in: prediction).map { old in
      Count(old: "\(old)", new: "\(old * factor / 5)")
    }
    let all = [
      Variation(shift: shift, counts: counts), Variation(shift: 0, counts: counts),
      Variation(shift: shift, counts: []), none,
    ]
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// How many people a herd has, how many requests traffic: numbers that may be others.
  private static func counts(in prediction: LessonPrediction) -> [Int] {
    var found: [Int] = []
    for command in LessonScript.commands(in: prediction.commands.text) {
      let words = command.split(separator: " ")
      guard let first = words.first, first == "herd" || first == "traffic" else { continue }
      for word in words.dropFirst() {
        guard let number = Int(word), number >= 10, !found.contains(number) else { continue }
        found.append(number)
      }
    }
    return found
  }

  var isNone: Bool { shift == 0 && counts.isEmpty }

  func applied(to text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      guard character.isLetter || character.isNumber else {
        result.append(character)
        rest = rest.dropFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest.dropFirst(word.count)
      result += takeKey(String(word), &rest) ?? replaced(String(word), after: result, before: rest)
    }
    return result
  }

  /// `user` with `:7` or `:1..9` behind it; takes that off and gives the key anew.
  private func takeKey(_ word: String, _ rest: inout Substring) -> String? {
    guard rest.first == ":", word.last?.isLetter == true else { return nil }
    let digits = rest.dropFirst().prefix { $0.isNumber }
    guard let first = Int(digits) else { return takeName(word, &rest) }
    rest = rest.dropFirst(1 + digits.count)
    var key = "\(word):\(first + shift)"
    if rest.hasPrefix("..") {
      let end = rest.dropFirst(2).prefix { $0.isNumber }
      if let last = Int(end) {
        rest = rest.dropFirst(2 + end.count)
        key += "..\(last + shift)"
      }
    }
    return key
  }

  /// `page` with `:home` behind it.
  private func takeName(_ word: String, _ rest: inout Substring) -> String? {
    let name = rest.dropFirst().prefix { $0.isLetter }
    // Of `lock:page:home` only the last name is another.
    guard shift != 0, !name.isEmpty, name.allSatisfy({ $0.isLowercase }),
      rest.dropFirst(1 + name.count).first != ":"
    else { return nil }
    let others = Variation.names.filter { $0 != name }
    rest = rest.dropFirst(1 + name.count)
    return "\(word):\(others[shift / 10 % others.count])"
  }

  /// What a page may be called.
  private static let names = ["start", "front", "index", "shop", "prices"]

  /// A number that stands alone and is one of those that change.
  private func replaced(_ word: String, after: String, before rest: Substring) -> String {
    let joins: Set<Character> = ["=", ".", ":", "/"]
    let isPart =
      after.last.map { joins.contains($0) } == true
      || (rest.first == "." && rest.dropFirst().first?.isNumber == true)
    guard !isPart else { return word }
    return counts.first { $0.old == word }?.new ?? word
  }

  // MARK: what consists of words

  func applied(to text: SourceText) -> SourceText {
    SourceText(applied(to: text.text), line: text.line)
  }

  func applied(to script: LessonScript) -> LessonScript {
    LessonScript(lines: script.lines.map { applied(to: $0) }, line: script.line)
  }

  /// Nil when it could not be read afterwards.
  func applied(to template: Template) -> Template? {
    try? Template.parse(applied(to: template.source.text), line: template.source.line)
  }

  func applied(to prediction: LessonPrediction) -> LessonPrediction? {
    guard let question = applied(to: prediction.question) else { return nil }
    // A right answer that is only written down holds for the old crowd alone.
    guard counts.isEmpty || prediction.right?.text.isPlain == false else { return nil }
    var changed = prediction
    changed.commands = applied(to: prediction.commands)
    changed.question = question
    for index in changed.options.indices {
      guard let text = applied(to: changed.options[index].text) else { return nil }
      changed.options[index].text = text
      changed.options[index].feedback = changed.options[index].feedback.flatMap { timely($0) }
    }
    return changed
  }

  /// Words that are still true: with another crowd, those that name no other number.
  func timely(_ template: Template) -> Template? {
    guard let changed = applied(to: template) else { return nil }
    guard !counts.isEmpty else { return changed }
    let words = changed.filled { _ in "" }
    var known = words[...]
    for count in counts { known = Substring(known.replacing(count.new, with: "")) }
    return known.contains { $0.isNumber } ? nil : changed
  }
}
