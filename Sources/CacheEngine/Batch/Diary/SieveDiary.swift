/// SIEVE in a ring, with a byte a key.
///
/// Nobody moves, and only the hand takes somebody out, so it strikes the place out itself. Decides
/// as `SievePolicy` does.
struct SieveDiary: DiaryPolicy {
  private let visits: VisitBytes
  private let capacity: Int
  private var queue: KeyRing
  /// The place that is looked at next; nil for the oldest.
  private var hand: Int?
  private(set) var count = 0

  init(_ run: RunMemory) {
    visits = VisitBytes(run)
    capacity = run.capacity
    queue = KeyRing(run, most: max(64, 2 * run.most))
  }

  @inline(__always)
  func look(at key: Int) -> UInt64 { visits.look(at: key) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    if visits.visit(key) { return true }
    if count == capacity { evict() } else { count &+= 1 }
    visits.enter(key)
    if queue.isFull { close() }
    queue.push(key)
    return false
  }

  @inline(__always)
  private mutating func evict() {
    var place = hand ?? queue.start
    while true {
      let key = queue[place]
      if key != KeyRing.nobody, !visits.stays(key) { break }
      place &+= 1
      if place == queue.end { place = queue.start }
    }
    queue.strike(place)
    // A newcomer took the last place after each eviction before: somebody is there, unless it left.
    hand = place &+ 1 == queue.end ? nil : place &+ 1
  }

  /// Leaves out the places that were struck out; the hand points at the same entry as before.
  private mutating func close() {
    let old = hand
    var new: Int?
    var isBehind = false
    queue.close { key, place in
      isBehind = place >= old ?? .max
      return key != KeyRing.nobody
    } moved: { _, place in
      if isBehind { new = place }
    }
    hand = new
  }
}
