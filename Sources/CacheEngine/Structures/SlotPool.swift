// A bag to draw lots from.
//
// The slots lie in one array without order, so that any of them is one draw away. Who leaves is
// replaced by the last one, so the array has no holes.
//
//     take 2 of 5:   a b [c] d e   ──▶   a b e d

/// Slots without order, each at most once.
struct SlotPool: Sendable {
  private(set) var slots: [Slot] = []
  /// Where in the array each slot lies.
  private var places = SlotColumn<UInt32>(blank: .max)

  var count: Int { slots.count }
  var isEmpty: Bool { slots.isEmpty }

  func contains(_ slot: Slot) -> Bool {
    Int(slot) < places.count && places[slot] != .max
  }

  /// Precondition: it is not in the pool.
  mutating func insert(_ slot: Slot) {
    places[slot] = UInt32(slots.count)
    slots.append(slot)
  }

  /// Precondition: it is in the pool.
  mutating func remove(_ slot: Slot) {
    let place = Int(places[slot])
    let last = slots.removeLast()
    if last != slot {
      slots[place] = last
      places[last] = UInt32(place)
    }
    places[slot] = .max
  }

  /// One of them by lot; there must be somebody.
  func draw(_ random: inout SeededRandom) -> Slot {
    let place = random.below(slots.count)
    return slots.withUnsafeBufferPointer { $0[place] }
  }

  /// The array of slots stays where it is: only its end is written to at every turn.
  @inline(__always)
  mutating func borrow() { places.borrow() }
  mutating func giveBack() { places.giveBack() }

  func digest(into hash: inout StableHash) {
    hash.combine(slots.count)
    for slot in slots { hash.combine(UInt64(slot)) }
  }

  /// Stops the program if a slot is not where it should be.
  ///
  /// O(n).
  func checkInvariants() {
    for (place, slot) in slots.enumerated() {
      precondition(
        Int(places[slot]) == place, "slot \(slot) is not where the pool has it, at \(place)")
    }
  }
}
