import CacheEngine
import Keyspace
import Testing

struct ScanTests {
  @Test(arguments: 1...40)
  func `a key that is there throughout is returned whatever happens in between`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var bench = Bench(policy: "lru", capacity: 1000)
    let resident = (0..<(1 + random.below(60))).map { "stay:\($0)" }
    for key in resident {
      bench.type("SET \(key) 1")
      if random.chance(1, of: 2) { bench.type("SET go:\(random.below(30)) 1 PX 5") }
    }
    var seen: [String] = []
    var cursor = "0"
    var steps = 0
    repeat {
      let (next, keys) = step(&bench, "SCAN \(cursor) COUNT \(1 + random.below(7))")
      seen += keys
      cursor = next
      steps += 1
      for _ in 0..<random.below(6) { disturb(&bench, &random) }
    } while cursor != "0" && steps < 10_000
    #expect(cursor == "0", "the walk ends")
    for key in resident {
      #expect(seen.filter { $0 == key }.count == 1, "\(key) comes once (seed \(seed))")
    }
  }

  @Test func `a filter thins out what a step returns and not where it goes`() {
    var bench = Bench()
    for number in 0..<25 {
      bench.type("SET \(number.isMultiple(of: 5) ? "five" : "k"):\(number) v")
    }
    #expect(step(&bench, "SCAN 0 MATCH five:*") == ("10", ["five:0", "five:5"]))
    #expect(step(&bench, "SCAN 10 MATCH five:*") == ("20", ["five:10", "five:15"]))
    #expect(step(&bench, "SCAN 20 MATCH five:*") == ("0", ["five:20"]))
    #expect(step(&bench, "SCAN 0 MATCH five:1? COUNT 100") == ("0", ["five:10", "five:15"]))
    #expect(step(&bench, "SCAN 0 TYPE hash COUNT 100") == ("0", []))
    #expect(step(&bench, "SCAN 99") == ("0", []))
  }

  private func disturb(_ bench: inout Bench, _ random: inout SeededRandom) {
    let key = "go:\(random.below(30))"
    switch random.below(4) {
    case 0: bench.type("DEL \(key)")
    case 1: bench.type("SET \(key) 2")
    case 2: bench.type("SET stay:0 \(random.below(100))")
    default: bench.wait(milliseconds: 1)
    }
  }

  private func step(_ bench: inout Bench, _ line: String) -> (String, [String]) {
    guard case .array(let parts) = bench.perform(line).resolved(bench.symbols), parts.count == 2,
      case .bulk(let cursor) = parts[0], case .array(let keys) = parts[1]
    else {
      Issue.record("\(line) answers no step")
      return ("0", [])
    }
    let names = keys.map { key -> String in
      guard case .bulk(let bytes) = key else { return "?" }
      return String(decoding: bytes, as: UTF8.self)
    }
    return (String(decoding: cursor, as: UTF8.self), names)
  }
}
