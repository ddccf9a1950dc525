/// What a word of claims says about a world: a value with its kind, or why there is none.
public enum ClaimFigure: Hashable, Sendable {
  case fact(Bool)
  case number(Double)
  /// From 0 to 1.
  case ratio(Double)
  /// Microseconds; `Int64.max` is for ever.
  case duration(Int64)
  case text(String)
  /// What the claim asks for is not there, and why, as a sentence without a full stop.
  case missing(String)

  /// The number in it, durations in microseconds; nil for facts, texts and nothing.
  public var number: Double? {
    switch self {
    case .number(let number), .ratio(let number): number
    case .duration(let ticks): Double(ticks)
    case .fact, .text, .missing: nil
    }
  }

  /// Why there is nothing; nil when there is something.
  public var reason: String? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}
