/// Sampled LRU with clock and key in one word: a hit writes it, and a sample reads five of them.
///
/// Decides as `SampledLRUPolicy` does, by the same lots.
struct SampledLRUDiary: DiaryPolicy {
  private var sampled: SampledDiary
  private let pace: Int64

  init(_ run: RunMemory) {
    sampled = SampledDiary(run)
    pace = run.pace
  }

  var count: Int { sampled.count }

  @inline(__always)
  func look(at key: Int) -> UInt64 { sampled.look(at: key) }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let now = RedisSampler.seconds(Tick(microseconds: Int64(page) &* pace))
    if let place = sampled.place(of: key) {
      sampled.set(place, key, now)
      return true
    }
    sampled.enter(key, now) { RedisSampler.idle($0, now: now) }
    return false
  }
}
