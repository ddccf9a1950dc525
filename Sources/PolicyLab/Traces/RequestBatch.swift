/// Requests as a format has found them, on their way into a trace.
///
/// A batch is filled and emptied over and over, so its room is made once and reading allocates
/// nothing per request.
public struct RequestBatch: Sendable {
  /// The key of each request: the number itself where keys are numbers, else a hash of its text.
  public private(set) var keys: [UInt64] = []
  /// The size of each request in bytes; as long as `keys` in formats with sizes, else empty.
  public private(set) var sizes: [UInt32] = []
  /// The text of each key, as long as `keys`; empty unless it was asked for.
  public private(set) var names: [[UInt8]] = []
  private let keepsNames: Bool
  /// The first and the last instant that was read, in milliseconds; nil in formats without.
  public var span: ClosedRange<Int64>? { earliest <= latest ? earliest...latest : nil }
  private var (earliest, latest) = (Int64.max, Int64.min)
  /// Records that are no requests by the rules of their format: writes, deletes, comments.
  public internal(set) var skipped = 0

  /// - Parameter keepsNames: whether the texts of the keys are wanted too; studies need numbers only.
  public init(keepsNames: Bool = false) {
    self.keepsNames = keepsNames
  }

  public var count: Int { keys.count }

  /// A request for `key`.
  @inline(__always)
  public mutating func append(_ key: UInt64) {
    keys.append(key)
    if keepsNames { keep(key) }
  }

  /// A request for the key that these bytes are.
  @inline(__always)
  mutating func append(_ key: LineBytes) {
    keys.append(key.key)
    if keepsNames { names.append(key.bytes) }
  }

  /// The name of a key that is a number.
  private mutating func keep(_ key: UInt64) {
    names.append(Array(String(key).utf8))
  }

  /// Requests for many keys.
  mutating func append(keys more: UnsafeBufferPointer<UInt64>) {
    keys.append(contentsOf: more)
    if keepsNames { for key in more { keep(key) } }
  }

  /// A request for `key` with `size` bytes; what has no bytes weighs one.
  ///
  /// - Precondition: all requests of a format have sizes, or none has.
  @inline(__always)
  public mutating func append(_ key: UInt64, size: UInt32) {
    append(key)
    sizes.append(max(1, size))
  }

  /// A request for the key that these bytes are, with `size` bytes.
  @inline(__always)
  mutating func append(_ key: LineBytes, size: UInt32) {
    append(key)
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
    names.removeAll(keepingCapacity: true)
  }
}
