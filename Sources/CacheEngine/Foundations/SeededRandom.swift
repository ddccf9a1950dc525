// Randomness that replays.
//
// The standard library's draws may change between releases and its default generator is seeded by
// the system; a recorded session must give the same draws next year. So the generator, the bounded
// draw and the shuffle are ours, and integers decide. Each purpose (arrivals, policy, tokens …)
// has a stream of its own, derived from the session's seed: one more draw in one place shifts no
// other place.

/// A splittable 64-bit generator (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
public struct SeededRandom: Hashable, Sendable {
  public private(set) var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// The stream of one purpose: same seed and same name, same draws.
  public init(seed: UInt64, stream: StaticString) {
    var hash = StableHash(seed: seed)
    hash.combine(stream)
    state = hash.value
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A draw from 0 ..< `bound`; the bias is below `bound` ÷ 2⁶⁴ (Lemire's multiplication).
  ///
  /// - Precondition: `bound` > 0.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a draw below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True `numerator` times out of `denominator` on average.
  public mutating func chance(_ numerator: Int, of denominator: Int) -> Bool {
    below(denominator) < numerator
  }

  /// A draw from 0 ..< 1 in steps of 2⁻⁵³.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
