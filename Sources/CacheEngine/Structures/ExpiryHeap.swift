// Who expires next.
//
// A binary heap in one flat array, ordered by expiry and then by insertion. Entries leave a cache
// for many reasons and change their expiry; looking for their old places in the heap would make
// every eviction dear. So what no longer holds stays where it is, and the cache throws it away
// when it comes to the top.

/// Expiry times, earliest first; some may have become meaningless.
struct ExpiryHeap: Sendable {
  struct Item: Hashable, Comparable, Sendable {
    var expiresAt: Tick
    /// The entry's serial number: which of the entries that used the slot is meant.
    var serial: UInt64
    var slot: Slot

    static func < (left: Item, right: Item) -> Bool {
      if left.expiresAt != right.expiresAt { return left.expiresAt < right.expiresAt }
      return left.serial < right.serial
    }
  }

  private(set) var items: [Item] = []

  var first: Item? { items.first }

  /// O(log n).
  mutating func push(_ item: Item) {
    items.append(item)
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard items[child] < items[parent] else { break }
      items.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the earliest item off.
  ///
  /// O(log n). Precondition: there is one.
  mutating func removeFirst() {
    items.swapAt(0, items.count - 1)
    items.removeLast()
    sink(from: 0)
  }

  /// Starts again from these items.
  ///
  /// O(n).
  mutating func rebuild(_ items: [Item]) {
    self.items = items
    for parent in stride(from: items.count / 2 - 1, through: 0, by: -1) { sink(from: parent) }
  }

  /// Stops the program if a parent is later than its child.
  ///
  /// O(n).
  func checkInvariants() {
    for child in items.indices.dropFirst() {
      precondition(!(items[child] < items[(child - 1) / 2]), "expiry heap out of order at \(child)")
    }
  }

  private mutating func sink(from place: Int) {
    var parent = place
    while true {
      var child = parent * 2 + 1
      guard child < items.count else { return }
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < items[parent] else { return }
      items.swapAt(child, parent)
      parent = child
    }
  }
}
