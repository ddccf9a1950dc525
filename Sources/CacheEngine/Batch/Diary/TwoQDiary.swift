/// 2Q in a diary: arrivals and ghosts stand on the page on which they came in, hot ones on that of
/// their last request.
///
/// Decides as `TwoQPolicy` does.
struct TwoQDiary: MarkedDiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let arrival: UInt32 = 1
    static let hot: UInt32 = 2
    static let ghost: UInt32 = 3
  }

  let diary: Diary
  private let capacity: Int
  private var arrivals = DiaryQueue(State.arrival)
  private var hot = DiaryQueue(State.hot)
  private var ghosts = DiaryQueue(State.ghost)

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
  }

  var count: Int { arrivals.count &+ hot.count }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let mark = diary.marks[key]
    switch Diary.state(mark) {
    case State.hot:
      diary.marks[key] = Diary.mark(page, State.hot)
      return true
    case State.arrival:
      return true
    case State.ghost:
      diary.marks[key] = State.nowhere
      ghosts.count &-= 1
      if count == capacity || hot.count &+ 1 > capacity &- capacity / 4 { evict() }
      diary.marks[key] = Diary.mark(page, State.hot)
      hot.count &+= 1
      return false
    default:
      if count == capacity { evict() }
      diary.marks[key] = Diary.mark(page, State.arrival)
      arrivals.count &+= 1
      return false
    }
  }

  @inline(__always)
  private mutating func evict() {
    if count < capacity || arrivals.count <= capacity / 4, hot.count > 0 {
      let victim = hot.takeOldest(diary)
      diary.marks[victim] = State.nowhere
      return
    }
    guard arrivals.count > 0 else { return }
    let victim = arrivals.takeOldest(diary)
    guard capacity / 2 > 0 else { return diary.marks[victim] = State.nowhere }
    if ghosts.count == capacity / 2 { diary.marks[ghosts.takeOldest(diary)] = State.nowhere }
    // It left in its turn: the page on which it came in is its place among the names, too.
    diary.marks[victim] = diary.marks[victim] ^ State.arrival ^ State.ghost
    ghosts.count &+= 1
  }
}
