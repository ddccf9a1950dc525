/// One part of what stands after a verb's name.
public indirect enum VerbParameter: Hashable, Sendable {
  /// A word that the learner fills in: `key`, `seconds`.
  case argument(String, VerbArgumentKind)
  /// A fixed word, with or without an argument: `NX`, `EX seconds`.
  case option(String, VerbParameter?)
  /// One of these.
  case choice([VerbParameter])
  case optional(VerbParameter)
  /// One round of these or more.
  case repeated([VerbParameter])

  /// As the command reference writes it: `[NX | XX]`, `key value [key value ...]`.
  public var syntax: String {
    switch self {
    case .argument(let name, _): name
    case .option(let word, let argument): argument.map { "\(word) \($0.syntax)" } ?? word
    case .choice(let parts): parts.map(\.syntax).joined(separator: " | ")
    case .optional(let part): "[\(part.syntax)]"
    case .repeated(let parts): VerbParameter.rounds(parts.map(\.syntax).joined(separator: " "))
    }
  }

  private static func rounds(_ round: String) -> String {
    "\(round) [\(round) ...]"
  }
}

extension VerbParameter {
  static let key = VerbParameter.argument("key", .key)
  static let newKey = VerbParameter.argument("newkey", .key)
  static let value = VerbParameter.argument("value", .value)
  static let keys = VerbParameter.repeated([.key])
  static let pattern = VerbParameter.argument("pattern", .pattern)
  static let seconds = VerbParameter.argument("seconds", .seconds)
  static let milliseconds = VerbParameter.argument("milliseconds", .milliseconds)
  static let unixSeconds = VerbParameter.argument("unix-time-seconds", .unixSeconds)
  static let unixMilliseconds = VerbParameter.argument(
    "unix-time-milliseconds", .unixMilliseconds)

  static func word(_ word: String) -> VerbParameter {
    .option(word, nil)
  }

  /// `[A | B | C]`: at most one of them.
  static func oneOf(_ parts: VerbParameter...) -> VerbParameter {
    .optional(.choice(parts))
  }
}
