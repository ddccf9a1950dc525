import Simulation
import Testing

@testable import Tutor

struct FlushTests {
  @Test func `nothing is stored while the flusher is off, until somebody flushes`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; write user:1 Adele ; tick 1m")
    #expect(bench.type("row user:1").contains("Ada"))
    #expect(bench.tutor.stage.world.dirtyWrites.count == 1)
    #expect(bench.type("flush").contains("a batch of 1 row is stored"))
    #expect(bench.type("row user:1").contains("Adele"))
    #expect(bench.tutor.stage.world.dirtyWrites.isEmpty)
  }

  @Test func `flush every switches the flusher on again`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; flush every 1s ; write user:1 Adele ; tick 2s")
    #expect(bench.type("row user:1").contains("Adele"))
  }

  @Test func `a pattern without a queue has nothing to flush`() throws {
    var bench = try Bench()
    #expect(bench.type("flush").contains("The pattern cache-aside has no flush"))
    #expect(bench.type("flush off").contains("The pattern cache-aside has no flush"))
  }

  @Test func `a chosen pattern begins with its flusher on`() throws {
    var bench = try Bench()
    bench.type("pattern write-behind ; flush off ; pattern write-behind ; write user:1 Adele")
    bench.type("tick 6s")
    #expect(bench.type("row user:1").contains("Adele"))
  }
}
