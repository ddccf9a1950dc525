// Counting everybody in a few bits.
//
// To know who is popular one would count the requests for every key ever seen, and that table
// would be larger than the cache. A count-min sketch counts in a fixed block: each key has four
// counters, found by its hash, and shares each with strangers. Strangers can only add, so the
// least of the four is the best guess, and never too low.
//
//     key ──hash──▶ one block of 8 words, 16 counters of 4 bits in each
//                   ┌──┬──┬──┬──┬──┬──┬──┬──┐
//                   │ ×│  │  │ ×│ ×│  │  │ ×│     four counters: one in each pair of words
//                   └──┴──┴──┴──┴──┴──┴──┴──┘
//
// - Counters end at 15: whoever is asked for that often is popular, and more says no more.
// - Only the least of the four is raised (the conservative increment): the others are too high
//   already, by strangers' doing.
// - After ten requests for each entry that fits, all counters are halved. So the sketch forgets,
//   and last month's star is soon an average key.
//
// The four counters lie in one block of 64 bytes, so a request touches one line of memory.
//
// References: G. Cormode, S. Muthukrishnan, "An improved data stream summary: the count-min sketch
// and its applications" (2005); G. Einziger, R. Friedman, B. Manes, "TinyLFU", ACM Transactions on
// Storage 13 (2017).

/// About how often keys were asked for of late, 0 to 15.
struct FrequencySketch: Sendable {
  private var words = Block<UInt64>(Array(repeating: 0, count: 8))
  private var increments = 0
  /// For how many entries the block is large enough.
  private var entries = 8

  /// Makes the block large enough for a cache of so many entries; what was counted is kept.
  ///
  /// A block of double size begins as two copies: each key finds its own counters in one of them.
  mutating func reserve(_ count: Int) {
    while entries < count {
      let old = words.count
      words.grow(to: old * 2, blank: 0)
      words.writing { words in
        for place in 0..<old { words[old + place] = words[place] }
      }
      entries *= 2
      increments *= 2
    }
  }

  /// The count of `key`.
  @inline(__always)
  func count(of key: Symbol) -> Int {
    let hash = StableHash.scatter(UInt64(key.index))
    let block = block(of: hash)
    return words.reading { words in
      var least: UInt64 = 15
      for row in 0..<4 {
        let (word, shift) = FrequencySketch.counter(row, of: hash, in: block)
        least = min(least, words[word] &>> shift & 15)
      }
      return Int(least)
    }
  }

  /// A word out of the block of `key`: whoever will count it soon has fetched the block.
  @inline(__always)
  func look(at key: Symbol) -> UInt64 {
    let block = block(of: StableHash.scatter(UInt64(key.index)))
    return words.reading { $0[block] }
  }

  /// Counts a request for `key`.
  @inline(__always)
  mutating func increment(_ key: Symbol) {
    let hash = StableHash.scatter(UInt64(key.index))
    let block = block(of: hash)
    let isRaised = words.writing { words in
      var least: UInt64 = 15
      for row in 0..<4 {
        let (word, shift) = FrequencySketch.counter(row, of: hash, in: block)
        least = min(least, words[word] &>> shift & 15)
      }
      guard least < 15 else { return false }
      // Nought is added to the others: a branch would be guessed wrong every other time.
      for row in 0..<4 {
        let (word, shift) = FrequencySketch.counter(row, of: hash, in: block)
        let isLeast = words[word] &>> shift & 15 == least
        words[word] &+= (isLeast ? 1 : 0) &<< shift
      }
      return true
    }
    guard isRaised else { return }
    increments += 1
    if increments >= 10 * entries { halve() }
  }

  @inline(__always)
  mutating func borrow() { words.borrow() }
  mutating func giveBack() { words.giveBack() }

  func digest(into hash: inout StableHash) {
    hash.combine(increments)
    words.reading { words in
      for word in words { hash.combine(word) }
    }
  }

  private mutating func halve() {
    words.writing { words in
      for place in words.indices { words[place] = words[place] >> 1 & 0x7777_7777_7777_7777 }
    }
    increments /= 2
  }

  /// Where the block of a key begins: the high bits of its hash say which block.
  @inline(__always)
  private func block(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash >> 24) &* 8) & (words.count - 1)
  }

  /// The word and the place in it of one of the four counters: five low bits of the hash each.
  @inline(__always)
  private static func counter(_ row: Int, of hash: UInt64, in block: Int) -> (Int, UInt64) {
    let bits = hash &>> UInt64(row &* 5)
    return (block &+ row &* 2 &+ Int(bits & 1), (bits &>> 1 & 15) &* 4)
  }
}
