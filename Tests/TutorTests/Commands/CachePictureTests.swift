import Testing

@testable import Tutor

struct CachePictureTests {
  @Test(arguments: [
    ("arc", "arc 3: frequent a | recent d c | recent ghosts b | p 0"),
    ("sieve", "sieve 3: d c^ a"), ("clock", "clock 3: d a c^"),
    ("2q", "2q 3: hot | arrivals d c b | ghosts a"),
    ("lfuda", "lfuda 3: d a c | age 1"),
  ])
  func `a policy shows its queues, its hand, whom it remembers and what it steers by`(
    policy: String, picture: String
  ) throws {
    var bench = try Bench(isEmpty: true)
    for line in ["policy \(policy)", "capacity 3", "ttl 1h", "rows a=1 b=2 c=3 d=4"] {
      bench.type(line)
    }
    bench.type("traffic keys a b c a d")
    #expect(bench.type("show cache") == "A: " + picture)
  }
}
