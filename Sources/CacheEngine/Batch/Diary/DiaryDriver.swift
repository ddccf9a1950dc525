/// Runs whole traces against policies in this form.
enum DiaryDriver {
  /// Whether a run can be done here: all weigh 1, something fits, and marks have room for the pages.
  static func takes(_ trace: BatchTrace, capacity: Int) -> Bool {
    trace.weights.isEmpty && capacity > 0 && trace.ids.count <= Diary.mostPages
  }

  static func run<Policy: DiaryPolicy>(
    _ policy: Policy.Type, trace: BatchTrace, capacity: Int, seed: UInt64
  ) -> BatchResult {
    var result = BatchResult()
    trace.ids.withUnsafeBufferPointer { keys in
      guard let start = keys.baseAddress else { return }
      let run = RunMemory(start, of: trace, capacity: capacity, seed: seed)
      var policy = Policy(run)
      result.misses = misses(of: &policy, keys, run)
      result.evictions = result.misses &- policy.count
      policy.finish()
      withExtendedLifetime(run) {}
    }
    result.requests = trace.ids.count
    result.weight = result.requests
    result.missWeight = result.misses
    return result
  }

  /// Looks at what a whole group of requests needs before it takes up the first: see `BatchDriver`.
  @inline(__always)
  private static func misses<Policy: DiaryPolicy>(
    of policy: inout Policy, _ keys: UnsafeBufferPointer<UInt32>, _ run: RunMemory
  ) -> Int {
    // What is read must go somewhere, or a compiler sees that it need not be read.
    let seen = run.take(1, of: UInt64(0))
    var misses = 0
    var page = 0
    while page < keys.count {
      let end = min(page &+ group, keys.count)
      var all: UInt64 = 0
      for ahead in page..<end { all |= policy.look(at: Int(keys[ahead])) }
      seen.pointee = all
      while page < end {
        misses &+= policy.hits(Int(keys[page]), on: page) ? 0 : 1
        page &+= 1
      }
    }
    return misses
  }

  private static let group = 64
}

/// What a row of the catalog needs to know of a policy's other form.
struct DiaryRun: Sendable {
  let run: @Sendable (_ trace: BatchTrace, _ capacity: Int, _ seed: UInt64) -> BatchResult

  /// The closure knows the type, so the loop is compiled for it alone.
  @inline(__always)
  init<Policy: DiaryPolicy>(_ policy: Policy.Type) {
    run = { DiaryDriver.run(Policy.self, trace: $0, capacity: $1, seed: $2) }
  }
}
