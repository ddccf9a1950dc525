import LessonFiles
import Simulation
import Testing

@testable import CacheEngine
@testable import Tutor

/// The lessons hold under the right rules, and each wrong rule breaks one of them.
@Suite struct SpreadingProofTests {
  /// A wrong rule in the place of the ring.
  enum Mutant: String, CaseIterable, CustomTestStringConvertible {
    case modulo, nearest, anticlockwise, onePoint, allPointsEqual

    var testDescription: String { rawValue }

    var row: PlacementRow {
      PlacementRow(
        name: "ring", summary: "wrong: \(rawValue)", reference: "none", usesVnodes: true,
        make: { members, vnodes in make(members, vnodes) })
    }

    private func make(_ members: [PlacementMember], _ vnodes: Int) -> any PlacementScheme {
      switch self {
      case .modulo: ModuloPlacement(members)
      case .nearest: NearestPlacement(members, vnodes: vnodes)
      case .anticlockwise: Anticlockwise(RingPlacement.ring(of: members, vnodes: vnodes))
      case .onePoint: RingPlacement.ring(of: members, vnodes: 1)
      case .allPointsEqual: AllPointsEqual.ring(members, vnodes)
      }
    }
  }

  /// Walks to the last point instead of the next one.
  struct Anticlockwise: PlacementScheme {
    let ring: HashRing
    init(_ ring: HashRing) { self.ring = ring }
    var points: [PlacementPoint] { ring.points }
    func owner(of hash: UInt32) -> Int {
      (ring.points.last { $0.hash <= hash } ?? ring.points.last)?.member ?? -1
    }
    func holdings(of memberCount: Int) -> [UInt64] { ring.holdings(of: memberCount) }
  }

  /// Hashes a node's label without the number of its point.
  enum AllPointsEqual {
    static func ring(_ members: [PlacementMember], _ vnodes: Int) -> HashRing {
      HashRing(
        members.enumerated().flatMap { place, member in
          Array(
            repeating: PlacementPoint(hash: PlacementHash.of(member.label), member: place),
            count: vnodes * member.weight)
        })
    }
  }

  func faults(_ id: String) -> [String] {
    LessonChecker.check(
      Weather.library.lessons, only: [id], patterns: Classroom.patterns, seed: 7
    ).errors.map(\.message)
  }

  @Test(arguments: Weather.ids)
  func `the lesson is proved`(id: String) {
    #expect(faults(id) == [])
  }

  @Test(arguments: Mutant.allCases)
  func `a wrong ring fails the proof`(mutant: Mutant) {
    PlacementCatalog.$substitutes.withValue([mutant.row]) {
      let id = mutant == .onePoint ? "virtual-nodes" : "hash-ring"
      #expect(!faults(id).isEmpty)
    }
  }

  @Test func `a ring in the place of the remainder fails the proof`() {
    let row = PlacementRow(
      name: "modulo", summary: "wrong", reference: "none", usesVnodes: false,
      make: { members, _ in RingPlacement.ring(of: members, vnodes: 150) })
    PlacementCatalog.$substitutes.withValue([row]) {
      #expect(!faults("modulo").isEmpty)
    }
  }

  /// The same commands, counted as if every mover's new owner were its old one.
  @Test func `movers counted with their old owner solve no step`() throws {
    let lesson = try #require(Weather.library.lesson("hash-ring"))
    var tutor = try Tutor(
      lessons: Weather.library.lessons, patterns: Classroom.patterns, seed: 7)
    try tutor.startLesson(lesson.id, step: 2)
    try tutor.solveStep(with: lesson.steps[1].authorsWay)
    let goals = try #require(tutor.run).step.goals
    #expect(goals.allSatisfy { $0.judge(on: tutor.stage).holds })
    var wrong = tutor.stage
    var tally = Tally()
    tally.add(
      wrong.log.suffix(wrong.step.eventCount).map { event in
        var event = event
        if event.kind == .keyMoved { event.node = NodeID(event.number) }
        return event
      })
    wrong.step = tally
    wrong.command = tally
    #expect(!goals.allSatisfy { $0.judge(on: wrong).holds })
  }
}
