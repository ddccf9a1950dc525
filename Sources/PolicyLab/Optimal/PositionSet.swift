// A set of positions that knows its largest one.
//
// A heap would need a comparison and a cache miss for each of its levels. Positions are small
// numbers, all different: so one bit each, and above every 64 words a word that says which of them
// are not empty, and so on until one word is left.
//
//     level 2                     0…01
//     level 1         0…0100…1          0…0        which words below have a bit
//     level 0    0…0 … 01…0 … 0…01 … 0…0           one bit a position
//
// Four levels hold 16 million positions, in two megabytes; inserting, removing and finding the
// largest touch one word a level.

/// A set of numbers below a limit, with insertion, removal and maximum in O(log₆₄ limit).
struct PositionSet: Sendable {
  private static let mostLevels = 6
  private var words: [UInt64]
  /// Where each level begins among the words, the lowest first.
  private let starts: [Int]

  init(limit: Int) {
    var starts: [Int] = []
    var total = 0
    var count = max(1, limit)
    repeat {
      count = (count + 63) / 64
      starts.append(total)
      total += count
    } while count > 1
    self.starts = starts
    words = Array(repeating: 0, count: total)
  }

  /// Borrows the words for a whole run.
  mutating func withBits<Result>(_ body: (inout Bits) -> Result) -> Result {
    words.withUnsafeMutableBufferPointer { words in
      starts.withUnsafeBufferPointer { starts in
        var bits = Bits(words: words, starts: starts)
        return body(&bits)
      }
    }
  }

  /// The set while its words are borrowed.
  struct Bits {
    fileprivate let words: UnsafeMutableBufferPointer<UInt64>
    fileprivate let starts: UnsafeBufferPointer<Int>

    @inline(__always)
    func contains(_ number: Int) -> Bool {
      words[number &>> 6] &>> (number & 63) & 1 != 0
    }

    @inline(__always)
    func insert(_ number: Int) {
      var place = number
      for level in 0..<starts.count {
        let word = starts[level] + place &>> 6
        let old = words[word]
        words[word] = old | 1 &<< UInt64(place & 63)
        if old != 0 { return }
        place &>>= 6
      }
    }

    @inline(__always)
    func remove(_ number: Int) {
      var place = number
      for level in 0..<starts.count {
        let word = starts[level] + place &>> 6
        let left = words[word] & ~(1 &<< UInt64(place & 63))
        words[word] = left
        if left != 0 { return }
        place &>>= 6
      }
    }

    /// The largest number; nil in an empty set.
    @inline(__always)
    var max: Int? {
      var place = 0
      var level = starts.count - 1
      while level >= 0 {
        let word = words[starts[level] + place]
        if word == 0 { return nil }
        place = place &<< 6 + (63 - word.leadingZeroBitCount)
        level -= 1
      }
      return place
    }
  }
}
