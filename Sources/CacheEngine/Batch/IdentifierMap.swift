/// Numbers for 64-bit identifiers, in order of first appearance; flat arrays, open addressing.
struct IdentifierMap: Sendable {
  private(set) var identifiers: [UInt64] = []
  private var buckets: [UInt32] = Array(repeating: .max, count: 16)
  private var shift: UInt64 = 60

  /// The number of `identifier`, the next free one if it is new.
  ///
  /// O(1) on average.
  mutating func number(of identifier: UInt64) -> UInt32 {
    var place = home(of: identifier)
    while buckets[place] != .max {
      let number = buckets[place]
      if identifiers[Int(number)] == identifier { return number }
      place = (place + 1) & (buckets.count - 1)
    }
    precondition(identifiers.count < Int(UInt32.max), "more identifiers than 32 bits can number")
    let number = UInt32(identifiers.count)
    identifiers.append(identifier)
    buckets[place] = number
    if identifiers.count * 2 > buckets.count { grow() }
    return number
  }

  private func home(of identifier: UInt64) -> Int {
    var mixed = identifier
    mixed = (mixed ^ (mixed >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> shift)
  }

  private mutating func grow() {
    buckets = Array(repeating: .max, count: buckets.count * 2)
    shift -= 1
    for (number, identifier) in identifiers.enumerated() {
      var place = home(of: identifier)
      while buckets[place] != .max { place = (place + 1) & (buckets.count - 1) }
      buckets[place] = UInt32(number)
    }
  }
}
