/// FIFO in a ring, with a byte a key that says who is here: no page is ever out of date.
///
/// Decides as `FIFOPolicy` does.
struct FIFODiary: DiaryPolicy {
  private let isHere: UnsafeMutablePointer<Bool>
  private let capacity: Int
  private var queue: KeyRing

  init(_ run: RunMemory) {
    isHere = run.take(run.universe, of: false)
    capacity = run.capacity
    queue = KeyRing(run, most: run.most)
  }

  var count: Int { queue.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { isHere[key] ? 1 : 0 }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    if isHere[key] { return true }
    if queue.count == capacity { isHere[queue.pop()] = false }
    isHere[key] = true
    queue.push(key)
    return false
  }
}
