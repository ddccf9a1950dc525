// Names become numbers once.
//
// Every policy at every capacity looks each key up. With keys renamed to 0…U−1 in the order in
// which they appear, a look-up is one array access; so the hash table is paid for once, here, and
// not in each of the hundred runs that follow.
//
// The table is open addressing with linear probing; a bucket holds key and number side by side,
// so that a hit touches one cache line. Room is made before a group of keys, never in the middle.
//
// A group is numbered in two goes. The first looks at the bucket where each key should be, without
// asking what it finds: so nothing has to be guessed, and all buckets of the group are on their
// way from memory at once. The second goes after the few that were not at home, or are new.

/// Numbers for 64-bit keys, in order of first appearance.
public struct KeyNumbers: Sendable {
  private struct Bucket {
    var key: UInt64 = 0
    /// `UInt32.max` in an empty bucket.
    var number: UInt32 = .max
  }

  /// Small enough for what the first go has fetched to be there for the second.
  private static let group = 512

  /// How many keys have a number.
  public private(set) var count = 0
  private var buckets: [Bucket] = Array(repeating: Bucket(), count: 1 << 12)
  private var shift: UInt64 = 64 - 12

  public init() {}

  /// Puts the number of each key at the end of `numbers`; O(1) a key on average.
  ///
  /// - Precondition: there are fewer than 2³² − 1 keys.
  public mutating func append(_ keys: [UInt64], to numbers: inout [UInt32]) {
    precondition(count + keys.count < Int(UInt32.max), "more keys than 32 bits can number")
    let before = numbers.count
    // Appending a block and writing into it is cheaper than one append for each number.
    numbers.append(contentsOf: repeatElement(0, count: keys.count))
    keys.withUnsafeBufferPointer { keys in
      numbers.withUnsafeMutableBufferPointer { numbers in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: KeyNumbers.group) { late in
          var start = 0
          while start < keys.count {
            let end = min(start + KeyNumbers.group, keys.count)
            makeRoom(for: end - start)
            number(
              UnsafeBufferPointer(rebasing: keys[start..<end]),
              UnsafeMutableBufferPointer(rebasing: numbers[(before + start)...]), late)
            start = end
          }
        }
      }
    }
  }

  /// Numbers a group of keys; there is room for as many new ones.
  private mutating func number(
    _ keys: UnsafeBufferPointer<UInt64>, _ numbers: UnsafeMutableBufferPointer<UInt32>,
    _ late: UnsafeMutableBufferPointer<Int>
  ) {
    let (shift, mask) = (shift, buckets.count - 1)
    var count = UInt32(truncatingIfNeeded: count)
    buckets.withUnsafeMutableBufferPointer { buckets in
      var lateCount = 0
      for index in 0..<keys.count {
        let bucket = buckets[KeyNumbers.home(of: keys[index], shift)]
        numbers[index] = bucket.number
        late[lateCount] = index
        lateCount &+= bucket.key == keys[index] && bucket.number != .max ? 0 : 1
      }
      for index in late[..<lateCount] {
        let key = keys[index]
        var place = KeyNumbers.home(of: key, shift)
        while buckets[place].key != key, buckets[place].number != .max {
          place = (place &+ 1) & mask
        }
        if buckets[place].number == .max {
          buckets[place] = Bucket(key: key, number: count)
          count &+= 1
        }
        numbers[index] = buckets[place].number
      }
    }
    self.count = Int(count)
  }

  @inline(__always)
  private static func home(of key: UInt64, _ shift: UInt64) -> Int {
    let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> shift)
  }

  /// At most three buckets of four are ever taken.
  private mutating func makeRoom(for more: Int) {
    guard (count + more) * 4 > buckets.count * 3 else { return }
    var size = buckets.count
    while (count + more) * 4 > size * 3 {
      size *= 2
      shift -= 1
    }
    var larger = [Bucket](repeating: Bucket(), count: size)
    for bucket in buckets where bucket.number != .max {
      var place = KeyNumbers.home(of: bucket.key, shift)
      while larger[place].number != .max { place = (place + 1) & (size - 1) }
      larger[place] = bucket
    }
    buckets = larger
  }
}
