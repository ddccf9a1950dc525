import CacheEngine
import Simulation
import Tutor

/// What a learner waits for: a command, its undoing, a place in the past, a lesson's proof.
enum TutorBenchmarks {
  static var all: [Benchmark] { [read, undo, session, jump, lanes, proof] }

  // MARK: a world of 100 000 keys

  private static var read: Benchmark {
    Benchmark("tutor: a read, 100000 keys in cache and rows", unit: "command") {
      let start = large()
      return Benchmark.Work(operations: 1) {
        var tutor = start
        return events(of: "read key:77", &tutor)
      }
    }
  }

  private static var undo: Benchmark {
    Benchmark("tutor: undo, 100000 keys in cache and rows", unit: "command", budget: 1e7) {
      var start = large()
      _ = events(of: "read key:77", &start)
      let prepared = start
      return Benchmark.Work(operations: 1) {
        var tutor = prepared
        return events(of: "undo", &tutor)
      }
    }
  }

  private static func large() -> Tutor {
    var tutor = empty()
    _ = events(of: "capacity 100000 ; ttl 24h", &tutor)
    _ = events(of: "rows key:1..100000 ; traffic scan key:1..100000", &tutor)
    guard tutor.stage.world.nodes[0].cache.count == 100_000 else {
      fatalError("the cache does not hold what was read")
    }
    return tutor
  }

  // MARK: a session of 10 000 commands

  private static var session: Benchmark {
    Benchmark("tutor: a session of 10000 commands, done again", unit: "session") {
      let lines = script
      return Benchmark.Work(operations: 1) { played(lines).timeline.moments.count }
    }
  }

  private static var jump: Benchmark {
    Benchmark("tutor: the farthest jump in that session", unit: "jump", budget: 1e8) {
      let tutor = played(script)
      let place = farthest(in: tutor)
      return Benchmark.Work(operations: 1) { tutor.world(at: place).activations }
    }
  }

  /// The place that takes longest to get to.
  private static func farthest(in tutor: Tutor) -> TimelinePlace {
    let clock = ContinuousClock()
    var worst = (time: Duration.zero, place: tutor.timeline.start)
    let moments = tutor.timeline.moments
    for index in stride(from: 0, to: moments.count, by: 29) {
      let place = TimelinePlace(moments: index, activations: moments[index].activations)
      let start = clock.now
      let world = tutor.world(at: place)
      let time = clock.now - start
      precondition(world.activations == place.activations)
      if time > worst.time { worst = (time, place) }
    }
    return worst.place
  }

  private static func played(_ lines: [String]) -> Tutor {
    var tutor = empty()
    for line in lines { _ = events(of: line, &tutor) }
    _ = tutor.takeUnwritten()
    return tutor
  }

  /// Half of it reads; the rest writes, sets, lets time pass and sends a herd now and then.
  private static var script: [String] {
    var random = SeededRandom(seed: 11)
    var lines = ["rows key:1..200", "capacity 50"]
    while lines.count < 10_000 {
      let key = "key:\(1 + random.below(200))"
      switch random.below(20) {
      case 0..<10: lines.append("read \(key)")
      case 10..<14: lines.append("write \(key) v\(lines.count)")
      case 14..<17: lines.append("SET \(key) w\(lines.count) EX 30")
      case 17..<19: lines.append("tick \(1 + random.below(9))s")
      default: lines.append("herd \(key) 10")
      }
    }
    return lines
  }

  // MARK: lanes

  private static var lanes: Benchmark {
    Benchmark(
      "tutor: 100000 requests in two lanes, compared", unit: "comparison", budget: 1e9
    ) {
      var start = empty()
      _ = events(of: "capacity 2000 ; ttl 24h ; compare policy=lru policy=lfu", &start)
      let prepared = start
      return Benchmark.Work(operations: 1) {
        var tutor = prepared
        let count = events(of: "traffic zipf 100000 keys=10000 rate=500/s", &tutor)
        precondition(tutor.stage.hasSameInstants && tutor.stage.divergence != nil)
        return count
      }
    }
  }

  // MARK: lessons

  private static var proof: Benchmark {
    Benchmark("tutor: the proof of a lesson", unit: "lesson") {
      let library = CheckedOut.library
      return Benchmark.Work(operations: max(1, library.lessons.count)) {
        LessonChecker.check(library.lessons, patterns: CheckedOut.patterns, seed: 7).rows.count
      }
    }
  }

  // MARK: tutors

  private static func empty() -> Tutor {
    guard let tutor = try? Tutor(lessons: [], patterns: CheckedOut.patterns, seed: 7) else {
      fatalError("run the benchmarks in the checkout: they need lessons/patterns")
    }
    return tutor
  }

  /// Executes a line that has to work.
  private static func events(of line: String, _ tutor: inout Tutor) -> Int {
    let (done, error) = tutor.execute(line)
    if let error { fatalError("\(line): \(error.message.headline)") }
    return done.reduce(0) { $0 + $1.events }
  }
}
