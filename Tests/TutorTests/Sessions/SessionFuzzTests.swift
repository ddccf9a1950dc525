import CacheEngine
import FuzzSupport
import Simulation
import Testing

@testable import Tutor

/// Sessions that somebody has changed, torn or put together anew: they play, or say where not.
struct SessionFuzzTests {
  private static let lines = [
    "rows user:1=Ada user:2=Bea x:1..9", "read user:1", "herd user:2 9", "traffic start rate=90/s",
    "capacity 2", "traffic stop", "begin read user:2", "step A", "finish all", "mark here",
    "rewind @102000", "undo", "redo", "tick 61s", "compare policy=lru policy=fifo", "read x:1",
    "compare off", "cut A 1s", "write user:1 b", "reset sandbox", "read user:1 &",
  ]

  private static let positions = [
    "@0", "@1", "@102000", "@102000.1", "@9223372036854775807", "@9223372036854775807.1",
    "@18446744073709551615", "@0.9223372036854775807", "@-1", "@1e9", "@",
  ]

  private func recorded() throws -> [String] {
    var tutor = try Tutor(lessons: [], patterns: Bench.patterns, seed: 7)
    var text = SessionText.text(of: SessionHeader(seed: 7, app: "0.1.0"))
    for line in SessionFuzzTests.lines {
      _ = tutor.execute(line)
      for kind in tutor.takeUnwritten() { text += SessionText.text(of: kind) }
      text += SessionText.text(of: tutor.digestEntry)
      if tutor.isBusy { tutor.pass(20_000) }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func change(_ lines: inout [String], _ random: inout SeededRandom) {
    let place = random.below(lines.count)
    switch random.below(7) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[random.below(lines.count)], at: place)
    case 2: lines.swapAt(place, random.below(lines.count))
    case 3:
      let words = lines[place].split(separator: " ", maxSplits: 1)
      let position = SessionFuzzTests.positions[random.below(SessionFuzzTests.positions.count)]
      lines[place] = position + " " + (words.last ?? "")
    case 4: lines[place] = "@0 " + Script.line(&random)
    case 5: lines[place] = String(lines[place].dropLast(1 + random.below(5)))
    default: lines.removeLast(min(lines.count - 1, random.below(4)))
    }
    if lines.isEmpty { lines = [""] }
  }

  @Test(arguments: 1...4)
  func `a changed session plays or names the line`(seed: Int) throws {
    let original = try recorded()
    var random = SeededRandom(seed: UInt64(seed), stream: "sessions")
    var played = 0
    for round in 0..<FuzzRounds.rounds(40) {
      var lines = original
      for _ in 0..<1 + random.below(3) { change(&lines, &random) }
      let text = lines.joined(separator: "\n")
      guard let session = try? SessionText.parse(text, path: "f.session"),
        var replay = try? SessionReplay(session, lessons: [], patterns: Bench.patterns)
      else { continue }
      played += 1
      while !replay.isOver {
        let before = replay.tutor
        do {
          _ = try replay.next()
        } catch {
          expectSame(replay.tutor, before, "seed \(seed), round \(round): \(text)")
          #expect((1...lines.count + 1).contains(error.line.number), "round \(round)")
          #expect(!error.message(path: "f.session").isEmpty)
          break
        }
        replay.tutor.stage.world.checkInvariants()
      }
    }
    #expect(played > 0)
  }
}
