/// One row of the table: something that is done many times, and what one time costs.
struct Benchmark {
  /// What is timed, prepared once: how many operations a run does, and the run, whose result is
  /// kept so that the compiler cannot leave the work out.
  struct Work {
    var operations: Int
    var run: () -> Int
  }

  var name: String
  /// One operation, as the table says it: "request", "look-up".
  var unit: String
  /// The nanoseconds that one operation may cost; nil when nothing is promised.
  var budget: Double?
  var prepare: () -> Work

  init(
    _ name: String, unit: String, budget: Double? = nil, _ prepare: @escaping () -> Work
  ) {
    self.name = name
    self.unit = unit
    self.budget = budget
    self.prepare = prepare
  }

  /// The nanoseconds of one operation: the best of several runs, since a busy machine only ever
  /// adds.
  func measure(runs: Int = 7) -> Double {
    let work = prepare()
    var best = Double.infinity
    let clock = ContinuousClock()
    for _ in 0..<runs {
      let start = clock.now
      keep(work.run())
      let elapsed = (clock.now - start).components
      let nanoseconds = Double(elapsed.seconds) * 1e9 + Double(elapsed.attoseconds) / 1e9
      best = min(best, nanoseconds / Double(work.operations))
    }
    return best
  }
}

/// Swallows a result.
@inline(never)
private func keep(_ result: Int) {
  withExtendedLifetime(result) {}
}
