/// W-TinyLFU in a diary: the window stands on the page of its last request, and whoever leaves it
/// goes on probation.
///
/// Decides as `WTinyLFUPolicy` does, by the same sketch.
struct WTinyLFUDiary: DiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let window: UInt32 = 1
    static let probation: UInt32 = 2
    static let protected: UInt32 = 3
  }

  private let diary: Diary
  private let capacity: Int
  private let windowShare: Int
  private var window = DiaryQueue(State.window)
  private var main: SegmentsDiary
  private var sketch = FrequencySketch()

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
    windowShare = max(1, capacity / 100)
    main = SegmentsDiary(
      diary, run, probation: State.probation, protected: State.protected,
      share: capacity - windowShare)
    sketch.borrow()
  }

  mutating func finish() { sketch.giveBack() }

  var count: Int { window.count &+ main.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { UInt64(diary.marks[key]) | sketch.look(at: symbol(key)) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let state = Diary.state(diary.marks[key])
    sketch.increment(symbol(key))
    switch state {
    case State.window, State.protected:
      diary.marks[key] = Diary.mark(page, state)
      return true
    case State.probation:
      main.protect(key, on: page)
      return true
    default:
      if count == capacity { evict() }
      diary.marks[key] = Diary.mark(page, State.window)
      window.count &+= 1
      sketch.reserve(count)
      if window.count > windowShare {
        let candidate = window.takeOldest(diary)
        main.probation.push(candidate, in: diary.marks)
      }
      return false
    }
  }

  /// The duel between the oldest of the window and who would have to leave for it.
  @inline(__always)
  private mutating func evict() {
    let candidate = window.findOldest(diary)
    let isOfProbation = main.probation.count > 0
    guard isOfProbation || main.protected.count > 0 else { return leaveWindow() }
    let rival =
      isOfProbation
      ? main.probation.findOldest(in: diary.marks) : main.protected.findOldest(diary)
    guard sketch.count(of: symbol(candidate)) > sketch.count(of: symbol(rival)) else {
      return leaveWindow()
    }
    diary.marks[rival] = State.nowhere
    if isOfProbation { main.probation.count &-= 1 } else { main.protected.count &-= 1 }
  }

  @inline(__always)
  private mutating func leaveWindow() {
    let candidate = window.takeOldest(diary)
    diary.marks[candidate] = State.nowhere
  }

  @inline(__always)
  private func symbol(_ key: Int) -> Symbol {
    Symbol(index: UInt32(truncatingIfNeeded: key))
  }
}
