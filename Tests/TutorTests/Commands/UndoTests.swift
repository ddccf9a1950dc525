import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct UndoTests {
  @Test func `undo restores world, clock and counts, and redo brings them back`() throws {
    var bench = try Bench()
    let start = bench.digest
    bench.type("read user:4")
    let after = bench.digest
    let tally = bench.tutor.stage.command
    #expect(bench.type("undo") == "taken back: read user:4")
    #expect(bench.digest == start)
    #expect(bench.tutor.stage.world.clock == 0)
    #expect(bench.tutor.stage.step.misses == 0)
    #expect(bench.type("redo") == "done again: read user:4")
    #expect(bench.digest == after)
    #expect(bench.tutor.stage.command == tally)
    #expect(bench.tutor.stage.step.misses == 1)
  }

  @Test func `what a mark counts survives that later lines are taken back`() throws {
    var bench = try Bench()
    bench.type("read user:4 ; mark noon ; read user:4 ; herd user:5 9")
    let noon = bench.tutor.stage.phases
    #expect(noon.map(\.name) == ["noon"])
    for _ in 0..<40 { bench.type("herd user:6 9") }
    for _ in 0..<40 { bench.type("undo") }
    #expect(bench.tutor.stage.phases == noon)
    // With the line before it the mark goes, and comes back.
    for _ in 0..<3 { bench.type("undo") }
    #expect(bench.tutor.stage.phases.isEmpty)
    for _ in 0..<3 { bench.type("redo") }
    #expect(bench.tutor.stage.phases == noon)
    bench.type("node remove Z")
    #expect(bench.tutor.stage.phases == noon)
  }

  @Test func `a new command forgets what could be done again`() throws {
    var bench = try Bench()
    bench.type("capacity 3 ; undo ; capacity 4")
    #expect(bench.type("redo").contains("nothing to redo"))
  }

  @Test func `undo all gives the start, redo all gives the end`() throws {
    for seed in 1...12 {
      var bench = try Bench(seed: UInt64(seed))
      let start = bench.digest
      var random = SeededRandom(seed: UInt64(seed), stream: "undo")
      for _ in 0..<30 { bench.type(Script.line(&random)) }
      let end = bench.digest
      let count = bench.tutor.timeline.undoCount
      for _ in 0..<count { bench.type("undo") }
      #expect(bench.digest == start, "seed \(seed)")
      #expect(bench.tutor.timeline.moments.isEmpty)
      for _ in 0..<count { bench.type("redo") }
      #expect(bench.digest == end, "seed \(seed)")
      #expect(bench.tutor.timeline.moments.count == count)
    }
  }

  @Test func `rewind goes on from the middle of a command`() throws {
    var bench = try Bench()
    bench.type("capacity 7 ; herd user:4 3 ; read user:5")
    bench.type("rewind @101000")
    #expect(bench.tutor.stage.world.clock == 101_000)
    #expect(bench.tutor.timeline.moments.map(\.line) == ["capacity 7", "herd user:4 3"])
    #expect(bench.tutor.stage.world.capacity == 7)
    #expect(bench.tutor.stage.world.inFlight == 3)
    bench.type("undo")
    #expect(bench.tutor.stage.world.clock == 0)
    #expect(bench.tutor.stage.world.capacity == 7)
  }

  @Test func `rewind to any place of a run finds exactly that place`() throws {
    var bench = try Bench()
    bench.type("read user:7 ; herd user:4 5 ; write user:1 Adele ; tick 1s")
    let full = bench
    var world = full.tutor.timeline.nearest(full.tutor.timeline.start).world
    var places: [(SessionPosition, UInt64)] = []
    for moment in full.tutor.timeline.moments {
      let condition = try #require(full.tutor.begin(moment.line, in: &world))
      var watch = RunWatch(condition, world: world)
      while !watch.isOver(world), watch.mayActivate(world), world.activate() {
        watch.see(world, from: 0)
        world.forgetEvents()
        places.append((SessionPosition(exactly: world), world.digest))
      }
      if let end = watch.end { world.run(until: end) }
    }
    #expect(world.digest == full.digest)
    #expect(places.count > 20)
    for (position, digest) in places {
      var copy = full
      copy.type("rewind @\(position.text)")
      #expect(copy.digest == digest, "@\(position.text)")
      copy.type("read user:2")
      #expect(copy.tutor.timeline.moments.last?.line == "read user:2")
    }
  }

  @Test func `traffic that goes on between commands is counted and taken back`() throws {
    var bench = try Bench()
    bench.type("traffic start rate=100/s")
    let before = bench.tutor.position
    #expect(bench.tutor.isBusy)
    #expect(bench.tutor.pass(500_000) > 0)
    #expect(bench.tutor.position.tick.microseconds == before.tick.microseconds + 500_000)
    #expect(bench.tutor.stage.step[.requested] >= 50)
    #expect(bench.tutor.stage.command[.requested] == bench.tutor.stage.step[.requested])
    bench.type("undo")
    #expect(!bench.tutor.isBusy)
    #expect(bench.tutor.stage.world.clock == 0)
  }
}

/// Random command lines: right ones, wrong ones, and some that depend on what came before.
///
/// A lock in a cache that keeps nothing is asked for again and again until the listing's limit ends
/// it; that takes long and proves nothing here, so the two are kept apart.
enum Script {
  static let lines = [
    "read user:1", "read user:4", "read user:9", "write user:1 Adele", "write user:2 Bo &",
    "herd user:5 20", "herd page:home 3 &", "GET user:1", "SET user:3 Cim EX 5", "DEL user:1",
    "MSET a 1 b 2 c 3", "MGET a b user:1", "INCR n", "EXPIRE user:1 2", "FLUSHALL", "DBSIZE",
    "capacity 2", "capacity 8", "guard none ; capacity 0", "policy lfu", "policy fifo",
    "policy random",
    "policy lru", "ttl 5s", "ttl 60s", "node add B", "node add C weight=2", "node remove B",
    "node kill C", "node revive B", "node revive C", "placement modulo", "placement ring vnodes=3",
    "placement ketama", "vnodes 7", "servers 3", "db workers=1 latency=20ms", "db workers=20",
    "client timeout=50ms retries=1 of=read", "client timeout=0", "rows x:1..5", "tick 100ms",
    "tick 6s", "until miss", "until expiry", "until line 5", "pattern write-behind",
    "pattern cache-aside", "pattern write-through", "pattern none",
    "cut A ; revive cache ; capacity 8 ; guard lock", "guard stale",
    "guard coalesce", "guard none",
    "cut A ; revive cache ; capacity 8 ; guard lock ttl=200ms wait=10ms", "edit 5 pass",
    "edit reset",
    "edit delete 2", "edit insert 2 sleep(5ms)", "flush every 1s batch=2",
    "guard none ; crash cache",
    "guard none ; crash B", "guard none ; cut A 1s", "guard none ; cut cache", "revive cache",
    "revive B", "kill holder", "slow db 200ms",
    "down db 1s", "down db", "up db", "traffic zipf 30 keys=10", "traffic keys a b a c",
    "traffic writes w:1..3 20 rate=100/s", "traffic scan x:1..8 rate=50/s", "traffic stop",
    "traffic start rate=20/s ; tick 200ms ; traffic stop", "begin read user:6",
    "begin write user:6 Fae", "step A", "step B", "finish A", "finish all", "evict user:1",
    "place user:1 A", "tune cache.latency 2ms", "tune db.latency 50ms", "mark here", "row user:1",
    "why user:1", "show", "stats", "frobnicate", "read", "SET k", "policy lur", "node remove Z",
  ]

  static func line(_ random: inout SeededRandom) -> String { lines[random.below(lines.count)] }
}
