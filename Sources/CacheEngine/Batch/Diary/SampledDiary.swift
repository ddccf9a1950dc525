// A sample in five looks.
//
// A sampled policy draws residents by lot. Those lie in one array without holes, each beside what
// its clock says, in one word: a draw costs one look at memory, and all draws of a sample are made
// before the first of them is judged, so that nobody waits for one after the other.
//
//     places   c: 0   a: 1   f: 2   …             by key; nobody lies at the place past the end
//     array    40 s c │ 12 s a │ 31 s f │ …       clock and key in one word
//
//     leaves a:   the last takes its place, and the newcomer comes last
//
// What the pool keeps of a sample is a word of the same kind, with the score where the clock was:
// words without their lower halves are in the order of the scores.

/// The residents of a sampled policy, and the best victims of all that were drawn.
struct SampledDiary {
  /// Clock and key of each.
  private let residents: UnsafeMutablePointer<UInt64>
  /// Where each key lies among them.
  private let places: UnsafeMutablePointer<UInt32>
  private let drawn: UnsafeMutablePointer<UInt64>
  private let capacity: Int
  private let nowhere: UInt32
  private var pool: VictimPool
  var random: SeededRandom
  private(set) var count = 0

  private static let samples = Cache.usualSamples
  private static let lower: UInt64 = 0xFFFF_FFFF

  init(_ run: RunMemory) {
    nowhere = UInt32(run.most)
    residents = run.take(run.most + 1, of: 0)
    places = run.take(run.universe, of: nowhere)
    drawn = run.take(SampledDiary.samples, of: 0)
    capacity = run.capacity
    pool = VictimPool(run)
    random = RedisSampler.random(seed: run.seed)
  }

  /// Where `key` lies; nil if it is not here.
  @inline(__always)
  func place(of key: Int) -> Int? {
    places[key] == nowhere ? nil : Int(places[key])
  }

  /// The place of `key`, to have it near when it is needed.
  @inline(__always)
  func look(at key: Int) -> UInt64 { UInt64(places[key]) }

  /// The same, with what lies there.
  @inline(__always)
  func lookTwice(at key: Int) -> UInt64 { residents[Int(places[key])] }

  @inline(__always)
  func clock(at place: Int) -> UInt32 { UInt32(truncatingIfNeeded: residents[place] &>> 32) }

  @inline(__always)
  func set(_ place: Int, _ key: Int, _ clock: UInt32) {
    residents[place] = UInt64(clock) &<< 32 | UInt64(truncatingIfNeeded: key)
  }

  /// Lets `key` in, and somebody leave if there is no room.
  ///
  /// - Parameter score: what a clock makes of its key as a victim; the more, the sooner it leaves.
  @inline(__always)
  mutating func enter(_ key: Int, _ clock: UInt32, score: (_ clock: UInt32) -> UInt32) {
    if count == capacity { evict(score) }
    set(count, key, clock)
    places[key] = UInt32(truncatingIfNeeded: count)
    count &+= 1
  }

  @inline(__always)
  private mutating func evict(_ score: (_ clock: UInt32) -> UInt32) {
    for index in 0..<SampledDiary.samples {
      let resident = residents[random.below(count)]
      let score = score(UInt32(truncatingIfNeeded: resident &>> 32))
      drawn[index] = UInt64(score) &<< 32 | resident & SampledDiary.lower
    }
    for index in 0..<SampledDiary.samples { pool.offer(drawn[index]) }
    let victim = pool.takeBest()
    let place = places[victim]
    count &-= 1
    let last = residents[count]
    residents[Int(place)] = last
    places[Int(last & SampledDiary.lower)] = place
    places[victim] = nowhere
  }
}

/// The best victims of all samples, the worst of them first; score and key in one word.
private struct VictimPool {
  private let candidates: UnsafeMutablePointer<UInt64>
  private var count = 0

  private static let size = RedisSampler.poolSize
  private static let upper: UInt64 = 0xFFFF_FFFF_0000_0000

  init(_ run: RunMemory) {
    candidates = run.take(VictimPool.size, of: 0)
  }

  /// Takes it in, before its equals, if there is room or the first is a worse victim.
  @inline(__always)
  mutating func offer(_ candidate: UInt64) {
    let least = candidate & VictimPool.upper
    if count < VictimPool.size {
      var place = count
      while place > 0, candidates[place &- 1] >= least {
        candidates[place] = candidates[place &- 1]
        place &-= 1
      }
      candidates[place] = candidate
      count &+= 1
    } else if candidates[0] < least {
      var place = 1
      while place < VictimPool.size, candidates[place] < least {
        candidates[place &- 1] = candidates[place]
        place &+= 1
      }
      candidates[place &- 1] = candidate
    }
  }

  /// Takes out the key of the best, as often as it is here.
  ///
  /// Precondition: somebody is here.
  @inline(__always)
  mutating func takeBest() -> Int {
    let key = UInt32(truncatingIfNeeded: candidates[count &- 1])
    var kept = 0
    for place in 0..<count {
      let candidate = candidates[place]
      candidates[kept] = candidate
      kept &+= UInt32(truncatingIfNeeded: candidate) == key ? 0 : 1
    }
    count = kept
    return Int(key)
  }
}
