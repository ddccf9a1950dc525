import CacheEngine

/// Which key is asked for next.
///
/// A value: copying a world copies where its workloads stand.
public protocol Workload: Sendable {
  /// The next key; nil when the workload is over.
  mutating func next(_ random: inout SeededRandom) -> Symbol?
}

/// A given list of keys, once.
public struct KeysWorkload: Workload {
  private let keys: [Symbol]
  private var position = 0

  public init(keys: [Symbol]) {
    self.keys = keys
  }

  public mutating func next(_ random: inout SeededRandom) -> Symbol? {
    guard position < keys.count else { return nil }
    position += 1
    return keys[position - 1]
  }
}
