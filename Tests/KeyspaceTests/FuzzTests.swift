import CacheEngine
import Keyspace
import Testing

/// Random lines, well formed and not, against what must hold after every one.
struct FuzzTests {
  @Test(arguments: ["lru", "lfu", "fifo", "random", "noeviction"], Budget.allCases)
  func `a failed line changes nothing and the rest stays whole`(policy: String, budget: Budget) {
    for seed in 0..<20 {
      var random = SeededRandom(seed: UInt64(seed))
      var bench = Bench(
        policy: policy, capacity: budget == .entries ? 6 : 500, budget: budget,
        epochMilliseconds: 1000)
      for _ in 0..<150 {
        let line = Self.line(&random)
        let before = (bench.digest, bench.symbols.count, bench.cache.changes.count)
        let reply = bench.perform(line)
        if reply.error != nil {
          let after = (bench.digest, bench.symbols.count, bench.cache.changes.count)
          #expect(before == after, "seed \(seed): \(line)")
        }
        #expect(!reply.text(bench.symbols).contains("\u{1B}"))
        bench.cache.checkInvariants()
        bench.wait(milliseconds: Int64(random.below(3)))
      }
    }
  }

  @Test func `the same lines give the same cache`() {
    func run() -> UInt64 {
      var random = SeededRandom(seed: 99)
      var bench = Bench(policy: "random", capacity: 5)
      for _ in 0..<500 { bench.type(Self.line(&random)) }
      return bench.digest
    }
    #expect(run() == run())
  }

  @Test func `a readonly verb leaves keys and values alone`() {
    var random = SeededRandom(seed: 3)
    var bench = Bench(capacity: 6)
    for _ in 0..<3000 {
      let line = Self.line(&random)
      guard let request = try? VerbRequest.parse(Words.split(line)) else { continue }
      let before = Self.contents(of: bench)
      _ = request.perform(on: &bench.cache, symbols: &bench.symbols, context: bench.context)
      if request.verb.flags.contains(.readonly) {
        #expect(Self.contents(of: bench) == before, "\(line)")
      }
    }
  }

  private static func contents(of bench: Bench) -> [[String]] {
    bench.cache.keys().map { key in
      let entry = bench.cache.peekStale(key)
      return [
        bench.symbols.text(of: key), entry.map { bench.symbols.text(of: $0.value) } ?? "",
        "\(entry?.expiresAt.microseconds ?? 0)",
      ]
    }
  }

  private static func line(_ random: inout SeededRandom) -> String {
    let verbs = CatalogTests.everything.filter { $0.name != "config|set" }
    let verb = verbs[random.below(verbs.count)]
    var words = [verb.spelling]
    let count = random.chance(1, of: 8) ? random.below(6) : max(0, abs(verb.arity) - 1)
    for _ in 0..<count { words.append(pick(&random, atoms)) }
    while random.chance(1, of: 2), words.count < 9 {
      words.append(pick(&random, random.chance(2, of: 3) ? options : atoms))
    }
    return words.joined(separator: " ")
  }

  private static func pick(_ random: inout SeededRandom, _ words: [String]) -> String {
    words[random.below(words.count)]
  }

  private static let atoms = [
    "a", "b", "c", "d", "e", "f", "g", "h", "1", "2", "10", "-1", "0", "abc", "\"x y\"",
    "\"\\x1b\"",
    "9223372036854775807", "-9223372036854775808", "*", "[a-c]", "\"\"", "freq", "5", "3000",
    String(repeating: "v", count: 200), String(repeating: "w", count: 600),
  ]

  private static let options = [
    "NX", "XX", "GT", "LT", "GET", "get", "KEEPTTL", "PERSIST", "EX 1", "PX 5", "EX 0", "EXAT 2",
    "PXAT 1500", "EX", "MATCH a*", "COUNT 2", "COUNT 0", "TYPE string", "ASYNC", "SYNC", "foo",
  ]
}
