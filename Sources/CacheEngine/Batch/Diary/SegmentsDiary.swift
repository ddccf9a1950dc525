/// Probation and protected, which SLRU consists of and W-TinyLFU behind its window.
///
/// The protected stand on the page of their last request; probation, which some enter for the second
/// time, has pages of its own.
struct SegmentsDiary {
  private let diary: Diary
  private let protectedShare: Int
  var probation: OwnDiary
  var protected: DiaryQueue

  /// - Parameters:
  ///   - probation: the state of those on probation, and `protected` of the others.
  ///   - share: how many entries both have room for together; four of five may be protected.
  init(_ diary: Diary, _ run: RunMemory, probation: UInt32, protected: UInt32, share: Int) {
    self.diary = diary
    protectedShare = share / 5 * 4 + share % 5 * 4 / 5
    self.probation = OwnDiary(probation, run, most: run.most)
    self.protected = DiaryQueue(protected)
  }

  @inline(__always)
  var count: Int { probation.count &+ protected.count }

  /// Protects somebody on probation who is asked for; the oldest of too many goes back there.
  @inline(__always)
  mutating func protect(_ key: Int, on page: Int) {
    diary.marks[key] = Diary.mark(page, protected.state)
    probation.count &-= 1
    protected.count &+= 1
    if protected.count > protectedShare {
      let demoted = protected.takeOldest(diary)
      probation.push(demoted, in: diary.marks)
    }
  }
}
