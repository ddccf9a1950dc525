/// ARC in a diary: both sides and both shadows are in order of the last request, so all four stand
/// on that page, and change sides by their bits alone.
///
/// Decides as `ARCPolicy` does.
struct ARCDiary: MarkedDiaryPolicy {
  private enum State {
    static let nowhere: UInt32 = 0
    static let recent: UInt32 = 1
    static let frequent: UInt32 = 2
    static let recentGhost: UInt32 = 3
    static let frequentGhost: UInt32 = 4
  }

  let diary: Diary
  private let capacity: Int
  private var recent = DiaryQueue(State.recent)
  private var frequent = DiaryQueue(State.frequent)
  private var recentGhosts = DiaryQueue(State.recentGhost)
  private var frequentGhosts = DiaryQueue(State.frequentGhost)
  /// What `recent` should hold: the paper's p.
  private var target = 0.0

  init(_ run: RunMemory) {
    diary = run.diary()
    capacity = run.capacity
  }

  var count: Int { recent.count &+ frequent.count }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let state = Diary.state(diary.marks[key])
    if state == State.recent || state == State.frequent {
      let wasRecent = state == State.recent ? 1 : 0
      recent.count &-= wasRecent
      frequent.count &+= wasRecent
      diary.marks[key] = Diary.mark(page, State.frequent)
      return true
    }
    if state == State.nowhere {
      if count == capacity { makeRoom() }
      diary.marks[key] = Diary.mark(page, State.recent)
      recent.count &+= 1
      return false
    }
    diary.marks[key] = State.nowhere
    adapt(state)
    if count == capacity { replace(isFrequent: state == State.frequentGhost) }
    diary.marks[key] = Diary.mark(page, State.frequent)
    frequent.count &+= 1
    return false
  }

  /// A ghost is asked for: its side was too small.
  @inline(__always)
  private mutating func adapt(_ state: UInt32) {
    let (first, second) = (Double(recentGhosts.count), Double(frequentGhosts.count))
    if state == State.recentGhost {
      target = min(target + max(second / first, 1), Double(capacity))
      recentGhosts.count &-= 1
    } else {
      target = max(target - max(first / second, 1), 0)
      frequentGhosts.count &-= 1
    }
  }

  /// For a stranger: a name is forgotten, and somebody leaves.
  @inline(__always)
  private mutating func makeRoom() {
    if recent.count &+ recentGhosts.count >= capacity {
      guard recentGhosts.count > 0 else {
        let victim = recent.takeOldest(diary)
        return diary.marks[victim] = State.nowhere
      }
      let name = recentGhosts.takeOldest(diary)
      diary.marks[name] = State.nowhere
    } else if count &+ recentGhosts.count &+ frequentGhosts.count >= 2 &* capacity,
      frequentGhosts.count > 0
    {
      let name = frequentGhosts.takeOldest(diary)
      diary.marks[name] = State.nowhere
    }
    replace(isFrequent: false)
  }

  /// The paper's REPLACE: the side that is over its target gives up its oldest.
  @inline(__always)
  private mutating func replace(isFrequent: Bool) {
    let size = Double(recent.count)
    let takesRecent =
      recent.count > 0
      && (frequent.count == 0 || size > target || (size == target && isFrequent))
    if takesRecent {
      let victim = recent.takeOldest(diary)
      diary.marks[victim] ^= State.recent ^ State.recentGhost
      recentGhosts.count &+= 1
    } else {
      let victim = frequent.takeOldest(diary)
      diary.marks[victim] ^= State.frequent ^ State.frequentGhost
      frequentGhosts.count &+= 1
    }
  }
}
