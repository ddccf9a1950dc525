import CacheEngine
import Simulation
import Testing

@testable import Dashboard

@Suite struct EventChartTests {
  /// Events at growing distances, so that bins are made wider more than once.
  private func events(_ count: Int, seed: UInt64) -> [Event] {
    var random = SeededRandom(seed: seed, stream: "chart")
    var tick = Tick.zero
    return (0..<count).map { place in
      tick = tick.advanced(by: Int64(random.below(200 + place * 40)))
      let kind: EventKind = [.hit, .loadStarted, .queued, .workStarted][
        random.below(4)]
      let number: Int64 = kind == .loadStarted ? 1 : Int64(random.below(9))
      return Event(tick: tick, activation: place, kind: kind, actor: .workload, number: number)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `nothing is lost when bins become wider`(seed: UInt64) throws {
    let events = events(3_000, seed: seed)
    let chart = EventChart(events)
    #expect(chart.unit > 1_000)
    #expect(chart.bins.reduce(0) { $0 + $1.hits } == events.count { $0.kind == .hit })
    #expect(chart.bins.reduce(0) { $0 + $1.loads } == events.count { $0.kind == .loadStarted })
    for (place, bin) in chart.bins.enumerated() {
      let start = (chart.start + Int64(place)) * chart.unit
      let inside = events.filter { start..<(start + chart.unit) ~= $0.tick.microseconds }
      #expect(bin.hits == inside.count { $0.kind == .hit }, "bin \(place), seed \(seed)")
      let longest = inside.filter { $0.kind == .queued }.map { Int($0.number) }.max() ?? 0
      #expect(bin.longest >= longest, "bin \(place), seed \(seed)")
    }
  }

  @Test func `events that come one by one are counted as those that come together`() {
    let events = events(2_000, seed: 4)
    var chart = EventChart()
    for event in events { chart.add([event]) }
    #expect(chart.bins == EventChart(events).bins)
  }
}
