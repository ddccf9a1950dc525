import CacheEngine
import PolicyLab
import Testing

/// OPT against brute force, and as a bound of every policy.
@Suite struct OptimalPolicyTests {
  static func random(_ seed: UInt64, requests: Int, keys: Int, sized: Bool = false) -> LabTrace {
    var random = SeededRandom(seed: seed)
    let names = (0..<requests).map { _ in UInt64(random.below(keys)) }
    let sizes = sized ? names.map { UInt32(1 + $0 % 4) } : []
    return LabTrace(name: "random", renaming: names, sizes: sizes)
  }

  /// The fewest misses there can be, by trying every choice: sets of residents that are reachable,
  /// with the fewest misses on the way to each.
  static func fewestMisses(_ trace: LabTrace, capacity: Int, mustEnter: Bool) -> Int {
    var states: [UInt32: Int] = [0: 0]
    for id in trace.ids {
      var following: [UInt32: Int] = [:]
      func reach(_ state: UInt32, _ misses: Int) {
        following[state] = min(following[state] ?? .max, misses)
      }
      let own: UInt32 = 1 << id
      for (state, misses) in states {
        if state & own != 0 {
          reach(state, misses)
          continue
        }
        if !mustEnter { reach(state, misses + 1) }
        if state.nonzeroBitCount < capacity { reach(state | own, misses + 1) }
        guard state.nonzeroBitCount == capacity else { continue }
        for victim in 0..<UInt32(32) where state & 1 << victim != 0 {
          reach(state & ~(1 << victim) | own, misses + 1)
        }
      }
      states = following
    }
    return states.values.min() ?? 0
  }

  @Test(arguments: 1...60)
  func `no choice of victims misses less`(seed: Int) {
    let trace = Self.random(UInt64(seed), requests: 24, keys: 3 + seed % 5)
    let optimal = OptimalPolicy(trace, by: .entries)
    for capacity in 1...4 {
      let entering = optimal.simulate(capacity: capacity, bypasses: false)
      let bypassing = optimal.simulate(capacity: capacity, bypasses: true)
      #expect(
        entering.misses == Self.fewestMisses(trace, capacity: capacity, mustEnter: true))
      #expect(
        bypassing.misses == Self.fewestMisses(trace, capacity: capacity, mustEnter: false))
    }
  }

  @Test(arguments: 1...8)
  func `no policy beats the bound`(seed: Int) {
    let trace = Self.random(UInt64(seed), requests: 5_000, keys: 40 * seed)
    let prepared = PreparedTrace(trace, by: .entries)
    let study = Study(prepared, contenders: Contender.all, capacities: [1, 7, 30, 90])
    for job in study.jobs {
      let bound = study.run(Study.Job(contender: nil, capacity: job.capacity))
      #expect(study.run(job).misses >= bound.misses)
    }
  }

  @Test(arguments: [CapacityUnit.entries, .bytes])
  func `whatever the policy, what fits misses once, and capacities may be absurd`(
    unit: CapacityUnit
  ) {
    let trace = Self.random(9, requests: 600, keys: 30, sized: true)
    let contenders = Contender.all.filter(\.makesRoom)
    let study = Study(
      PreparedTrace(trace, by: unit), contenders: contenders, capacities: [1, 2, 400, 1 << 50])
    for job in study.jobs {
      let misses = study.run(job).misses
      if job.capacity >= 2 {
        #expect(misses == trace.keys, "\(job.contender.map { contenders[$0].name } ?? "bound")")
      } else {
        #expect(misses <= trace.requests)
      }
    }
  }

  @Test func `with sizes it never holds more than fits, and nothing is impossible`() {
    let trace = Self.random(3, requests: 3_000, keys: 50, sized: true)
    let optimal = OptimalPolicy(trace, by: .bytes)
    for bypasses in [false, true] {
      #expect(optimal.simulate(capacity: 0, bypasses: bypasses).misses == trace.requests)
      let all = optimal.simulate(capacity: 1_000, bypasses: bypasses)
      #expect(all.misses == trace.keys)
      #expect(all.missWeight == trace.keyBytes)
      let some = optimal.simulate(capacity: 20, bypasses: bypasses)
      #expect(some.misses < trace.requests && some.misses > trace.keys)
    }
  }

  @Test(arguments: [(50, 86_225), (500, 58_279), (5_000, 30_813)])
  func `it misses as often as the most used public simulator says`(
    capacity: Int, misses: Int
  ) throws {
    let trace = try Golden.mixed()
    #expect(
      OptimalPolicy(trace, by: .entries).simulate(capacity: capacity, bypasses: false).misses
        == misses)
  }
}
