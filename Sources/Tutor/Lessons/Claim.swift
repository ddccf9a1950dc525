// What a lesson may say about the world.
//
// A claim is one flat comparison: `word op value [over command|step|lesson]`. There is no
// arithmetic and no `or`; several claims joined by `and` must all hold. That is little, and it is
// what makes a live distance possible: "hit ratio ≥ 0.80 — now 0.71". Claims look at the world and
// its events, never at what somebody typed.

/// One statement about the world that is true or false.
public struct Claim: Hashable, Sendable {
  /// Which lane is meant while several run side by side.
  public enum Lane: String, CaseIterable, Hashable, Sendable {
    case left, right, third, fourth
  }

  /// What is looked at: a word of `ClaimWord.all` with its arguments.
  public struct Subject: Hashable, Sendable {
    public var lane: Lane?
    /// The mark since which it is counted, up to the next one; nil counts over the claim's scope.
    public var phase: String?
    public var word: ClaimWord
    public var arguments: [String]

    public init(
      lane: Lane? = nil, phase: String? = nil, word: ClaimWord, arguments: [String] = []
    ) {
      self.lane = lane
      self.phase = phase
      self.word = word
      self.arguments = arguments
    }

    /// As it is written in a lesson.
    public var text: String {
      let prefix = (lane.map { $0.rawValue + "." } ?? "") + (phase.map { $0 + "." } ?? "")
      guard !arguments.isEmpty else { return prefix + word.name }
      return "\(prefix)\(word.name)(\(arguments.joined(separator: ", ")))"
    }
  }

  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Whether the comparison holds between two things of one kind.
    public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .equal: left == right
      case .unequal: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
  }

  public enum Value: Hashable, Sendable {
    /// The claim is only a word: it holds when the fact does.
    case yes
    case number(Double)
    /// A share: `80 %` is 0.8.
    case percent(Double)
    /// Microseconds.
    case duration(Int64)
    /// Several words are joined by one blank.
    case text(String)
    case subject(Subject)
  }

  /// Which events count.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    case command, step, lesson
  }

  /// True for `not stale(user:2)`.
  public var isNegated: Bool
  public var subject: Subject
  public var comparison: Comparison
  public var value: Value
  /// The step, unless the claim says otherwise.
  public var scope: Scope
  /// As the author wrote it, blanks made single.
  public var text: String
  public var line: SourceLine

  public init(
    isNegated: Bool = false, subject: Subject, comparison: Comparison = .equal,
    value: Value = .yes, scope: Scope = .step, text: String, line: SourceLine = SourceLine(1)
  ) {
    self.isNegated = isNegated
    self.subject = subject
    self.comparison = comparison
    self.value = value
    self.scope = scope
    self.text = text
    self.line = line
  }
}
