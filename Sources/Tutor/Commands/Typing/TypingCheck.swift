import Keyspace
import Simulation

// Wrong, or only unfinished?
//
// The parser says what is wrong with the line as it stands. While it is being typed, a word under
// the cursor that can still become right is not marked: `EX 6` may become `EX 60`, `ttl 60` may
// become `ttl 60s`, `EX abc` cannot become anything.

/// Looks for the first word of an unfinished line that cannot become right any more.
struct TypingCheck {
  private(set) var problem: ArgumentHint.Problem?
  private let tutor: Tutor
  private let end: Int
  /// The word under the cursor; empty after a blank.
  private let typed: TypedLine

  init(_ text: String, in tutor: Tutor) {
    self.tutor = tutor
    end = text.count
    typed = TypedLine(text)
    do {
      for invocation in try CommandParser.parse(text) {
        if let found = unknownName(in: invocation) {
          problem = found
          return
        }
      }
    } catch {
      guard let place = error.place, !mayStillBeRight(error) else { return }
      problem = ArgumentHint.Problem(place: place, reason: error.message.headline)
    }
  }

  /// Whether a place is the word that the cursor stands at the end of.
  private func isUnderCursor(_ place: Range<Int>) -> Bool {
    !typed.current.place.isEmpty && place.upperBound >= end
  }

  private func mayStillBeRight(_ error: CommandError) -> Bool {
    switch error {
    case .missing, .unclosedQuote: return true
    case .unknownEscape(_, let place): return isUnderCursor(place)
    case .unknownCommand(let word, _, let place):
      return isUnderCursor(place) && begins(CommandCatalog.firstWords, with: word)
    case .unknownSubcommand(_, let given, let known, _, let place):
      guard let given else { return true }
      return isUnderCursor(place) && begins(known, with: given)
    case .nodeWithoutVerb(_, let place): return typed.words.isEmpty || isUnderCursor(place)
    case .invalid(let word, _, let problem, let place):
      guard isUnderCursor(place) else { return false }
      return mayBecomeRight(word, problem)
    case .verb(let error, _, let place):
      return isUnderCursor(place) && mayBecomeRight(error)
    default: return false
    }
  }

  /// The beginning of a known word, or a number whose unit is still to come.
  private func mayBecomeRight(_ word: String, _ problem: ArgumentProblem) -> Bool {
    let expected = typed.expected
    let option = CommandWord.optionName(of: typed.current.text)?.lowercased()
    let form =
      option.flatMap { name in expected.options.first { $0.name == name } }?.form
      ?? expected.positional?.form
    guard let form else { return false }
    switch problem {
    case .missingUnit, .empty: return true
    case .unknown(let known, _): return begins(known, with: word)
    case .backwards, .filter: return true
    default: break
    }
    switch form {
    case .duration, .rate:
      return word.allSatisfy { $0.isNumber || $0 == "." } || hasUnitBeginning(word)
    case .stop: return begins(["line ", "queue>", "answered=="], with: word) || word.hasSuffix("=")
    case .speed: return word.hasSuffix("/") || word.hasSuffix(".")
    case .decimal: return word.hasSuffix(".")
    case .position, .moment: return word.allSatisfy { $0.isNumber || $0 == "." || $0 == "@" }
    case .setting: return word.allSatisfy { $0.isLetter } || word.hasSuffix("=")
    case .requests: return begins(["all"], with: word)
    case .command: return begins(["read", "write"], with: word)
    default: return false
    }
  }

  /// `60m` of `60ms`, `500/` of `500/s`.
  private func hasUnitBeginning(_ word: String) -> Bool {
    let unit = word.drop { $0.isNumber || $0 == "." }
    return unit.count < word.count && ["u", "m", "/", "µ"].contains(String(unit))
  }

  /// The beginning of an option of the verb, or of a number.
  private func mayBecomeRight(_ error: VerbError) -> Bool {
    let word = typed.current.text
    switch error {
    case .unknownSubcommand(let given, let name):
      let known = CommandCatalog.find(named: name)?.verb?.subcommands.map(\.lastName) ?? []
      return begins(known, with: given)
    case .syntax:
      return typed.expected.verb.contains { parameter in
        if case .option(let option, _) = parameter { begins([option], with: word) } else { false }
      }
    case .notAnInteger, .invalidExpireTime: return word == "-" || word == "0"
    default: return false
    }
  }

  private func begins(_ words: [String], with beginning: String) -> Bool {
    words.contains { $0.lowercased().hasPrefix(beginning.lowercased()) }
  }

  // MARK: names that only the world knows

  private func unknownName(in invocation: Invocation) -> ArgumentHint.Problem? {
    for (word, place) in tutor.strangers(in: invocation) where !isUnderCursor(place) {
      return ArgumentHint.Problem(place: place, reason: "There is no key \(word)")
    }
    for parameter in invocation.command.parameters {
      guard let kind = parameter.form.worldKind,
        let word = invocation.arguments.optionalText(parameter.name)
      else { continue }
      let known = Completion.words(for: parameter.form, in: tutor).map(\.text)
      guard !known.contains(where: { $0.lowercased() == word.lowercased() }) else { continue }
      let place = invocation.arguments.place(of: parameter.name)
      if isUnderCursor(place), begins(known, with: word) { continue }
      return ArgumentHint.Problem(place: place, reason: "There is no \(kind) \(word)")
    }
    return nil
  }
}

extension ParameterForm {
  /// What a name of the world is called; nil for what the parser knows by itself.
  fileprivate var worldKind: String? {
    switch self {
    case .node, .target: "node"
    case .pattern: "pattern"
    case .guardName: "guard"
    case .lesson: "lesson"
    default: nil
    }
  }
}
