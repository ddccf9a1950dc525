extension LabTrace {
  /// The requests for about `rate` of the keys.
  ///
  /// O(requests).
  public func sampled(rate: Double) -> LabTrace {
    let sampling = Sampling(rate: rate)
    return kept(rate: sampling.rate) { sampling.keeps(UInt64($0) &+ 1) }
  }

  /// The requests for one part of the keys, out of `count` parts that have no key in common.
  public func part(_ part: Int, of count: Int) -> LabTrace {
    kept(rate: 1 / Double(count)) { id in
      // Another bit of the hash than the one that samples go by.
      let mixed = (UInt64(id) &+ 0x9E37_79B9) &* 0xD6E8_FEB8_6659_FD93
      return Int((mixed >> 40) % UInt64(count)) == part
    }
  }

  private func kept(rate: Double, _ keeps: (UInt32) -> Bool) -> LabTrace {
    var numbers = [UInt32](repeating: .max, count: keys)
    var (ids, sizes): ([UInt32], [UInt32]) = ([], [])
    var next: UInt32 = 0
    for (index, id) in self.ids.enumerated() where keeps(id) {
      if numbers[Int(id)] == .max {
        numbers[Int(id)] = next
        next += 1
      }
      ids.append(numbers[Int(id)])
      if hasSizes { sizes.append(self.sizes[index]) }
    }
    return LabTrace(
      name: name, ids: ids, sizes: sizes, keys: Int(next), span: span,
      sampling: Sampling(rate: sampling.rate * rate), requestsRead: requestsRead,
      skipped: skipped, broken: broken)
  }
}
