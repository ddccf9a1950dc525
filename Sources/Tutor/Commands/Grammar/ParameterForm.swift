/// What kind of word an argument is: how it is read, completed and explained.
public enum ParameterForm: Hashable, Sendable {
  /// One key.
  case key
  /// One key that lies in a cache.
  case cachedKey
  /// A key, or numbered ones such as `city:1..1000`.
  case keys
  /// A key or range, or `KEY=VALUE`.
  case row
  /// Any bytes.
  case value
  /// Any single word of text.
  case text
  case duration
  case count(ClosedRange<Int>)
  /// A number that may have a fraction, from 0 to 10.
  case decimal
  /// `500/s`.
  case rate
  /// A number of keys, or keys.
  case population
  /// One of these.
  case word([String])
  /// The label of a cache node.
  case node
  /// `cache` for all nodes, or the label of one.
  case target
  case policy
  case pattern
  /// A guard of the pattern in force, or `none`.
  case guardName
  case placement
  /// `NAME=VALUE` of a guard.
  case setting
  /// The name of a constant that `tune` changes.
  case rule
  /// What a constant is set to.
  case ruleValue
  case lesson
  /// The name of a trace, or the path of a file with one.
  case trace
  /// A command or family that help explains.
  case topic
  /// What `until` waits for.
  case stop
  /// A request that is moved by hand: A to Z.
  case request
  /// The same, or `all`.
  case requests
  /// A request by letter or number.
  case requestNumber
  /// A line of the listing, from 1.
  case line
  /// Everything up to the end of the command, as it was written.
  case rest
  /// A whole command.
  case command
  /// `@TICK` or `@TICK.N`.
  case position
  /// A position or the name of a mark.
  case moment
  /// What `log` filters by.
  case filter
  case speed
  case flag

  /// What stands for it in a line of syntax.
  var placeholder: String {
    switch self {
    case .key, .cachedKey: "KEY"
    case .keys: "KEY"
    case .row: "KEY=VALUE"
    case .value, .ruleValue: "VALUE"
    case .text, .rest: "TEXT"
    case .duration: "D"
    case .count, .population: "N"
    case .decimal: "X"
    case .rate: "N/s"
    case .word(let choices): choices.joined(separator: "|")
    case .node: "NODE"
    case .target: "cache|NODE"
    case .policy: "POLICY"
    case .pattern: "PATTERN"
    case .guardName: "GUARD"
    case .placement: "PLACEMENT"
    case .setting: "NAME=VALUE"
    case .rule: "NAME"
    case .lesson: "LESSON"
    case .trace: "TRACE"
    case .topic, .command: "COMMAND"
    case .stop: "EVENT"
    case .request, .requestNumber: "A"
    case .requests: "A|all"
    case .line: "N"
    case .position: "@POSITION"
    case .moment: "@POSITION|MARK"
    case .filter: "WORD"
    case .speed: "X"
    case .flag: ""
    }
  }

  /// What is expected, with its article and an example: the middle of an error message.
  var expectation: String {
    switch self {
    case .key, .cachedKey: "a key such as user:1"
    case .keys: "a key such as user:1, or a range such as city:1..1000"
    case .row: "a row such as user:1=Ada, or a range such as city:1..1000"
    case .value: "a value"
    case .ruleValue: "a value such as 5ms"
    case .text, .rest: "a text"
    case .duration: "a duration such as 60s or 500ms"
    case .count(let range):
      range.upperBound == .max
        ? "a whole number from \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(Words.count(range.upperBound))"
    case .decimal: "a number such as 1 or 0.8"
    case .rate: "a rate such as 500/s"
    case .population: "a number of keys such as 100, or keys such as city:1..100"
    case .word(let choices): Words.alternatives(choices)
    case .node: "the label of a cache node"
    case .target: "cache, or the label of a cache node"
    case .policy: "an eviction policy"
    case .pattern: "a pattern"
    case .guardName: "a guard, or none"
    case .placement: "a placement"
    case .setting: "an option such as ttl=2s"
    case .rule: "a constant that can be tuned"
    case .lesson: "the id of a lesson"
    case .trace: "the name of a trace, or the path of a file with one"
    case .topic: "a command"
    case .stop: "an event such as miss, expiry, line 5, queue>0 or answered==30"
    case .request: "the letter of a request that was begun by hand, such as A"
    case .requests: "the letter of a request that was begun by hand, such as A, or all"
    case .requestNumber: "a request: its letter, or its number in the log"
    case .line: "the number of a line of the listing"
    case .command: "a command: read KEY or write KEY VALUE"
    case .position: "a position such as @61000000 or @61000000.3"
    case .moment: "a position such as @61000000, or the name of a mark"
    case .filter: "a filter such as evict, key:user:1, node:B or actor:you"
    case .speed: "a speed such as 1, 1/10 or 2"
    case .flag: "nothing"
    }
  }
}
