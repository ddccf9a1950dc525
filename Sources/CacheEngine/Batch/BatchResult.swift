/// What came out of running a trace.
public struct BatchResult: Hashable, Sendable {
  public var requests = 0
  public var misses = 0
  /// The weights of all requests together.
  public var weight = 0
  /// The weights of the requests that missed.
  public var missWeight = 0
  /// Entries that left to make room.
  public var evictions = 0

  public init() {}

  /// Misses ÷ requests, 0…1; 0 for an empty trace.
  public var missRatio: Double {
    requests == 0 ? 0 : Double(misses) / Double(requests)
  }

  /// The weight of the misses ÷ the weight of all requests, 0…1.
  public var missWeightRatio: Double {
    weight == 0 ? 0 : Double(missWeight) / Double(weight)
  }
}
