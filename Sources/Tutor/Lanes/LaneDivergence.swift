import CacheEngine
import Simulation

/// Where lanes part: the first request that met something else in one of them.
public struct LaneDivergence: Hashable, Sendable {
  /// Which request it was since the lanes began, from 1; nil for something done by hand.
  public let number: Int?
  /// The key that it was about.
  public let key: String
  public let isWrite: Bool
  /// The time on the clock of the left lane at which it began, in microseconds.
  public let clock: Int64
  /// The name of each lane and what it did there, left first.
  public let outcomes: [Outcome]

  public struct Outcome: Hashable, Sendable {
    public let lane: String
    public let text: String
  }

  /// `request 27, a read of hot:1`.
  public var subject: String {
    guard let number else { return key.isEmpty ? "what was done by hand" : "\(key), by hand" }
    return "request \(Words.count(number)), a \(isWrite ? "write" : "read") of \(key)"
  }

  /// In one sentence, a lane after the other.
  public var sentence: String {
    "the lanes part at \(Words.clock(clock)), \(subject); "
      + outcomes.map { "\($0.lane): \($0.text)" }.joined(separator: "; ")
  }
}
