import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct NarratorTests {
  /// The log of a line, typed into a world of its own.
  private func log(_ setup: [String], _ line: String) throws -> String {
    var bench = try Bench(isEmpty: true)
    for line in setup { bench.type(line) }
    bench.tutor.stage.world.restartClock()
    bench.tutor.stage.log = EventLog()
    let (_, error) = bench.tutor.execute(line)
    #expect(error == nil, "\(String(describing: error))")
    return bench.type("log")
  }

  @Test func `two hundred people meet an expired page`() throws {
    let setup = ["capacity 8", "servers 4", "rows page:home=Welcome", "read page:home"]
    let log = try log(setup, "tick 59s ; tick 1s ; herd page:home 200")
    let lines = log.split(separator: "\n").prefix(7).joined(separator: "\n")
    #expect(
      lines == """
        60.000  page:home expires: its 60 s are over
        60.001  200 people ask for page:home; the cache has nothing fresh: 200 misses
        60.001  200 loads go to the database: it works at 20 of them; 180 wait
        60.101  the database finishes 20 loads and takes 20 more; 160 wait
        60.102  20 people get their answer after 102 ms; page:home is in cache A for 60 s
        60.201  the database finishes 20 loads and takes 20 more; 140 wait
        60.202  20 people get their answer after 202 ms; page:home is in cache A for 60 s
        """)
  }

  @Test func `a lock lets one load and the others look again`() throws {
    let log = try log(["rows page:home=Welcome", "guard lock"], "herd page:home 200")
    #expect(log.contains("you take the lock lock:page:home for 2 s"), "\(log)")
    #expect(log.contains("199 people find the lock lock:page:home taken"))
    #expect(log.contains("199 people wait 50 ms to look again"))
    #expect(log.contains("the lock lock:page:home is given back"))
  }

  @Test(arguments: [
    (
      "lru",
      "b leaves cache A: nobody has been silent longer; it was last asked for 5 requests ago"
    ),
    (
      "lfu",
      "c leaves cache A: nobody was asked for less: 1 time"
    ),
    ("fifo", "a leaves cache A: it came first of all, at 0.102 s"),
  ])
  func `an eviction names rule, victim and reason`(
    policy: String, text: String
  ) throws {
    let setup = ["policy \(policy)", "capacity 4", "rows a=1 b=2 c=3 d=4 e=5"]
    let log = try log(setup, "traffic keys a b b b c d a d ; read e")
    #expect(log.contains(text), "\(log)")
  }

  @Test func `a crash names what was promised`() throws {
    let setup = ["pattern write-behind", "rows cart:3=1", "write cart:3 7", "write cart:3 8"]
    #expect(
      try log(setup, "crash cache") == """
        0.000  cart:3: 8 was promised, the database says 1
        0.000  node A dies: its memory is gone
        """)
  }

  @Test func `impatient clients leave their queries behind`() throws {
    let setup = ["rows p=1", "client timeout=450ms retries=0 of=query"]
    let log = try log(setup, "herd p 200 ; tick 1s")
    #expect(log.contains("0.451  120 people stop waiting for p; their queries stay"), "\(log)")
    #expect(log.contains("0.451  120 people get an error: it took too long"), "\(log)")
    #expect(log.contains("for nobody"), "\(log)")
  }

  @Test func `a node that cannot be reached never hears of a delete`() throws {
    let setup = ["rows user:2=Bea", "read user:2", "cut cache 5s"]
    let log = try log(setup, "write user:2 Bo ; tick 5s")
    #expect(
      log.contains("node A cannot be reached: it never hears that user:2 should go"), "\(log)")
    #expect(log.contains("5.000  node A can be reached again, with its memory"), "\(log)")
  }

  @Test func `keys that move are counted`() throws {
    let setup = [
      "placement modulo", "node add B", "node add C", "rows city:1..1000",
    ]
    let log = try log(setup, "node add D")
    #expect(log.contains("node D joins"))
    #expect(log.contains("keys move to node D"))
  }

  @Test func `a row that does not exist is said so`() throws {
    let log = try log([], "read user:404")
    #expect(log.contains("the database has no row user:404"))
    #expect(log.contains("you get nothing for user:404 after 101 ms") || log.contains("102 ms"))
  }

  @Test func `the log can be filtered`() throws {
    var bench = try Bench()
    bench.type("read user:4 ; read user:1 ; node add B ; read user:5")
    #expect(bench.type("log hit") == "0.103  cache A has user:1: a hit")
    #expect(bench.type("log key:user:4 miss").hasPrefix("0.001  cache A does not have user:4"))
    #expect(bench.type("log node:Z") == "nothing of the kind has happened")
    #expect(bench.type("log actor:timer") == "nothing of the kind has happened")
    #expect(bench.type("log actor:you hit") == "0.103  cache A has user:1: a hit")
  }

  @Test func `every event has its place in some caption, whatever happens`() throws {
    var random = SeededRandom(seed: 3, stream: "narrator")
    var bench = try Bench()
    for _ in 0..<60 { bench.type(Script.line(&random)) }
    let events = bench.tutor.stage.log
    let captions = Narrator.captions(of: events, in: bench.tutor.stage.world)
    #expect(!captions.isEmpty)
    for caption in captions {
      #expect(!caption.text.isEmpty)
      #expect(events.indices.contains(caption.events.upperBound))
    }
    #expect(zip(captions, captions.dropFirst()).allSatisfy { $0.tick <= $1.tick })
  }
}
