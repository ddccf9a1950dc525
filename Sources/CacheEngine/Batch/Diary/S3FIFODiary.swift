/// S3-FIFO in a diary: strangers and ghosts stand on the page on which they came in; the main
/// queue, in which survivors go round, is a ring.
///
/// Decides as `S3FIFOPolicy` does.
struct S3FIFODiary: MarkedDiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let small: UInt32 = 1
    static let main: UInt32 = 2
    static let ghost: UInt32 = 3
    static let all: UInt32 = 3
  }

  /// The other two bits of a mark count, up to 3.
  private static let one: UInt32 = 4
  private static let counts: UInt32 = 12

  let diary: Diary
  private let capacity: Int
  private let smallShare: Int
  private let ghostShare: Int
  private var small = DiaryQueue(State.small)
  private var ghosts = DiaryQueue(State.ghost)
  private var main: KeyRing

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
    smallShare = max(1, capacity / 10)
    ghostShare = capacity / 10 * 9 + capacity % 10 * 9 / 10
    main = KeyRing(run, most: run.most)
  }

  var count: Int { small.count &+ main.count }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let mark = diary.marks[key]
    let state = mark & State.all
    if state == State.small || state == State.main {
      let isCounted = mark & S3FIFODiary.counts != S3FIFODiary.counts
      diary.marks[key] = mark &+ (isCounted ? S3FIFODiary.one : 0)
      return true
    }
    // A name is forgotten before room is made.
    if state == State.ghost {
      diary.marks[key] = State.nowhere
      ghosts.count &-= 1
    }
    if count == capacity { evict() }
    if state == State.ghost {
      diary.marks[key] = State.main
      main.push(key)
    } else {
      diary.marks[key] = Diary.mark(page, State.small)
      small.count &+= 1
    }
    return false
  }

  @inline(__always)
  private mutating func evict() {
    while true {
      if small.count == 0 || main.count > capacity &- smallShare, main.count > 0 {
        return evictFromMain()
      }
      if evictFromSmall() { return }
    }
  }

  /// Rounds of the main queue, until somebody has no points left.
  @inline(__always)
  private mutating func evictFromMain() {
    while true {
      let key = main.pop()
      let mark = diary.marks[key]
      guard mark & S3FIFODiary.counts != 0 else { return diary.marks[key] = State.nowhere }
      diary.marks[key] = mark &- S3FIFODiary.one
      main.push(key)
    }
  }

  /// Who was asked for twice moves on; the first who was not leaves.
  ///
  /// Says whether anybody left.
  @inline(__always)
  private mutating func evictFromSmall() -> Bool {
    while small.count > 0 {
      let key = small.takeOldest(diary, ignoring: S3FIFODiary.counts)
      let mark = diary.marks[key]
      guard mark & S3FIFODiary.counts < 2 &* S3FIFODiary.one else {
        diary.marks[key] = State.main
        main.push(key)
        continue
      }
      guard ghostShare > 0 else {
        diary.marks[key] = State.nowhere
        return true
      }
      if ghosts.count == ghostShare {
        let name = ghosts.takeOldest(diary)
        diary.marks[name] = State.nowhere
      }
      diary.marks[key] = mark & ~S3FIFODiary.counts | State.ghost
      ghosts.count &+= 1
      return true
    }
    return false
  }
}
