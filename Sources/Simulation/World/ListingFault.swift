import CacheEngine

/// Why the listing ended a request: a limit, or a mistake of its own.
public struct ListingFault: Hashable, Sendable {
  public var request: RequestID
  /// The line on which it stood, from 1; 0 when it never came to one.
  public var line: Int
  public var cause: Cause

  public enum Cause: Hashable, Sendable {
    case limit(ListingLimit)
    case failure(FailureReason)
    /// The listing has no such function.
    case noFunction(name: String)
    /// The function takes another number of arguments.
    case otherParameters(name: String, wanted: Int)
    /// The request was cancelled.
    case cancelled
  }

  /// How many a world remembers.
  public static let limit = 64

  /// What happened, in one or two sentences.
  public func message(_ symbols: SymbolTable) -> String {
    switch cause {
    case .limit(let limit): limit.message
    case .failure(let reason): reason.message(symbols)
    case .noFunction(let name): "The listing has no function `\(name)`."
    case .otherParameters(let name, let wanted):
      "`\(name)` takes \(wanted == 1 ? "one parameter" : "\(wanted) parameters") here."
    case .cancelled: "The request was cancelled."
    }
  }

  /// The message with its line, as in `line 2: Nothing can be divided by zero.`.
  public func sentence(_ symbols: SymbolTable) -> String {
    (line > 0 ? "line \(line): " : "") + message(symbols)
  }
}

extension World {
  /// The latest fault of a request; nil when the listing did nothing wrong, or too long ago.
  public func listingFault(of request: RequestID) -> ListingFault? {
    listingFaults.last { $0.request == request }
  }

  /// The listing itself ends the request.
  mutating func fail(_ slot: Int, because cause: ListingFault.Cause) {
    if listingFaults.count >= ListingFault.limit { listingFaults.removeFirst() }
    let line: Int
    switch cause {
    case .noFunction, .otherParameters: line = 0
    default: line = machines[slot].line
    }
    listingFaults.append(
      ListingFault(request: requests[slot].serial, line: line, cause: cause))
    fail(slot, reason: .listing)
  }
}
