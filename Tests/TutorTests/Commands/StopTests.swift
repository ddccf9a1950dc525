import Synchronization
import Testing

@testable import Tutor

/// A command that takes long, and somebody who has waited enough.
struct StopTests {
  /// Who says `stop` when asked for the third time.
  private final class Impatience: Sendable {
    private let asked = Mutex<[Int]>([])

    var heard: [Int] { asked.withLock { $0 } }

    func isOver(_ events: Int) -> Bool {
      asked.withLock { asked in
        asked.append(events)
        return asked.count == 3
      }
    }
  }

  @Test(arguments: ["", "compare policy=lru policy=lfu"])
  func `a command that is stopped has changed nothing and is not recorded`(
    lanes: String
  ) throws {
    var bench = try Bench()
    bench.tutor.patience = 5_000
    bench.type("read user:4" + (lanes.isEmpty ? "" : " ; " + lanes))
    _ = bench.tutor.takeUnwritten()
    let before = bench.tutor
    let impatience = Impatience()
    let error = bench.tutor.take(
      "traffic zipf 30000 keys=50", isStopped: { impatience.isOver($0) }, telling: { _, _ in })
    #expect(error == .stopped)
    expectSame(bench.tutor, before)
    #expect(bench.tutor.takeUnwritten().isEmpty)
    // It was told how far the command had come.
    #expect(impatience.heard.count == 3)
    #expect(impatience.heard == impatience.heard.sorted() && impatience.heard[0] > 0)
    // Nobody is asked about what nobody has typed.
    #expect(bench.tutor.execute("traffic zipf 4000 keys=50").error == nil)
    #expect(impatience.heard.count == 3)
  }

  @Test func `the commands before it on the line stay`() throws {
    var bench = try Bench()
    bench.tutor.patience = 5_000
    var done: [String] = []
    let error = bench.tutor.take(
      "capacity 7 ; traffic zipf 30000 keys=50 ; capacity 9", isStopped: { _ in true },
      telling: { execution, _ in done.append(execution.invocation.text) })
    #expect(error == .stopped && done == ["capacity 7"])
    #expect(bench.tutor.stage.world.capacity == 7)
  }

  @Test func `to wait for a line costs the same, however many wait elsewhere`() throws {
    var bench = try Bench()
    bench.type("slow db 10s ; traffic start rate=2000/s keys=400 ; tick 9s")
    #expect(bench.tutor.stage.world.inFlight > 5_000)
    // Each activation once looked at all of them, which took minutes.
    bench.tutor.patience = 20_000
    #expect(bench.type("until line 11").contains("in vain"))
  }
}
