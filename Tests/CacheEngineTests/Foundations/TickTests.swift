import CacheEngine
import Testing

@Suite struct TickTests {
  @Test func `time goes on until never`() {
    let tick = Tick(microseconds: 5)
    #expect(tick.advanced(by: 7) == Tick(microseconds: 12))
    #expect(tick.advanced(by: .max) == .never)
    #expect(Tick.never.advanced(by: -1) == .never)
    #expect(tick.advanced(by: 7).ticks(since: tick) == 7)
    #expect(Tick.zero < tick && tick < .never)
  }
}
