// The least first, and anybody can change rank.
//
// Policies that give every entry a worth need the entry that is worth least, and an entry's worth
// changes whenever it is asked for. This is a binary heap in one flat array, with a column that
// says where in the heap each slot stands, so that a change of rank moves one entry up or down a
// path: O(log n). Four children a node make the path half as long, and the four lie side by side
// in memory.
//
// Equal ranks come in the order of their stamps, which the heap gives out itself: whoever has had
// the rank longest is first.

/// Slots by rank, the least first.
struct SlotHeap<Rank: Comparable & BitwiseCopyable & Sendable>: Sendable {
  struct Node: Sendable, BitwiseCopyable {
    var rank: Rank
    var stamp: UInt64
    var slot: Slot

    @inline(__always)
    static func < (left: Node, right: Node) -> Bool {
      left.rank != right.rank ? left.rank < right.rank : left.stamp < right.stamp
    }
  }

  private(set) var nodes: [Node] = []
  private var places = SlotColumn<UInt32>(blank: .max)
  private var stamps: UInt64 = 0

  var isEmpty: Bool { nodes.isEmpty }
  var count: Int { nodes.count }
  /// Who is first; there must be somebody.
  var first: Slot { nodes[0].slot }

  func contains(_ slot: Slot) -> Bool {
    Int(slot) < places.count && places[slot] != .max
  }

  func rank(of slot: Slot) -> Rank { nodes[Int(places[slot])].rank }

  /// Puts `slot` in, behind all that have this rank already.
  ///
  /// O(log n). Precondition: it is not in the heap.
  mutating func push(_ slot: Slot, rank: Rank) {
    stamps += 1
    let node = Node(rank: rank, stamp: stamps, slot: slot)
    nodes.append(node)
    rise(node, from: nodes.count - 1)
  }

  /// Gives `slot` another rank, and a place behind all that have it already.
  ///
  /// O(log n).
  mutating func change(_ slot: Slot, to rank: Rank) {
    stamps += 1
    let place = Int(places[slot])
    let node = Node(rank: rank, stamp: stamps, slot: slot)
    if node < nodes[place] { rise(node, from: place) } else { sink(node, from: place) }
  }

  /// Takes `slot` out.
  ///
  /// O(log n). Precondition: it is in the heap.
  mutating func remove(_ slot: Slot) {
    let place = Int(places[slot])
    places[slot] = .max
    let last = nodes.removeLast()
    guard last.slot != slot else { return }
    if last < nodes[place] { rise(last, from: place) } else { sink(last, from: place) }
  }

  /// The `limit` first slots, the very first one last.
  ///
  /// O(n log n).
  func least(_ limit: Int) -> [Slot] {
    nodes.sorted { $0 < $1 }.prefix(limit).map(\.slot).reversed()
  }

  /// Adds the order, and each rank as `bits` writes it, to `hash`.
  func digest(into hash: inout StableHash, bits: (Rank) -> UInt64) {
    hash.combine(nodes.count)
    for node in nodes.sorted(by: { $0 < $1 }) {
      hash.combine(UInt64(node.slot))
      hash.combine(bits(node.rank))
    }
  }

  /// Stops the program if a parent is later than its child, or a slot is not where it should be.
  ///
  /// O(n).
  func checkInvariants() {
    for place in nodes.indices {
      precondition(
        Int(places[nodes[place].slot]) == place, "slot \(nodes[place].slot) is not at \(place)")
      guard place > 0 else { continue }
      precondition(!(nodes[place] < nodes[(place - 1) / 4]), "heap out of order at \(place)")
    }
  }

  private mutating func rise(_ node: Node, from start: Int) {
    var place = start
    nodes.withUnsafeMutableBufferPointer { nodes in
      while place > 0 {
        let parent = (place - 1) / 4
        guard node < nodes[parent] else { break }
        nodes[place] = nodes[parent]
        places[nodes[place].slot] = UInt32(place)
        place = parent
      }
      nodes[place] = node
    }
    places[node.slot] = UInt32(place)
  }

  private mutating func sink(_ node: Node, from start: Int) {
    var place = start
    nodes.withUnsafeMutableBufferPointer { nodes in
      while true {
        let first = place * 4 + 1
        guard first < nodes.count else { break }
        var child = first
        for other in first..<min(first + 4, nodes.count) where nodes[other] < nodes[child] {
          child = other
        }
        guard nodes[child] < node else { break }
        nodes[place] = nodes[child]
        places[nodes[place].slot] = UInt32(place)
        place = child
      }
      nodes[place] = node
    }
    places[node.slot] = UInt32(place)
  }
}
