/// CLOCK in a ring, with a byte a key.
///
/// Decides as `ClockPolicy` does.
struct ClockDiary: DiaryPolicy {
  private let visits: VisitBytes
  private let capacity: Int
  private var queue: KeyRing

  init(_ run: RunMemory) {
    visits = VisitBytes(run)
    capacity = run.capacity
    queue = KeyRing(run, most: run.most)
  }

  var count: Int { queue.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { visits.look(at: key) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    if visits.visit(key) { return true }
    if queue.count == capacity { evict() }
    visits.enter(key)
    queue.push(key)
    return false
  }

  @inline(__always)
  private mutating func evict() {
    while true {
      let key = queue.pop()
      guard visits.stays(key) else { return }
      queue.push(key)
    }
  }
}
