import CacheEngine
import Simulation
import Testing

@testable import Tutor

struct FuzzTests {
  @Test(arguments: 1...8)
  func `random scripts keep the invariants, and what fails changes nothing`(seed: Int) throws {
    var bench = try Bench(seed: UInt64(seed))
    var random = SeededRandom(seed: UInt64(seed), stream: "fuzz")
    var script: [String] = []
    for _ in 0..<60 {
      let line = random.chance(1, of: 10) ? "undo" : Script.line(&random)
      script.append(line)
      let before = bench.tutor
      let (done, error) = bench.tutor.execute(line)
      let last = script.joined(separator: "\n")
      if error != nil, done.isEmpty {
        #expect(bench.digest == before.stage.world.digest, "seed \(seed):\n\(last)")
        #expect(bench.tutor.timeline.undoCount == before.timeline.undoCount)
        #expect(bench.tutor.stage.command == before.stage.command)
      }
      bench.tutor.stage.world.checkInvariants()
      #expect(bench.tutor.stage.world.events.isEmpty, "seed \(seed):\n\(last)")
      for execution in done { _ = ReplyText.text(execution, in: bench.tutor) }
    }
    _ = Why(Array("user:1".utf8), in: bench.tutor)
    _ = Narrator.captions(of: bench.tutor.stage.log, in: bench.tutor.stage.world)
  }
}
