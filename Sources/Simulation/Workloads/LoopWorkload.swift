import CacheEngine

// Loop: the same keys round after round.
//
//   a b c d   a b c d   a b c d …
//
// The worst there is for LRU when the loop is one key longer than the cache: each key leaves just
// before it is asked for again. A scan is a loop of one round; who writes every key in turn loops
// over them for ever.

/// A sequence of keys, repeated.
public struct LoopWorkload: Workload {
  private let keys: [Symbol]
  private var left: Int
  private var position = 0

  /// - Parameter rounds: how often; nil for ever.
  public init(keys: [Symbol], rounds: Int?) {
    self.keys = keys
    left = rounds ?? .max
  }

  public mutating func next(_ random: inout SeededRandom) -> Symbol? {
    guard !keys.isEmpty, left > 0 else { return nil }
    let key = keys[position]
    position += 1
    if position == keys.count {
      position = 0
      if left != .max { left -= 1 }
    }
    return key
  }
}
