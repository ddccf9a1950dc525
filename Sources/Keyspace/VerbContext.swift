import CacheEngine

/// What a verb has to know beside its words and the cache.
public struct VerbContext: Hashable, Sendable {
  public var now: Tick

  /// What the clock on the wall says at tick zero, in milliseconds since 1970.
  ///
  /// Absolute times count from there. Zero makes absolute times the same as virtual ones.
  public var epochMilliseconds: Int64

  /// A random number for the verb that needs one; whoever calls draws it.
  public var draw: UInt64

  public init(now: Tick, epochMilliseconds: Int64 = 0, draw: UInt64 = 0) {
    self.now = now
    self.draw = draw
    self.epochMilliseconds = epochMilliseconds
  }
}
