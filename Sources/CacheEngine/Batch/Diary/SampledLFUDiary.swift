/// Sampled LFU with count and key in one word.
///
/// Decides as `SampledLFUPolicy` does, by the same lots.
struct SampledLFUDiary: DiaryPolicy {
  private var sampled: SampledDiary
  private let pace: Int64

  init(_ run: RunMemory) {
    sampled = SampledDiary(run)
    pace = run.pace
  }

  var count: Int { sampled.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { sampled.lookTwice(at: key) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let now = RedisSampler.minutes(Tick(microseconds: Int64(page) &* pace))
    if let place = sampled.place(of: key) {
      let clock = RedisSampler.counted(sampled.clock(at: place), now: now, &sampled.random)
      sampled.set(place, key, clock)
      return true
    }
    sampled.enter(key, now &<< 8 | RedisSampler.initialCount) {
      255 &- RedisSampler.decayed($0, now: now)
    }
    return false
  }
}
