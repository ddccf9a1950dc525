import Simulation
import Testing

@testable import Tutor

/// Who is said to have set going what the log shows.
struct ActorTests {
  private func told(_ lines: [String], by actor: Simulation.Actor) throws -> [EventKind] {
    var bench = try Bench()
    for line in lines { bench.type(line) }
    return bench.tutor.stage.log.filter { $0.actor == actor }.map(\.kind)
  }

  @Test func `a rule that is changed after a timer is the learner's`() throws {
    let lines = ["pattern write-behind", "write user:1 A", "tick 11s", "capacity 3", "node add B"]
    let own = try told(lines, by: .learner)
    #expect(own.suffix(1) == [.nodeJoined])
    #expect(own.filter { $0 == .ruleChanged }.count == 2)
    #expect(try told(lines, by: .timer).allSatisfy { ![.ruleChanged, .keyMoved].contains($0) })
  }

  @Test func `a rule that is changed after traffic is the learner's`() throws {
    let lines = ["traffic keys user:1 user:2", "policy fifo", "crash A", "revive A", "cut A"]
    let own = try told(lines, by: .learner)
    #expect(own == [.ruleChanged, .nodeDied, .nodeRevived, .nodeCut])
    let traffic = try told(lines, by: .workload)
    #expect(Set(traffic) == [.requested, .hit, .answered])
  }

  @Test func `what was given a time ends by a timer`() throws {
    let lines = ["cut A 1s", "down db 2s", "tick 5s"]
    #expect(try told(lines, by: .learner) == [.nodeCut, .databaseDown])
    #expect(try told(lines, by: .timer) == [.nodeHealed, .databaseUp])
  }

  @Test func `looking makes no traffic`() throws {
    var bench = try Bench()
    bench.type("read user:1")
    let count = bench.tutor.stage.log.count
    let digest = bench.digest
    bench.type("show ; stats ; why user:1 ; row user:1 ; rules ; log ; help read ; follow")
    #expect(bench.tutor.stage.log.count == count)
    #expect(bench.digest == digest)
  }
}
