// From a key to its slot.
//
// Open addressing with linear probing in one flat array of (key, slot) pairs, at most half full.
// Copying it is copying a block of memory, which matters because caches are copied for every
// undo and preview. Removal shifts later pairs of the same run back, so no tombstones pile up.
//
// In a batch keys are 0…U−1, so while the table is lent it is a plain array with the key as the
// index: nothing to search, and no run of pairs whose end has to be guessed.

/// Which slot a key's entry is in.
struct SlotMap: Sendable {
  struct Pair: Sendable, BitwiseCopyable {
    var key: UInt32
    var slot: Slot
  }

  private static let free = Pair(key: .max, slot: .max)

  private(set) var count = 0
  private var pairs = Block(Array(repeating: free, count: 16))
  private var shift: UInt64 = 60
  /// The slot of each key up to the highest there was; in use while the table is lent.
  private var direct = Block<Slot>()
  private var isDirect = false

  /// The slot of `key`; `Slot.max` if it has none.
  @inline(__always)
  func find(_ key: Symbol) -> Slot {
    guard !isDirect else {
      return direct.reading { Int(key.index) < $0.count ? $0[Int(key.index)] : .max }
    }
    return pairs.reading { pairs in
      var place = home(of: key.index)
      while true {
        let pair = pairs[place]
        if pair.key == key.index { return pair.slot }
        if pair.slot == .max { return .max }
        place = (place + 1) & (pairs.count - 1)
      }
    }
  }

  /// Precondition: `key` is absent.
  @inline(__always)
  mutating func insert(_ key: Symbol, slot: Slot) {
    precondition(key != .none && slot != .max, "no key or no slot to put into the table")
    count += 1
    guard !isDirect else {
      if Int(key.index) >= direct.count { direct.grow(to: Int(key.index) + 1, blank: .max) }
      direct[Int(key.index)] = slot
      return
    }
    if count * 2 > pairs.count { grow() }
    place(Pair(key: key.index, slot: slot))
  }

  /// Precondition: `key` is present.
  @inline(__always)
  mutating func remove(_ key: Symbol) {
    guard !isDirect else {
      precondition(find(key) != .max, "key \(key.index) to be removed is not in the table")
      direct[Int(key.index)] = .max
      count -= 1
      return
    }
    removePair(key)
  }

  private mutating func removePair(_ key: Symbol) {
    let mask = pairs.count - 1
    let home = home(of: key.index)
    let shift = shift
    pairs.writing { pairs in
      var hole = home
      while pairs[hole].key != key.index {
        precondition(pairs[hole].slot != .max, "key \(key.index) to be removed is not in the table")
        hole = (hole + 1) & mask
      }
      var next = (hole + 1) & mask
      while pairs[next].slot != .max {
        let home = SlotMap.home(of: pairs[next].key, shift)
        if (next &- home) & mask >= (next &- hole) & mask {
          pairs[hole] = pairs[next]
          hole = next
        }
        next = (next + 1) & mask
      }
      pairs[hole] = SlotMap.free
    }
    count -= 1
  }

  mutating func removeAll() {
    self = SlotMap()
  }

  @inline(__always)
  mutating func borrow() {
    let old = self
    self = SlotMap()
    direct.borrow()
    isDirect = true
    for pair in old.pairs.reading({ Array($0) }) where pair.slot != .max {
      insert(Symbol(index: pair.key), slot: pair.slot)
    }
  }

  mutating func giveBack() {
    direct.giveBack()
    let slots = direct.reading { Array($0) }
    self = SlotMap()
    for (key, slot) in slots.enumerated() where slot != .max {
      insert(Symbol(index: UInt32(key)), slot: slot)
    }
  }

  @inline(__always)
  private func home(of key: UInt32) -> Int {
    SlotMap.home(of: key, shift)
  }

  @inline(__always)
  private static func home(of key: UInt32, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func place(_ pair: Pair) {
    let home = home(of: pair.key)
    pairs.writing { pairs in
      var place = home
      while pairs[place].slot != .max { place = (place + 1) & (pairs.count - 1) }
      pairs[place] = pair
    }
  }

  private mutating func grow() {
    let old = pairs.reading { Array($0) }
    shift -= 1
    pairs.grow(to: old.count * 2, blank: SlotMap.free)
    pairs.writing { pairs in
      for place in old.indices { pairs[place] = SlotMap.free }
    }
    for pair in old where pair.slot != .max { place(pair) }
  }
}
