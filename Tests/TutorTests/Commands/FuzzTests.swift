import CacheEngine
import FuzzSupport
import Simulation
import Testing

@testable import Tutor

struct FuzzTests {
  @Test(arguments: 1...8)
  func `random scripts keep the invariants, and what fails changes nothing`(seed: Int) throws {
    var bench = try Bench(seed: UInt64(seed))
    var random = SeededRandom(seed: UInt64(seed), stream: "fuzz")
    var script: [String] = []
    for _ in 0..<FuzzRounds.rounds(60) {
      let line = Script.lineInTime(&random, bench.tutor)
      if bench.tutor.isBusy, random.chance(1, of: 4) { bench.tutor.pass(70_000) }
      script.append(line)
      script = script.suffix(200)
      let before = bench.tutor
      let (done, error) = bench.tutor.execute(line)
      let last = script.joined(separator: "\n")
      if error != nil, done.isEmpty { expectSame(bench.tutor, before, "seed \(seed):\n\(last)") }
      bench.tutor.stage.world.checkInvariants()
      #expect(bench.tutor.stage.world.events.isEmpty, "seed \(seed):\n\(last)")
      for execution in done { _ = ReplyText.text(execution, in: bench.tutor) }
    }
    _ = Why(Array("user:1".utf8), in: bench.tutor)
    _ = Narrator.captions(of: bench.tutor.stage.log, in: bench.tutor.stage.world)
  }

  /// Whatever was done, all of it can be taken back and done again.
  @Test(arguments: 1...4)
  func `random scripts are taken back to the start and done again to the end`(seed: Int) throws {
    var bench = try Bench(seed: UInt64(seed))
    var random = SeededRandom(seed: UInt64(seed), stream: "fuzz back and forth")
    let start = bench.tutor.stage
    for _ in 0..<FuzzRounds.rounds(40) {
      _ = bench.tutor.execute(Script.line(&random))
      if bench.tutor.isBusy, random.chance(1, of: 3) { bench.tutor.pass(70_000) }
    }
    let end = bench.tutor
    let count = end.timeline.undoCount
    for _ in 0..<count { bench.type("undo") }
    expectSame(bench.tutor.stage, start, "seed \(seed)")
    for _ in 0..<count { bench.type("redo") }
    expectSame(bench.tutor.stage, end.stage, "seed \(seed)")
    #expect(bench.tutor.stage.phases == end.stage.phases, "seed \(seed)")
  }
}

extension Script {
  /// A line of any kind, and now and then one that goes back or forth in time.
  static func lineInTime(_ random: inout SeededRandom, _ tutor: Tutor) -> String {
    switch random.below(20) {
    case 0, 1: return "undo"
    case 2: return "redo"
    case 3:
      let clock = Int(clamping: tutor.stage.world.clock)
      let tick = clock - min(clock, random.below([400, 200_000, 70_000_000][random.below(3)]))
      return "rewind @\(tick)" + ["", ".0", ".1", ".5"][random.below(4)]
    default: return Script.line(&random)
    }
  }
}

/// Two tutors whose next command will do the same, and who tell the same of the past.
func expectSame(
  _ left: Tutor, _ right: Tutor, _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectSame(left.stage, right.stage, comment(), sourceLocation: sourceLocation)
  #expect(
    left.timeline.moments.suffix(50) == right.timeline.moments.suffix(50),
    "\(comment())", sourceLocation: sourceLocation)
  #expect(
    left.timeline.undoCount == right.timeline.undoCount && left.marks == right.marks
      && left.stage.phases == right.stage.phases && left.progress == right.progress
      && left.unwritten.count == right.unwritten.count,
    "\(comment())", sourceLocation: sourceLocation)
}

/// Two stages with the same worlds, counts and logs.
func expectSame(
  _ left: Stage, _ right: Stage, _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    left.world.digest == right.world.digest && left.world.now == right.world.now
      && left.world.activations == right.world.activations
      && left.world.symbols.count == right.world.symbols.count
      && left.world.pattern.lines == right.world.pattern.lines
      && left.world.rules == right.world.rules, "\(comment())", sourceLocation: sourceLocation)
  #expect(
    left.command == right.command && left.step == right.step && left.lesson == right.lesson,
    "\(comment())", sourceLocation: sourceLocation)
  #expect(
    left.log.forgotten == right.log.forgotten && left.log.count == right.log.count
      && left.log.suffix(2_000).elementsEqual(right.log.suffix(2_000)),
    "\(comment())", sourceLocation: sourceLocation)
  #expect(left.rivals.count == right.rivals.count, "\(comment())", sourceLocation: sourceLocation)
  for (left, right) in zip(left.rivals, right.rivals) {
    expectSame(left, right, comment(), sourceLocation: sourceLocation)
  }
}
