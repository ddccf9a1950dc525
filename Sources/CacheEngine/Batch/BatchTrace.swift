/// A trace made ready for the batch driver: keys renamed once to small numbers.
public struct BatchTrace: Sendable {
  /// The key of each request.
  public let ids: [UInt32]
  /// The weight of each request, or nothing at all when every entry weighs 1.
  public let weights: [UInt32]
  /// One more than the highest id.
  public let universe: Int

  /// Microseconds from one request to the next, for policies that go by a clock.
  public var pace: Int64 = 1_000

  /// A trace of ids that are small numbers; memory is needed for each number up to the highest.
  ///
  /// - Precondition: `weights` is empty or as long as `ids`.
  public init(ids: [UInt32], weights: [UInt32] = []) {
    precondition(
      weights.isEmpty || weights.count == ids.count,
      "\(ids.count) requests with \(weights.count) weights")
    self.ids = ids
    self.weights = weights
    universe = ids.max().map { Int($0) + 1 } ?? 0
  }

  /// A trace of any ids, renamed in order of first appearance.
  public init(renaming keys: [UInt64], weights: [UInt32] = []) {
    var names = IdentifierMap()
    self.init(ids: keys.map { names.number(of: $0) }, weights: weights)
  }
}
