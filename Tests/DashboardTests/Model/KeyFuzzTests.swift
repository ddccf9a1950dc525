import CacheEngine
import Screen
import Testing

@testable import Dashboard

struct KeyFuzzTests {
  static let keys: [Input] =
    "abcdq?/ .+-:tyjkhlGgnNi[]123 eoru".map { .typed($0) }
    + [
      .key(.enter), .key(.tab), .key(.backTab), .key(.escape), .key(.backspace), .key(.delete),
      .key(.up), .key(.down), .key(.left), .key(.right), .key(.home), .key(.end), .key(.pageUp),
      .key(.pageDown), .key(.insert), .control("c"), .control("r"), .control("u"), .control("w"),
      .control("l"), .control("_"), .control("z"), .control("k"), .control("y"), .control("d"),
      .alt("f"), .alt("b"), .alt("y"), .control("x"),
    ] + (1...12).map { .key(.function($0)) }

  static let lines = [
    "read user:1", "write user:2 Bo", "herd user:3 20", "tick 1s", "undo", "redo", "GET user:1",
    "next", "hint", "answer a", "policy fifo", "capacity 2", "node add B", "node kill A",
    "crash cache", "revive cache", "begin read user:4", "step A", "finish all", "lesson hash-ring",
    "help read", "stats", "why user:1", "log hit", "log", "speed 1", "until miss", "back",
    "forward", "skip", "reset step", "nonsense \u{1B}[2J", "guard lock", "traffic zipf 50 keys=5",
    "traffic start rate=20/s", "traffic stop", "solve", "task", "jump @0", "end",
    "review all", "drill", "author", "ledger", "help",
  ]

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `any keys in any order leave a screen that works`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed), stream: "keys")
    let starts: [String?] = [nil, "cache-aside", "thundering-herd", "hash-ring"]
    var stand = try Stand(starts[seed % starts.count])
    var said: [String] = []
    for step in 0..<500 {
      switch random.below(14) {
      case 0:
        let line = KeyFuzzTests.lines[random.below(KeyFuzzTests.lines.count)]
        said.append(line)
        stand.press(.paste(line), .key(.enter))
      case 1: stand.wait(33 * (1 + random.below(40)))
      case 2:
        let size = Size(width: random.below(140), height: random.below(50))
        stand.press(.resized(step % 3 == 0 ? size : Size(width: 100, height: 30)))
      case 3:
        let point = Point(x: random.below(100), y: random.below(30))
        let kinds: [Mouse.Kind] = [.pressed, .wheelUp, .wheelDown, .released]
        stand.press(.mouse(Mouse(kinds[random.below(4)], at: point)))
      default:
        let key = KeyFuzzTests.keys[random.below(KeyFuzzTests.keys.count)]
        stand.press(key)
      }
      let size = stand.model.size
      let frame = view(stand.model, size: size)
      #expect(frame.size == size)
      #expect(HostileTextTests.isHarmless(frame))
      try expectLegend(stand.model)
    }
  }

  /// What the legend shows is what the keys do.
  private func expectLegend(_ model: Model) throws {
    let legend = model.legend
    #expect(legend.count <= KeyTable.legendLimit)
    for (action, _) in legend {
      let contexts = model.situation.contexts
      let row = model.settings.keys.binding(of: action, in: contexts)
      let key = try #require(row?.keys.first)
      #expect(model.settings.keys.action(for: key, in: contexts) == action)
    }
  }
}
