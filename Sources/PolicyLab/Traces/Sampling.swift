import CacheEngine

// A sample of keys, not of requests.
//
// Leaving out every other request would change what the rest looks like: keys would seem to be
// asked for half as often. Leaving out every other *key*, with all its requests, leaves the others
// as they were; and since the keys are chosen by a hash, a cache of a tenth of the capacity sees a
// tenth of the keys do to each other what all of them would do to each other.
//
// Reference: C. Waldspurger, N. Park, A. Garthwaite, I. Ahmad, "Efficient MRC construction with
// SHARDS", FAST '15; C. Waldspurger, T. Saemundsson, I. Ahmad, N. Park, "Cache modeling and
// optimization using miniature simulations", USENIX ATC '17.

/// Which keys of a trace are looked at.
public struct Sampling: Hashable, Sendable {
  /// A key is kept when the upper 32 bits of its hash are below this.
  private let threshold: UInt64

  /// Every key.
  public static let all = Sampling(rate: 1)

  /// Keeps about `rate` of the keys, 0…1.
  public init(rate: Double) {
    threshold = UInt64(min(1, max(0, rate)) * 0x1p32)
  }

  /// The share of keys that are kept.
  public var rate: Double { Double(threshold) * 0x1p-32 }

  public var isAll: Bool { threshold == 1 << 32 }

  @inline(__always)
  public func keeps(_ key: UInt64) -> Bool {
    // Not the hash that places keys in tables: a sample must look like any other set of keys.
    var mixed = (key ^ (key >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) >> 32 < threshold
  }
}
