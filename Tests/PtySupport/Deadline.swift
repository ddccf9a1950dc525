import Glibc

/// A point in time up to which a test looks again and again.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  /// How many times slower everything is than usual, such as under a sanitizer.
  private static let slowness =
    getenv("CACHETUTOR_SLOWNESS").flatMap { Double(String(cString: $0)) } ?? 1

  public init(seconds: Double) {
    end = .now + .seconds(seconds * Deadline.slowness)
  }

  public var isOver: Bool { ContinuousClock.now >= end }

  /// Milliseconds left, at most `limit`, for a poll.
  func pollTimeout(limit: Int32) -> Int32 {
    let left = (end - ContinuousClock.now) / .milliseconds(1)
    return min(limit, Int32(max(0, min(left, 1_000_000)).rounded(.up)))
  }

  /// Looks until `isTrue` holds; false when time was up first.
  public func wait(until isTrue: () throws -> Bool) rethrows -> Bool {
    while true {
      if try isTrue() { return true }
      if isOver { return false }
      // Nothing tells us when to look again, so a moment passes between two looks.
      _ = poll(nil, 0, pollTimeout(limit: 10))
    }
  }
}
