extension VerbError {
  /// The error as Redis 7.0 words it, its class (`ERR`, `OOM`) first.
  public var message: String {
    switch self {
    case .unknownVerb(let name, let arguments):
      "ERR unknown command '\(VerbError.cut(name, to: 128))', with args beginning with: "
        + VerbError.preview(of: arguments)
    case .unknownSubcommand(let name, let verb):
      "ERR unknown subcommand '\(VerbError.cut(name, to: 128))'. Try \(verb.uppercased()) HELP."
    case .wrongNumberOfArguments(let verb):
      "ERR wrong number of arguments for '\(verb)' command"
    case .syntax: "ERR syntax error"
    case .unsupportedOption(let word): "ERR Unsupported option \(VerbError.oneLine(word))"
    case .notAnInteger: "ERR value is not an integer or out of range"
    case .invalidCursor: "ERR invalid cursor"
    case .invalidExpireTime(let verb): "ERR invalid expire time in '\(verb)' command"
    case .incompatibleExpireOptions:
      "ERR NX and XX, GT or LT options at the same time are not compatible"
    case .greaterAndLess: "ERR GT and LT options at the same time are not compatible"
    case .decrementOverflow: "ERR decrement would overflow"
    case .notAFloat: "ERR value is not a valid float"
    case .offsetOutOfRange: "ERR offset is out of range"
    case .sameObject: "ERR source and destination objects are the same"
    case .databaseOutOfRange: "ERR DB index is out of range"
    case .notFinite: "ERR increment would produce NaN or Infinity"
    case .noSuchKey: "ERR no such key"
    case .overflow: "ERR increment or decrement would overflow"
    case .outOfMemory: "OOM command not allowed when used memory > 'maxmemory'."
    case .valueTooLong: "ERR string exceeds maximum allowed size (proto-max-bulk-len)"
    case .keyTooLong: "ERR key exceeds the maximum of \(Limits.keyBytes) bytes"
    case .frequencyNotTracked: VerbError.frequencyNotTrackedSentence
    case .idleTimeNotTracked: VerbError.idleTimeNotTrackedSentence
    case .crossNode: "CROSSSLOT Keys in request don't hash to the same slot"
    case .unknownSetting(let name):
      "ERR Unknown option or number of arguments for CONFIG SET - '\(VerbError.oneLine(name))'"
    case .setting(let name, let problem):
      "ERR CONFIG SET failed (possibly related to argument '\(name)') - \(problem.sentence)"
    }
  }

  /// What to do about it, in one plain sentence.
  public var fix: String {
    switch self {
    case .unknownVerb(let name, _):
      suggestion.map { "Did you mean \($0.uppercased())?" } ?? "There is no verb \(name)."
    case .unknownSubcommand(_, let verb):
      suggestion.map { "Did you mean \(verb.uppercased()) \($0.uppercased())?" }
        ?? "\(verb.uppercased()) HELP lists the subcommands."
    case .wrongNumberOfArguments(let verb):
      VerbCatalog.find(fullName: verb).map { "It is written \($0.syntax)" }
        ?? "Count the arguments."
    case .syntax: "An option is unknown, lacks its argument or excludes another one."
    case .unsupportedOption: "The options are NX, XX, GT and LT."
    case .notAnInteger:
      "Give a whole number from −2⁶³ to 2⁶³−1, without plus sign or leading zeros."
    case .invalidCursor: "Start with SCAN 0, then pass on the cursor that each reply begins with."
    case .invalidExpireTime: "A lifetime is at least 1 and not longer than can be counted."
    case .incompatibleExpireOptions: "NX stands alone."
    case .greaterAndLess: "Choose GT or LT."
    case .decrementOverflow, .overflow:
      "A counter holds 64 bits with a sign: −9223372036854775808 to 9223372036854775807."
    case .notAFloat: "Give a number such as 10.5, -3 or 2.0e2."
    case .offsetOutOfRange: "An offset counts bytes from the front: 0 or more."
    case .sameObject: "Name another key as the destination."
    case .databaseOutOfRange: "There is one database, number 0, as in a cluster."
    case .notFinite: "The sum is too large to be a number."
    case .noSuchKey: "KEYS * lists the keys that are there."
    case .outOfMemory:
      "Delete keys, give the cache more room, or choose a policy that evicts."
    case .valueTooLong: "A value has at most \(Limits.valueBytes) bytes."
    case .keyTooLong: "Choose a shorter key; a hash of the long name will do."
    case .frequencyNotTracked: "CONFIG SET maxmemory-policy allkeys-lfu counts reads from then on."
    case .idleTimeNotTracked: "Under an LFU policy ask OBJECT FREQ instead."
    case .crossNode: "Write it for the keys of one node at a time."
    case .unknownSetting: "CONFIG GET * lists the settings."
    case .setting(_, let problem): problem.fix
    }
  }

  /// The known word that the unknown one resembles.
  public var suggestion: String? {
    switch self {
    case .unknownVerb(let name, _):
      Suggestion.nearest(to: name.lowercased(), among: VerbCatalog.names)
    case .unknownSubcommand(let name, let verb):
      VerbCatalog.find(verb).flatMap { verb in
        Suggestion.nearest(to: name.lowercased(), among: verb.subcommands.map(\.lastName))
      }
    default: nil
    }
  }

  private static let frequencyNotTrackedSentence =
    "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that "
    + "when switching between policies at runtime LRU and LFU data will take some time to adjust."

  private static let idleTimeNotTrackedSentence =
    "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when "
    + "switching between policies at runtime LRU and LFU data will take some time to adjust."

  /// The first arguments in quotation marks, as many as fit into 128 bytes.
  private static func preview(of arguments: [String]) -> String {
    var preview = ""
    for argument in arguments where preview.utf8.count < 128 {
      preview += "'\(cut(argument, to: 128 - preview.utf8.count))' "
    }
    return preview
  }

  /// At most `length` bytes of one line; an error reply has to stay one line.
  private static func cut(_ text: String, to length: Int) -> String {
    oneLine(String(decoding: text.utf8.prefix(length), as: UTF8.self))
  }

  private static func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension SettingProblem {
  /// The part of the sentence after the dash.
  var sentence: String {
    switch self {
    case .notAMemoryValue: "argument must be a memory value"
    case .countsEntries: "argument must be a number of entries"
    case .notOneOf(let words):
      "argument(s) must be one of the following: " + words.joined(separator: ", ")
    case .notAnInteger: "argument couldn't be parsed into an integer"
    case .notBetween(let range):
      "argument must be between \(range.lowerBound) and \(range.upperBound) inclusive"
    case .duplicate: "duplicate parameter"
    }
  }

  var fix: String {
    switch self {
    case .notAMemoryValue: "Write bytes as 1048576 or with a unit: 1024kb, 1mb."
    case .countsEntries: "This cache counts entries, not bytes: give a plain number."
    case .notOneOf: "Choose one of the names in the list."
    case .notAnInteger: "Write a whole number in decimal digits."
    case .notBetween: "Choose a number in that range; 5 is usual, 10 is nearly exact."
    case .duplicate: "Name each setting once."
    }
  }
}
