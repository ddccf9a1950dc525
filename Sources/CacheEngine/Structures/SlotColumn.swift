// One value a slot.
//
// A policy that needs to know more of an entry than its place in a queue keeps it in a column: a
// block in which the slot is the index. It grows when a slot is used for the first time, so that a
// request allocates nothing once the cache is warm.

/// A value for each slot that was ever in use.
struct SlotColumn<Value: BitwiseCopyable & Sendable>: Sendable {
  private var values = Block<Value>()
  private let blank: Value

  /// - Parameter blank: the value of a slot that none was written for.
  init(blank: Value) {
    self.blank = blank
  }

  /// How many slots have a place.
  var count: Int { values.count }

  /// Reading needs a slot that was written once; writing may be the first time.
  subscript(slot: Slot) -> Value {
    @inline(__always) get {
      values[Int(slot)]
    }
    @inline(__always) set {
      if Int(slot) >= values.count { values.grow(to: Int(slot) + 1, blank: blank) }
      values[Int(slot)] = newValue
    }
  }

  /// Writes where something was written before, which spares the question whether there is room.
  @inline(__always)
  mutating func change(_ slot: Slot, to value: Value) {
    values.writing { $0[Int(slot)] = value }
  }

  @inline(__always)
  mutating func borrow() { values.borrow() }
  mutating func giveBack() { values.giveBack() }
}
