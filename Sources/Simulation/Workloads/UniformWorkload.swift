import CacheEngine

// Uniform: every key is as likely as any other.
//
// No policy can beat chance here: the hit ratio is capacity ÷ keys whoever leaves.

/// Keys drawn with equal chances, for ever.
public struct UniformWorkload: Workload {
  private let keys: [Symbol]

  public init(keys: [Symbol]) {
    self.keys = keys
  }

  public mutating func next(_ random: inout SeededRandom) -> Symbol? {
    keys.isEmpty ? nil : keys[random.below(keys.count)]
  }
}
