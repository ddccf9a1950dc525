// A listing is typed by a learner, and may loop, recurse or grow without an end. Each way of
// doing so has a limit here; reaching one ends the request, or refuses the listing, with a
// sentence that names the limit. The numbers are far beyond what a caching pattern needs.

/// The limits on listings and on what they do when they run.
public struct ListingLimits: Hashable, Sendable {
  // How long a listing may be.
  public var lines = 200
  public var lineLength = 200
  public var blockDepth = 12
  public var expressionDepth = 24
  /// Names, constants and intermediate values of one function.
  public var registers = 1_000
  public var operationsInAll = 30_000
  /// The smallest period of `every`, in microseconds.
  public var smallestPeriod: Int64 = 10_000

  // How much a request may do.
  /// Operations between two calls.
  public var operations = 100_000
  public var callDepth = 50
  /// Rounds of all loops of a request together.
  public var loopRounds = 100_000
  /// Bytes of one text.
  public var textLength = 4_096
  /// Bytes of all texts that a request makes.
  public var textMade = 1_000_000
  public var listLength = 1_000
  /// Elements of all lists that a request makes or is given.
  public var listElements = 100_000
  /// Requests that one request starts with `spawn`.
  public var spawns = 1_000

  public init() {}

  public static let standard = ListingLimits()
}
