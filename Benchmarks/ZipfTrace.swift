import CacheEngine

/// Requests as they are found in practice: the k-th most popular key is asked for 1/k as often as
/// the first.
enum ZipfTrace {
  /// `count` draws from `keys` keys, Zipf 1.0, always the same ones.
  static func ids(_ count: Int, keys: Int) -> [UInt32] {
    var sums: [Double] = []
    var sum = 0.0
    for rank in 1...keys {
      sum += 1 / Double(rank)
      sums.append(sum)
    }
    var random = SeededRandom(seed: 42)
    return (0..<count).map { _ in
      let draw = random.unit() * sum
      var (low, high) = (0, keys - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] < draw { low = middle + 1 } else { high = middle }
      }
      return UInt32(low)
    }
  }

  static let requests = ids(2_000_000, keys: 200_000)
}
