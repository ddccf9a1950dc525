/// SLRU in a diary: the protected stand on the page of their last request; probation, which some
/// enter for the second time, has pages of its own.
///
/// Decides as `SLRUPolicy` does.
struct SLRUDiary: DiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let probation: UInt32 = 1
    static let protected: UInt32 = 2
  }

  private let diary: Diary
  private let capacity: Int
  private let protectedShare: Int
  private var probation: OwnDiary
  private var protected = DiaryQueue(State.protected)

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
    protectedShare = capacity / 5 * 4 + capacity % 5 * 4 / 5
    probation = OwnDiary(State.probation, run, most: run.most)
  }

  var count: Int { probation.count &+ protected.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { UInt64(diary.marks[key]) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    switch Diary.state(diary.marks[key]) {
    case State.protected:
      diary.marks[key] = Diary.mark(page, State.protected)
      return true
    case State.probation:
      diary.marks[key] = Diary.mark(page, State.protected)
      probation.count &-= 1
      protected.count &+= 1
      if protected.count > protectedShare {
        let demoted = protected.takeOldest(diary)
        probation.push(demoted, in: diary.marks)
      }
      return true
    default:
      if count == capacity { evict() }
      probation.push(key, in: diary.marks)
      return false
    }
  }

  @inline(__always)
  private mutating func evict() {
    let victim =
      probation.count > 0
      ? probation.takeOldest(in: diary.marks) : protected.takeOldest(diary)
    diary.marks[victim] = State.nowhere
  }
}
