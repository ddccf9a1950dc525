/// CLOCK in a ring, with a byte a key: who is here, and who was asked for since the hand came by.
///
/// Decides as `ClockPolicy` does.
struct ClockDiary: DiaryPolicy {
  private enum State {
    static let nowhere: UInt8 = 0
    static let here: UInt8 = 1
    static let visited: UInt8 = 2
  }

  private let states: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var queue: KeyRing

  init(_ run: RunMemory) {
    states = run.take(run.universe, of: State.nowhere)
    capacity = run.capacity
    queue = KeyRing(run, most: run.most)
  }

  var count: Int { queue.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { UInt64(states[key]) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    if states[key] != State.nowhere {
      states[key] = State.visited
      return true
    }
    if queue.count == capacity { evict() }
    states[key] = State.here
    queue.push(key)
    return false
  }

  @inline(__always)
  private mutating func evict() {
    while true {
      let key = queue.pop()
      guard states[key] == State.visited else {
        states[key] = State.nowhere
        return
      }
      states[key] = State.here
      queue.push(key)
    }
  }
}
