/// SLRU in a diary.
///
/// Decides as `SLRUPolicy` does.
struct SLRUDiary: MarkedDiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let probation: UInt32 = 1
    static let protected: UInt32 = 2
  }

  let diary: Diary
  private let capacity: Int
  private var segments: SegmentsDiary

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
    segments = SegmentsDiary(
      diary, run, probation: State.probation, protected: State.protected, share: capacity)
  }

  var count: Int { segments.count }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    switch Diary.state(diary.marks[key]) {
    case State.protected:
      diary.marks[key] = Diary.mark(page, State.protected)
      return true
    case State.probation:
      segments.protect(key, on: page)
      return true
    default:
      if count == capacity { evict() }
      segments.probation.push(key, in: diary.marks)
      return false
    }
  }

  @inline(__always)
  private mutating func evict() {
    let victim =
      segments.probation.count > 0
      ? segments.probation.takeOldest(in: diary.marks) : segments.protected.takeOldest(diary)
    diary.marks[victim] = State.nowhere
  }
}
