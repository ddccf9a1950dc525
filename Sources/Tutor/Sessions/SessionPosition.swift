import CacheEngine

/// A place in the life of a world: `@tick`, or `@tick.n` when only n of that tick's activations
/// are done.
public struct SessionPosition: Hashable, Sendable {
  public var tick: Tick
  /// Nil: all activations up to and including the tick are done.
  public var activations: Int?

  public init(tick: Tick, activations: Int? = nil) {
    self.tick = tick
    self.activations = activations
  }

  /// As sessions write it, without the `@`.
  public var text: String {
    activations.map { "\(tick.microseconds).\($0)" } ?? "\(tick.microseconds)"
  }

  /// Reads `61000000` or `61000000.100`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let tick = SessionText.decimal(first),
      let microseconds = Int64(exactly: tick)
    else { return nil }
    self.tick = Tick(microseconds: microseconds)
    guard parts.count == 2 else { return }
    guard let count = SessionText.decimal(parts[1]), let activations = Int(exactly: count) else {
      return nil
    }
    self.activations = activations
  }
}
