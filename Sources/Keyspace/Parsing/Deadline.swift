import CacheEngine

/// A lifetime or an instant as somebody wrote it, before the clock is known.
struct Deadline: Sendable {
  enum Unit: Sendable {
    case seconds, milliseconds
  }

  private var milliseconds: Int64
  private let isAbsolute: Bool
  /// The verb that the error names.
  private let verb: String

  /// A deadline out of the word for its number, of either sign.
  init(
    _ word: [UInt8], _ unit: Unit, isAbsolute: Bool, verb: String
  ) throws(VerbError) {
    guard let amount = StrictInteger.parse(word) else { throw .notAnInteger }
    let (milliseconds, overflow) = amount.multipliedReportingOverflow(
      by: unit == .seconds ? 1000 : 1)
    if overflow { throw .invalidExpireTime(verb: verb) }
    self.milliseconds = milliseconds
    self.isAbsolute = isAbsolute
    self.verb = verb
  }

  /// The same, but only if it is above zero.
  static func positive(
    _ word: [UInt8], _ unit: Unit, isAbsolute: Bool = false, verb: String
  ) throws(VerbError) -> Deadline {
    let deadline = try Deadline(word, unit, isAbsolute: isAbsolute, verb: verb)
    guard deadline.milliseconds > 0 else { throw .invalidExpireTime(verb: verb) }
    return deadline
  }

  /// The tick of the deadline; not after `now` if it has passed, and never negative.
  ///
  /// Ticks count microseconds, so a deadline more than 292 000 years off ends just before `never`.
  func tick(_ context: VerbContext) throws(VerbError) -> Tick {
    if isAbsolute {
      let (since, overflow) = milliseconds.subtractingReportingOverflow(context.epochMilliseconds)
      return Deadline.tick(milliseconds: overflow ? .min : since, after: .zero)
    }
    let wall = context.epochMilliseconds &+ context.now.microseconds / 1000
    if milliseconds.addingReportingOverflow(wall).overflow {
      throw .invalidExpireTime(verb: verb)
    }
    return Deadline.tick(milliseconds: milliseconds, after: context.now)
  }

  private static func tick(milliseconds: Int64, after start: Tick) -> Tick {
    let (ticks, overflow) = milliseconds.multipliedReportingOverflow(by: 1000)
    let (sum, isTooFar) = start.microseconds.addingReportingOverflow(ticks)
    guard !overflow, !isTooFar, sum != .max else {
      return milliseconds < 0 ? .zero : Tick(microseconds: .max - 1)
    }
    return Tick(microseconds: max(0, sum))
  }
}
