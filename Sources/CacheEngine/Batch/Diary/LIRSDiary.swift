/// LIRS in a diary: the stack is in order of the last request, so it is the trace, and its bottom a
/// page; the queue and the ghosts, in which the order is another one, have pages of their own.
///
/// Decides as `LIRSPolicy` does.
struct LIRSDiary: MarkedDiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let low: UInt32 = 1
    /// In the stack and in the queue.
    static let high: UInt32 = 2
    /// High, and no longer in the stack.
    static let out: UInt32 = 3
    static let ghost: UInt32 = 4
  }

  let diary: Diary
  /// Where a key stands in the queue or among the ghosts.
  private let turns: UnsafeMutablePointer<UInt32>
  private let capacity: Int
  private let lowShare: Int
  private var low = 0
  private var queue: OwnDiary
  private var ghosts: OwnDiary
  /// The page at the bottom of the stack.
  private var bottom = 0

  init(_ run: RunMemory) {
    diary = run.diary()
    turns = run.take(run.universe, of: 0)
    capacity = run.capacity
    lowShare = capacity - max(1, capacity / 100)
    queue = OwnDiary(1, run, most: run.most)
    ghosts = OwnDiary(2, run, most: run.most + 1)
  }

  var count: Int { low &+ queue.count }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let mark = diary.marks[key]
    switch Diary.state(mark) {
    case State.low:
      diary.marks[key] = Diary.mark(page, State.low)
      if mark == Diary.mark(bottom, State.low) { prune(upTo: page) }
      return true
    case State.high:
      turns[key] = 0
      queue.count &-= 1
      becomeLow(key, on: page)
      return true
    case State.out:
      diary.marks[key] = Diary.mark(page, State.high)
      queue.count &-= 1
      queue.push(key, in: turns)
      prune(upTo: page)
      return true
    default:
      if count == capacity { evict() }
      // The name may have been forgotten just now, to make room for another.
      insert(key, on: page, isGhost: Diary.state(diary.marks[key]) == State.ghost)
      return false
    }
  }

  @inline(__always)
  private mutating func insert(_ key: Int, on page: Int, isGhost: Bool) {
    if isGhost {
      turns[key] = 0
      ghosts.count &-= 1
    }
    if isGhost || low < lowShare { return becomeLow(key, on: page) }
    diary.marks[key] = Diary.mark(page, State.high)
    queue.push(key, in: turns)
    prune(upTo: page)
  }

  /// `key` is low from now on; those at the bottom become high until the others fit their share.
  @inline(__always)
  private mutating func becomeLow(_ key: Int, on page: Int) {
    diary.marks[key] = Diary.mark(page, State.low)
    low &+= 1
    prune(upTo: page)
    while low > lowShare {
      let last = Int(diary.keys[bottom])
      diary.marks[last] = State.out
      low &-= 1
      queue.push(last, in: turns)
      prune(upTo: page)
    }
  }

  /// Takes off the bottom whatever is not low.
  @inline(__always)
  private mutating func prune(upTo page: Int) {
    while bottom <= page {
      let key = Int(diary.keys[bottom])
      let mark = diary.marks[key]
      if mark == Diary.mark(bottom, State.low) { return }
      if mark == Diary.mark(bottom, State.high) { diary.marks[key] = State.out }
      if mark == Diary.mark(bottom, State.ghost) {
        ghosts.count &-= 1
        forget(key)
      }
      bottom &+= 1
    }
  }

  /// Who waits longest leaves; whoever is still in the stack stays there as a name.
  @inline(__always)
  private mutating func evict() {
    let victim = queue.takeOldest(in: turns)
    guard Diary.state(diary.marks[victim]) == State.high else { return forget(victim) }
    diary.marks[victim] ^= State.high ^ State.ghost
    ghosts.push(victim, in: turns)
    if ghosts.count > capacity { forget(ghosts.takeOldest(in: turns)) }
  }

  @inline(__always)
  private func forget(_ key: Int) {
    diary.marks[key] = State.nowhere
    turns[key] = 0
  }
}
