import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct TimelineTests {
  /// A tutor after many lines, and what its world had gone through before each of them.
  private func walked(
    _ count: Int, seed: UInt64
  ) throws -> (tutor: Tutor, histories: [UInt64], places: [TimelinePlace]) {
    var bench = try Bench(seed: seed)
    var random = SeededRandom(seed: seed, stream: "timeline")
    var histories: [UInt64] = []
    var places: [TimelinePlace] = []
    for index in 0..<count {
      let world = bench.tutor.stage.world
      let key = "user:\(1 + random.below(9))"
      let line = [
        "read \(key)", "write \(key) v\(index)", "SET \(key) w\(index) EX 9", "tick 700ms",
        "herd \(key) 4",
      ][random.below(5)]
      let (_, error) = bench.tutor.execute(line)
      #expect(error == nil)
      histories.append(world.history.value)
      places.append(TimelinePlace(moments: index, activations: world.activations))
    }
    return (bench.tutor, histories, places)
  }

  @Test func `any place of a long session is found again`() throws {
    let (tutor, histories, places) = try walked(900, seed: 3)
    #expect(tutor.timeline.kept.count <= Timeline.stageLimit)
    for index in stride(from: 0, to: places.count, by: 17) {
      #expect(tutor.world(at: places[index]).history.value == histories[index], "\(index)")
    }
  }

  @Test func `no gap between kept worlds is much wider than the others`() throws {
    let (tutor, _, _) = try walked(900, seed: 4)
    let work = tutor.timeline.kept.map(\.work)
    let widest = try #require(zip(work, work.dropFirst()).map { $1 - $0 }.max())
    let length = try #require(work.last) - work[0]
    #expect(widest <= length / 24, "\(widest) of \(length)")
  }

  @Test func `200 activations back and forth meet the same worlds`() throws {
    let (tutor, _, _) = try walked(60, seed: 5)
    let end = tutor.stage.world.activations
    let last = tutor.timeline.moments.count
    let places = (0...200).map { step -> TimelinePlace in
      let activations = end - step
      let moments = tutor.timeline.moments.prefix { $0.activations <= activations }.count
      return TimelinePlace(moments: min(last, moments), activations: activations)
    }
    let back = places.map { tutor.world(at: $0).digest }
    let forth = places.reversed().map { tutor.world(at: $0).digest }
    #expect(back == forth.reversed())
    #expect(Set(back).count == back.count)
    #expect(tutor.world(at: places[0]).history.value == tutor.stage.world.history.value)
  }

  @Test func `a copy of the log shares what it holds, and forgets the oldest in blocks`() {
    var log = EventLog()
    let events = (0..<700).map { number in
      Event(tick: .zero, activation: number, kind: .hit, actor: .learner)
    }
    for _ in 0..<100 { log.append(events) }
    #expect(log.count >= EventLog.limit && log.count < EventLog.limit + 2_048)
    #expect(log.forgotten + log.count == 70_000)
    #expect(log.last?.activation == 699)
    #expect(log[0].activation == log.forgotten % 700)
  }
}
