import CacheEngine

// Zipf: few keys take most of the traffic.
//
//   ▇
//   ▇ ▅
//   ▇ ▅ ▃ ▂ ▂ ▁ ▁ ▁ ▁     the k-th most popular key is asked for in proportion to 1 ÷ kˢ
//
// With s = 1 and 100 keys the top twenty take about 69 % of the requests. Most real request
// streams look like this with s between 0.6 and 1.2 (Breslau et al., INFOCOM 1999).
//
// The draw is one number below 2⁶³ and a binary search in a table of thresholds. The table is made
// from sums and our own logarithm and exponential, so it is the same on every machine.

/// Keys drawn by rank: the first key is the most popular one.
public struct ZipfWorkload: Workload {
  private let keys: [Symbol]
  private let thresholds: [UInt64]

  /// - Parameter exponent: s; 0 is uniform, 1 the classic.
  public init(keys: [Symbol], exponent: Double = 1) {
    self.keys = keys
    var weights: [Double] = []
    weights.reserveCapacity(keys.count)
    var sum = 0.0
    for rank in 1...Swift.max(1, keys.count) {
      sum += ZipfWorkload.weight(rank, exponent)
      weights.append(sum)
    }
    let scale = 0x1p63 / sum
    thresholds = weights.map { UInt64($0 * scale) }
  }

  public mutating func next(_ random: inout SeededRandom) -> Symbol? {
    guard !keys.isEmpty else { return nil }
    let draw = random.next() >> 1
    var low = 0
    var high = thresholds.count - 1
    while low < high {
      let middle = (low + high) / 2
      if draw < thresholds[middle] { high = middle } else { low = middle + 1 }
    }
    return keys[low]
  }

  private static func weight(_ rank: Int, _ exponent: Double) -> Double {
    if exponent == 1 { return 1 / Double(rank) }
    return StableMath.exp(-exponent * StableMath.ln(Double(rank)))
  }
}
