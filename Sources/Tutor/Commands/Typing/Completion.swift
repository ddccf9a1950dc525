import CacheEngine
import Keyspace
import Simulation

// What Tab offers, read off the same rows as the parser: commands, options, and whatever names the
// world has at this moment.

/// One way to complete the word under the cursor.
public struct Candidate: Hashable, Sendable {
  /// The whole word, as it is to stand in the line.
  public let text: String
  /// What it is, in a few words.
  public let detail: String

  public init(_ text: String, _ detail: String = "") {
    self.text = text
    self.detail = detail
  }
}

/// The ways to complete a line at a cursor.
public struct Completion: Hashable, Sendable {
  /// How many candidates at most.
  public static let limit = 200

  public let candidates: [Candidate]
  /// The characters that a candidate takes the place of.
  public let place: Range<Int>

  /// What all candidates begin with; what a first Tab may put in.
  public var commonPrefix: String {
    guard var prefix = candidates.first?.text else { return "" }
    for candidate in candidates.dropFirst() {
      prefix = String(zip(prefix, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
    return prefix
  }

  /// What may stand at the cursor.
  ///
  /// - Parameter cursor: in characters; everything behind it is ignored.
  public static func complete(_ text: String, cursor: Int, in tutor: Tutor) -> Completion {
    let typed = TypedLine(String(text.prefix(max(0, cursor))))
    let beginning = typed.current.text
    var words: [Candidate] = []
    if typed.words.isEmpty, typed.node == nil, beginning.hasPrefix("@") {
      words = nodes(in: tutor).map { Candidate("@" + $0.text, $0.detail) }
    } else if typed.words.isEmpty {
      words = commands(onlyVerbs: typed.node != nil)
    } else {
      words = arguments(of: typed, in: tutor)
    }
    // Who types small letters means the small word first: `re` is `read` before it is `RENAME`.
    let fitting = words.filter { matches($0.text, beginning) }
    let found =
      fitting.filter { $0.text.hasPrefix(beginning) }
      + fitting.filter { !$0.text.hasPrefix(beginning) }
    return Completion(
      candidates: Array(found.prefix(limit)), place: typed.current.place)
  }

  /// Whether a candidate goes on from what was typed; case counts only for keys.
  private static func matches(_ word: String, _ beginning: String) -> Bool {
    word.hasPrefix(beginning) || word.hasPrefix("\"" + beginning)
      || (word.lowercased().hasPrefix(beginning.lowercased()) && isCommandWord(word))
  }

  private static func isCommandWord(_ word: String) -> Bool {
    word.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " " || $0 == "=") }
  }

  // MARK: commands

  // Drawn anew with every frame while somebody types, so made once.
  private static let allCommands = candidates(of: CommandCatalog.all)
  private static let allVerbs = candidates(of: CommandCatalog.verbs)

  private static func commands(onlyVerbs: Bool) -> [Candidate] {
    onlyVerbs ? allVerbs : allCommands
  }

  private static func candidates(of rows: [Command]) -> [Candidate] {
    var candidates: [Candidate] = []
    for command in rows {
      let first = String(command.name.prefix { $0 != " " })
      guard !candidates.contains(where: { $0.text == first }) else { continue }
      let seconds = CommandCatalog.secondWords(after: first)
      let isAlone = CommandCatalog.find(named: first) != nil
      candidates.append(
        Candidate(first, isAlone ? command.summary : seconds.joined(separator: ", ")))
    }
    return candidates
  }

  private static func secondWords(after first: String) -> [Candidate] {
    CommandCatalog.secondWords(after: first).map { second in
      let summary = CommandCatalog.find(named: first.lowercased() + " " + second)?.summary ?? ""
      return Candidate(second, summary)
    }
  }

  // MARK: arguments

  private static func arguments(of typed: TypedLine, in tutor: Tutor) -> [Candidate] {
    var candidates: [Candidate] = []
    if typed.words.count == 1 { candidates += secondWords(after: typed.words[0].text) }
    let expected = typed.expected
    if let name = CommandWord.optionName(of: typed.current.text)?.lowercased(),
      let option = expected.options.first(where: { $0.name == name })
    {
      return words(for: option.form, in: tutor).map { Candidate("\(name)=\($0.text)", $0.detail) }
    }
    if let positional = expected.positional {
      candidates += nested(positional, typed, in: tutor)
    }
    candidates += expected.options.map { Candidate($0.name + "=", $0.explanation) }
    candidates += expected.verb.flatMap { verbWords($0, typed.current.text, in: tutor) }
    return candidates
  }

  /// The words of a command inside a command are completed as if it stood alone.
  private static func nested(
    _ parameter: Parameter, _ typed: TypedLine, in tutor: Tutor
  ) -> [Candidate] {
    guard parameter.form == .command || parameter.form == .topic else {
      return words(for: parameter.form, beginning: typed.current.text, in: tutor)
    }
    let rest = typed.arguments.map { CommandQuoting.word($0.bytes) } + [""]
    if rest.count == 1 {
      return parameter.form == .command
        ? ["read", "write"].compactMap { name in
          CommandCatalog.find(named: name).map { Candidate(name, $0.summary) }
        } : commands(onlyVerbs: false)
    }
    if parameter.form == .topic { return secondWords(after: typed.arguments[0].text) }
    return arguments(of: TypedLine(rest.joined(separator: " ")), in: tutor)
  }

  private static func verbWords(
    _ parameter: VerbParameter, _ beginning: String, in tutor: Tutor
  ) -> [Candidate] {
    switch parameter {
    case .option(let word, let argument):
      return [Candidate(word, argument?.syntax ?? "")]
    case .argument(_, .key): return cachedKeys(beginning, in: tutor)
    case .argument(_, .setting):
      return ["maxmemory", "maxmemory-policy", "maxmemory-samples"].map { Candidate($0) }
    case .argument(_, .section):
      return ["server", "memory", "stats", "keyspace"].map { Candidate($0) }
    case .argument(_, .type): return [Candidate("string")]
    case .argument(_, .cursor): return [Candidate("0", "the beginning")]
    default: return []
    }
  }

  // MARK: names

  /// Every word that can stand for a form right now; of keys, those with this beginning.
  static func words(
    for form: ParameterForm, beginning: String = "", in tutor: Tutor
  ) -> [Candidate] {
    let world = tutor.stage.world
    switch form {
    case .key, .keys, .row: return keys(world.knownKeys, beginning, in: world)
    case .cachedKey: return cachedKeys(beginning, in: tutor)
    case .node: return nodes(in: tutor)
    case .target: return [Candidate("cache", "all nodes")] + nodes(in: tutor)
    case .policy: return PolicyCatalog.all.map { Candidate($0.name, $0.summary) }
    case .placement: return PlacementCatalog.all.map { Candidate($0.name, $0.summary) }
    case .rule: return RuleName.all.map { Candidate($0.name, $0.explanation) }
    case .pattern:
      return world.patterns.families.map { name in
        Candidate(name, world.patterns.find(name)?.summary ?? "")
      }
    case .guardName: return guards(of: world)
    case .setting: return settings(of: world)
    case .trace:
      return tutor.traces.map { Candidate(CommandQuoting.word(Array($0.name.utf8)), $0.extent) }
    case .lesson: return tutor.lessons.map { Candidate($0.id, $0.title) }
    case .stop: return stops
    case .filter: return filters
    case .request: return letters(world)
    case .requests: return letters(world) + [Candidate("all")]
    case .requestNumber:
      return letters(world) + world.runningRequests.prefix(50).map { Candidate("\($0.id)") }
    case .moment: return tutor.marks.map { Candidate($0.name, "@" + $0.position.text) }
    case .line:
      return world.pattern.lines.enumerated().map { Candidate("\($0 + 1)", $1) }
    case .speed: return ["1/100", "1/10", "1", "10"].map { Candidate($0) }
    default: return form.choices?.map { Candidate($0) } ?? []
    }
  }

  private static func guards(of world: World) -> [Candidate] {
    let family = world.pattern.family
    return world.patterns.guards(of: family).map { name in
      Candidate(name, world.patterns.find(family + "+" + name)?.summary ?? "")
    } + [Candidate("none", "the pattern as it is")]
  }

  /// The options of all guards of the pattern.
  private static func settings(of world: World) -> [Candidate] {
    let family = world.pattern.family
    var candidates: [Candidate] = []
    for name in world.patterns.guards(of: family) {
      for option in world.patterns.find(family + "+" + name)?.options ?? []
      where option.isGuardOption && !candidates.contains(where: { $0.text == option.name + "=" }) {
        candidates.append(Candidate(option.name + "=", option.explanation))
      }
    }
    return candidates
  }

  private static let stops =
    StopWord.all.map { Candidate($0.word, $0.explanation) } + [
      Candidate("line", "a request stands on this line"),
      Candidate("queue>0", "queries wait before the database"),
      Candidate("answered==", "so many requests are answered"),
    ]

  private static let filters =
    StopWord.all.map { Candidate($0.word, $0.explanation) } + [
      Candidate("key:", "about one key"), Candidate("node:", "on one node"),
      Candidate("actor:", "you, traffic, lesson or timer"),
    ]

  private static func letters(_ world: World) -> [Candidate] {
    world.handHeld.map { Candidate(Words.letter($0), HandWords.standing($0, world)) }
  }

  private static func nodes(in tutor: Tutor) -> [Candidate] {
    tutor.stage.world.nodes.map { node in
      Candidate(node.label, Words.count(node.cache.count, "entry", "entries"))
    }
  }

  /// The keys that a cache would serve now.
  private static func cachedKeys(_ beginning: String, in tutor: Tutor) -> [Candidate] {
    let world = tutor.stage.world
    let fresh = world.nodes.filter(\.isMember).flatMap { node in
      node.cache.keys().filter { node.cache.peek($0, now: world.now) != nil }
    }
    return keys(fresh, beginning, in: world)
  }

  /// Keys with their values, in alphabetical order; only as many as can be shown get a value.
  private static func keys(
    _ symbols: [Symbol], _ beginning: String, in world: World
  ) -> [Candidate] {
    var named = symbols.map { (CommandQuoting.word(world.symbols.bytes(of: $0)), $0) }
    named.removeAll { !matches($0.0, beginning) }
    named.sort { $0.0 < $1.0 }
    return named.prefix(limit).map { text, symbol in
      let value = world.entry(symbol).map { world.text($0.entry.value) }
      let row = world.database.row(of: symbol).map { "row: " + world.text($0.value) }
      return Candidate(text, value ?? row ?? "")
    }
  }
}

extension ParameterForm {
  /// Whether the words that complete it are only what happens to be there.
  var isAnything: Bool {
    switch self {
    case .key, .cachedKey, .keys, .row, .line, .requestNumber, .topic: true
    default: false
    }
  }
}
