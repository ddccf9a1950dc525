/// An instant of virtual time, counted in microseconds from the start of a world.
///
/// Nothing in the pure modules reads a real clock: time is an input, so the same commands give
/// the same instants on every machine.
public struct Tick: Hashable, Comparable, Sendable {
  /// Microseconds since the start; never negative in a world.
  public var microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  public static let zero = Tick(microseconds: 0)

  /// Later than every instant that a world can reach: the end of what never ends.
  public static let never = Tick(microseconds: .max)

  public static func < (left: Tick, right: Tick) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The instant `ticks` microseconds later; `never` stays `never`, and no sum overflows past it.
  public func advanced(by ticks: Int64) -> Tick {
    let (sum, overflow) = microseconds.addingReportingOverflow(ticks)
    return overflow || self == .never ? .never : Tick(microseconds: sum)
  }

  /// The microseconds from `earlier` to this instant.
  public func ticks(since earlier: Tick) -> Int64 {
    microseconds - earlier.microseconds
  }
}
