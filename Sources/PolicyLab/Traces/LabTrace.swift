import CacheEngine

/// A trace that is ready to be studied: its keys are 0…U−1 in order of first appearance.
public struct LabTrace: Sendable {
  /// What people call it: the path of its file, or the words of its workload.
  public var name: String
  /// The key of each request.
  public let ids: [UInt32]
  /// The size of each request in bytes; empty when nothing says how large entries are.
  public let sizes: [UInt32]
  /// How many different keys there are.
  public let keys: Int
  /// The bytes of all keys together, each as large as it was at its first request.
  public let keyBytes: Int
  /// The first and the last instant, in milliseconds; nil when nothing says when requests came.
  public let span: ClosedRange<Int64>?
  /// The share of the keys that was kept, all requests of a kept key included; 1 is all of them.
  public let sampling: Sampling
  /// Requests that were read before the sample was taken.
  public let requestsRead: Int
  /// Records that are no requests: writes, deletes, comments.
  public let skipped: Int
  /// Records that could not be read and were left out because this was asked for.
  public let broken: Int

  public var requests: Int { ids.count }
  public var hasSizes: Bool { !sizes.isEmpty }

  init(
    name: String, ids: [UInt32], sizes: [UInt32] = [], keys: Int,
    span: ClosedRange<Int64>? = nil, sampling: Sampling = .all, requestsRead: Int? = nil,
    skipped: Int = 0, broken: Int = 0
  ) {
    self.name = name
    self.ids = ids
    self.sizes = sizes
    self.keys = keys
    self.span = span
    self.sampling = sampling
    self.requestsRead = requestsRead ?? ids.count
    self.skipped = skipped
    self.broken = broken
    keyBytes = LabTrace.bytes(ids, sizes, keys: keys)
  }

  /// Ids that are numbers already; the first one that appears need not be 0.
  public init(name: String, renaming keys: [UInt64], sizes: [UInt32] = []) {
    var numbers = KeyNumbers()
    var ids: [UInt32] = []
    ids.reserveCapacity(keys.count)
    numbers.append(keys, to: &ids)
    self.init(name: name, ids: ids, sizes: sizes, keys: numbers.count)
  }

  /// The same requests as the batch driver takes them.
  public func batch(by unit: CapacityUnit) -> BatchTrace {
    BatchTrace(ids: ids, weights: unit == .bytes ? sizes : [])
  }

  /// A new key has the number that follows the highest one so far.
  private static func bytes(_ ids: [UInt32], _ sizes: [UInt32], keys: Int) -> Int {
    guard !sizes.isEmpty else { return 0 }
    var (sum, next) = (0, 0 as UInt32)
    ids.withUnsafeBufferPointer { ids in
      sizes.withUnsafeBufferPointer { sizes in
        for index in 0..<ids.count where ids[index] == next {
          sum += Int(sizes[index])
          next += 1
        }
      }
    }
    return sum
  }
}
