/// The two ends of one queue of slots; the links between lie in a `SlotLinks`.
struct SlotQueue: Hashable, Sendable {
  var newest: Slot = .max
  var oldest: Slot = .max
  var count = 0
  /// The weights of all in it.
  var weight = 0

  var isEmpty: Bool { count == 0 }
}
