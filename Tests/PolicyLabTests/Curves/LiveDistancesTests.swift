import CacheEngine
import PolicyLab
import Testing

@Suite struct LiveDistancesTests {
  @Test func `the textbook's distances`() {
    var live = LiveDistances()
    live.add([1, 2, 3])
    #expect(live.hits == [0, 0, 0, 0])
    live.add([2, 1])
    #expect(live.hits == [0, 0, 1, 2])
    live.add([1])
    #expect(live.hits == [0, 1, 2, 3])
    #expect(live.requests == 6)
    #expect(live.keys == 3)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `in portions of any size it is what one pass over everything gives`(seed: UInt64) {
    var random = SeededRandom(seed: seed, stream: "live distances")
    let keys = 1 << random.below(12)
    let trace = (0..<20_000).map { _ in UInt64(min(random.below(keys), random.below(keys))) }
    var live = LiveDistances()
    var start = 0
    while start < trace.count {
      let end = min(trace.count, start + 1 + random.below(3_000))
      live.add(Array(trace[start..<end]))
      start = end
    }
    let whole = StackDistances(LabTrace(name: "random", renaming: trace))
    #expect(live.counts.reduce(0, +) + whole.first == trace.count)
    #expect(live.counts == whole.counts, "seed \(seed), \(keys) keys")
  }

  @Test func `beyond the limit of keys it stops, and says so`() {
    var live = LiveDistances()
    live.add([7, 7])
    live.add((0..<200_000).map { UInt64($0) })
    #expect(live.isFull)
    #expect(live.keys < LiveDistances.keyLimit + 1_000)
    let (requests, hits) = (live.requests, live.hits)
    live.add([7])
    #expect(live.requests == requests)
    #expect(live.hits == hits)
  }
}
