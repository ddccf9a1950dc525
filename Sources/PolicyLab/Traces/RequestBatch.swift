/// Requests as a format has found them, on their way into a trace.
///
/// A batch is filled and emptied over and over, so its room is made once and reading allocates
/// nothing per request.
public struct RequestBatch: Sendable {
  /// The key of each request: the number itself where keys are numbers, else a hash of its text.
  public private(set) var keys: [UInt64] = []
  /// The size of each request in bytes; as long as `keys` in formats with sizes, else empty.
  public private(set) var sizes: [UInt32] = []
  /// The first and the last instant that was read, in milliseconds; nil in formats without.
  public var span: ClosedRange<Int64>? { earliest <= latest ? earliest...latest : nil }
  private var (earliest, latest) = (Int64.max, Int64.min)
  /// Records that are no requests by the rules of their format: writes, deletes, comments.
  public internal(set) var skipped = 0

  public init() {}

  public var count: Int { keys.count }

  /// A request for `key`.
  @inline(__always)
  public mutating func append(_ key: UInt64) {
    keys.append(key)
  }

  /// Requests for many keys.
  mutating func append(keys more: UnsafeBufferPointer<UInt64>) {
    keys.append(contentsOf: more)
  }

  /// A request for `key` with `size` bytes; what has no bytes weighs one.
  ///
  /// - Precondition: all requests of a format have sizes, or none has.
  @inline(__always)
  public mutating func append(_ key: UInt64, size: UInt32) {
    keys.append(key)
    sizes.append(max(1, size))
  }

  /// The instant of a request, in milliseconds.
  @inline(__always)
  public mutating func note(milliseconds: Int64) {
    earliest = min(earliest, milliseconds)
    latest = max(latest, milliseconds)
  }

  /// Empties the batch and keeps its room; what it counts goes on.
  public mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
  }
}
