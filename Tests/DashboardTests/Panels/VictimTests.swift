import CacheEngine
import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

struct VictimTests {
  /// The key in the row that the panel marks.
  static func marked(_ stage: Stage) -> String? {
    let panel = CachePanel(Scene(stage: stage))
    var frame = Frame(size: Size(width: 60, height: 12))
    panel.draw(on: &frame, in: frame.bounds)
    return frame.rows.first { $0.hasPrefix("▶") }
      .map { String($0.dropFirst().drop { $0 == " " }.prefix { $0 != " " }) }
  }

  /// What a person may do between two looks at the panel.
  static func command(_ random: inout SeededRandom) -> String {
    let key = "k:\(1 + random.below(9))"
    switch random.below(10) {
    case 0: return "write \(key) new"
    case 1: return "GET \(key)"
    case 2: return "SET \(key) by-hand EX 5"
    case 3: return "tick \(1 + random.below(3))s"
    case 4: return "DEL \(key)"
    default: return "read \(key)"
    }
  }

  @Test(arguments: PolicyCatalog.all.filter { !$0.choosesByNewcomer }.map(\.name))
  func `the key marked in the panel is the one evicted next, 1 000 times`(policy: String) throws {
    var random = SeededRandom(seed: 23, stream: "victims at the panel")
    var tutor = try Stand.tutor()
    for line in ["policy \(policy)", "capacity 4", "ttl 1h", "rows k:1..9"] {
      #expect(tutor.execute(line).error == nil)
    }
    var evictions = 0
    // Redis's clock counts whole seconds: who has been silent longest changes as one goes by.
    let countsSeconds = policy.hasPrefix("sampled-") || policy.hasPrefix("volatile-")
    for run in 0..<1_000 {
      let marked = VictimTests.marked(tutor.stage)
      let second = tutor.stage.world.now.microseconds / 1_000_000
      let line = VictimTests.command(&random)
      _ = tutor.execute(line)
      guard let victim = tutor.stage.command.victims.first else { continue }
      evictions += 1
      guard !countsSeconds || tutor.stage.world.now.microseconds / 1_000_000 == second else {
        continue
      }
      let name = tutor.stage.world.symbols.text(of: victim)
      #expect(name == marked, "\(policy), run \(run): \(line)")
    }
    let scope = try #require(PolicyCatalog.find(policy)).scope
    #expect(evictions > 150 || scope == .nobody, "\(evictions)")
  }
}

struct ExpiryTests {
  @Test func `the time left counts down on the world's clock and ends at the expiry`() throws {
    var tutor = try Stand.tutor()
    for line in ["rows a=1", "read a"] { #expect(tutor.execute(line).error == nil) }
    for left in [50, 40, 30, 20, 10] as [Int64] {
      _ = tutor.execute("tick 10s")
      let row = try #require(CachePanel(Scene(stage: tutor.stage)).nodes[0].rows.first)
      // The read's own last half millisecond has passed too.
      let remaining = try #require(row.remaining)
      #expect(remaining <= left * 1_000_000 && remaining > left * 1_000_000 - 1_000)
    }
    _ = tutor.execute("until expiry")
    let expired = try #require(tutor.stage.log.last { $0.kind == .expired })
    #expect(expired.tick == tutor.stage.world.now)
    let row = try #require(CachePanel(Scene(stage: tutor.stage)).nodes[0].rows.first)
    #expect(row.remaining == 0)
    var frame = Frame(size: Size(width: 40, height: 3))
    CachePanel(Scene(stage: tutor.stage)).draw(on: &frame, in: frame.bounds)
    #expect(frame.rows[1].contains("expired"))
  }

  @Test(arguments: [(60, "60 s ▇▇▇▇▇"), (36, "36 s ▇▇▇··"), (1, "1 s  ▇····"), (0, "expired")])
  func `a bar shows how much is left of what was given`(seconds: Int64, words: String) {
    let cache = CachePanel(nodes: [
      .init(
        label: "A", index: 0, count: 1, capacity: 8, policy: "lru",
        rows: [
          .init(key: "a", value: "1", remaining: seconds * 1_000_000, lifetime: 60_000_000)
        ])
    ])
    #expect(picture(cache, 40, 2).hasSuffix(words))
  }
}
