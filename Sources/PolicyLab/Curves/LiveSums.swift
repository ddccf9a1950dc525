// How many marks stand before a place?
//
// Stack distances ask it for every request, and move one mark each time. A Fenwick tree answers in
// log n steps; but a tree over millions of places does not fit into the nearest cache. So the
// marks are bits, 512 to a block, and the tree is only over blocks: some thousand numbers that stay
// close to the processor. Inside a block the bits are counted.
//
//     tree      12 ──── 7 ──── …              sums over blocks
//     blocks   [0110…][1010…][…]              512 bits each
//
// Reference: P. Fenwick, "A new data structure for cumulative frequency tables", Software: Practice
// and Experience 24 (1994).

/// Marks on places 0…n−1, and how many stand before one.
struct LiveSums {
  private let bits: UnsafeMutableBufferPointer<UInt64>
  private let tree: UnsafeMutableBufferPointer<UInt32>

  /// How many words and tree nodes so many places need.
  static func room(for places: Int) -> (words: Int, nodes: Int) {
    let blocks = (places + 511) / 512
    return (blocks * 8, blocks + 1)
  }

  /// The buffers come from whoever runs the loop, all zero, and stay theirs.
  init(bits: UnsafeMutableBufferPointer<UInt64>, tree: UnsafeMutableBufferPointer<UInt32>) {
    self.bits = bits
    self.tree = tree
  }

  @inline(__always)
  func mark(_ place: Int) {
    bits[place &>> 6] |= 1 &<< UInt64(place & 63)
    add(1, toBlock: place &>> 9)
  }

  @inline(__always)
  func unmark(_ place: Int) {
    bits[place &>> 6] &= ~(1 &<< UInt64(place & 63))
    add(.max, toBlock: place &>> 9)
  }

  /// Marks at `place` and before it.
  @inline(__always)
  func count(through place: Int) -> Int {
    var sum: UInt32 = 0
    var node = place &>> 9
    while node > 0 {
      sum = sum &+ tree[node]
      node &= node &- 1
    }
    let word = place &>> 6
    var counted = Int(sum)
    var index = word & ~7
    while index < word {
      counted &+= bits[index].nonzeroBitCount
      index &+= 1
    }
    return counted &+ (bits[word] &<< UInt64(63 - place & 63)).nonzeroBitCount
  }

  /// Sums wrap around, so taking one away is adding 2³² − 1.
  @inline(__always)
  private func add(_ amount: UInt32, toBlock block: Int) {
    var node = block &+ 1
    while node < tree.count {
      tree[node] = tree[node] &+ amount
      node &+= node & (0 &- node)
    }
  }

  /// Marks 0..<`count` and nothing else.
  func reset(marking count: Int) {
    bits.update(repeating: 0)
    tree.update(repeating: 0)
    for word in 0..<count / 64 { bits[word] = .max }
    if count % 64 > 0 { bits[count / 64] = 1 << UInt64(count % 64) - 1 }
    for node in 1..<tree.count {
      let first = (node - 1) * 512
      let own = max(0, min(512, count - first))
      tree[node] = tree[node] &+ UInt32(own)
      let parent = node + node & (0 - node)
      if parent < tree.count { tree[parent] = tree[parent] &+ tree[node] }
    }
  }
}
