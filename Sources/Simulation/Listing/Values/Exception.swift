/// What breaks a line of a listing off: an answer that came too late, one that did not come, or
/// the end of the request itself.
public enum Exception: Hashable, Sendable {
  /// A call took longer than its `timeout=`. Caught by `except Timeout`.
  case timeout
  /// A call, or the listing itself, went wrong. Caught by `except Failure`, but for mistakes of
  /// the listing (`FailureReason.isMistake`), which only a bare `except` catches: a typing error
  /// must not pass for a database that is down.
  case failure(FailureReason)
  /// The request was cancelled: `finally` runs, and nothing catches it.
  case cancelled
}
