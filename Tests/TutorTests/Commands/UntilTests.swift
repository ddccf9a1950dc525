import Testing

@testable import Tutor

/// `until`, when what it waits for does not come.
struct UntilTests {
  @Test func `traffic without an end is not waited for without an end`() throws {
    var bench = try Bench()
    bench.tutor.patience = 20_000
    bench.type("traffic start keys=4 rate=100/s")
    let before = bench.tutor
    let error = bench.tutor.execute("until evicted").error
    guard case .waitedInVain(let microseconds) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(microseconds > 10_000_000)
    #expect(error?.message.headline.hasSuffix("have gone by in vain, and were taken back") == true)
    expectSame(bench.tutor, before)
    // What is counted comes nearer with everything that happens.
    bench.type("until answered >= 3000")
    #expect(bench.tutor.stage.command.answered >= 3_000)
    bench.type("capacity 2 ; until evicted")
    #expect(bench.tutor.stage.command[.evicted] > 0)
  }
}
