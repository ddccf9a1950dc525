/// Collects batches of requests into a trace.
public struct TraceBuilder: Sendable {
  /// The most requests of a trace; positions are 32-bit numbers in every table.
  public static let limit = Int(UInt32.max) - 1

  public let sampling: Sampling
  /// Requests that were read; those that the sample leaves out too.
  public private(set) var requestsRead = 0
  /// Records that could not be read and are left out.
  public var broken = 0
  private var numbers = KeyNumbers()
  private var ids: [UInt32] = []
  private var sizes: [UInt32] = []
  private var kept: [UInt64] = []
  private var span: ClosedRange<Int64>?
  /// Records that are no requests: writes, deletes, comments.
  public private(set) var skipped = 0
  /// The size of every entry, where the person knows better than the trace.
  private let fixedSize: UInt32?
  /// How many requests are taken.
  private let most: Int

  /// - Parameters:
  ///   - fixedSize: the size of every entry, whatever the trace says; nil takes the trace's.
  ///   - most: how many requests are read.
  public init(
    sampling: Sampling = .all, fixedSize: UInt32? = nil, most: Int = TraceBuilder.limit
  ) {
    self.sampling = sampling
    self.fixedSize = fixedSize
    self.most = min(most, TraceBuilder.limit)
  }

  /// Requests that were kept.
  public var count: Int { ids.count }

  /// Whether all requests that were asked for are here.
  public var isFull: Bool { requestsRead >= most }

  /// Whether fewer requests were asked for than a trace can have.
  public var isCut: Bool { most < TraceBuilder.limit }

  /// Makes room for requests that are known to come.
  public mutating func reserve(_ requests: Int) {
    ids.reserveCapacity(min(requests, most))
  }

  /// Takes the requests of a batch; the caller empties it.
  public mutating func add(_ batch: RequestBatch) {
    span = batch.span
    skipped = batch.skipped
    let room = most - requestsRead
    if batch.count > room {
      add(Array(batch.keys.prefix(room)), Array(batch.sizes.prefix(room)))
    } else {
      add(batch.keys, batch.sizes)
    }
  }

  /// Takes requests that have no sizes.
  public mutating func add(_ keys: [UInt64]) {
    let room = most - requestsRead
    add(keys.count > room ? Array(keys.prefix(room)) : keys, [])
  }

  private mutating func add(_ keys: [UInt64], _ newSizes: [UInt32]) {
    requestsRead += keys.count
    guard !sampling.isAll else {
      numbers.append(keys, to: &ids)
      if fixedSize == nil { sizes.append(contentsOf: newSizes) }
      return
    }
    kept.removeAll(keepingCapacity: true)
    for (index, key) in keys.enumerated() where sampling.keeps(key) {
      kept.append(key)
      if fixedSize == nil, !newSizes.isEmpty { sizes.append(newSizes[index]) }
    }
    numbers.append(kept, to: &ids)
  }

  /// The trace of all batches so far.
  public consuming func trace(name: String) -> LabTrace {
    if let fixedSize { sizes = Array(repeating: fixedSize, count: ids.count) }
    return LabTrace(
      name: name, ids: ids, sizes: sizes, keys: numbers.count, span: span, sampling: sampling,
      requestsRead: requestsRead, skipped: skipped, broken: broken)
  }
}
