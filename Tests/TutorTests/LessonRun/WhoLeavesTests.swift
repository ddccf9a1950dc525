import Foundation
import LessonFiles
import Simulation
import Testing

@testable import CacheEngine
@testable import Tutor

/// The lesson LRU against LFU: its numbers, by hand, and what it would notice.
struct WhoLeavesTests {
  static let path = Classroom.folder.appendingPathComponent("50-who-leaves/30-lru-vs-lfu.md")

  static func text() throws -> String { try String(contentsOf: path, encoding: .utf8) }

  private func room(part: Int) throws -> Classroom {
    var room = try Classroom(try WhoLeavesTests.text())
    try room.type("lesson lru-vs-lfu \(part)")
    return room
  }

  private func proof(of text: String) throws -> LessonProof {
    let before = Classroom.folder.appendingPathComponent("20-reading-and-writing/10-cache-aside.md")
    let lessons = [
      try LessonFile.parse(
        text: try String(contentsOf: before, encoding: .utf8), path: "cache-aside.md"),
      try LessonFile.parse(text: text, path: "lru-vs-lfu.md"),
    ]
    return LessonChecker.check(
      lessons, only: ["lru-vs-lfu"], patterns: Classroom.patterns, seed: 7)
  }

  // MARK: numbers

  @Test func `four rules let four different guests go`() throws {
    let question = try #require(try room(part: 1).run.questions.first)
    let answers = question.options.map { "\($0.text) \($0.isRight)" }.sorted()
    #expect(answers == ["a false", "b true", "c false", "d false"])
    let misconceptions = question.options.compactMap(\.misconception).sorted()
    #expect(
      misconceptions == ["frequency-protects-in-lru", "last-asked-leaves", "lru-is-fifo"])
  }

  @Test func `b leaves, last asked for five requests ago`() throws {
    var room = try room(part: 1)
    try room.type("answer \(try #require(try room.run.questions[0].right).letter) ; read e")
    #expect(room.phase == .solved)
    let event = try #require(room.tutor.stage.log.last { $0.kind == .evicted })
    guard case .policy(.oldestRead(_, let ago)) = event.reason else {
      Issue.record("\(event.reason)")
      return
    }
    #expect(ago == 5)
  }

  @Test func `who does LRU's job meets the guests one by one`() throws {
    var room = try room(part: 2)
    #expect(
      room.reply(to: "evict c")
        == "c leaves, asked for 5 requests ago: lru would have taken it too")
    #expect(
      room.reply(to: "evict d")
        == "you took d, asked for 3 requests ago; a was asked for 4 ago: lru would have taken a")
    #expect(try room.run.feedback?.hasPrefix("d was asked for 3 requests ago, a 4") == true)
    try room.type("undo ; evict a ; evict d ; evict e")
    #expect(room.phase == .solved)
    #expect(try room.holds("victims == c a d e"))
    #expect(room.tutor.stage.world.guests.isEmpty)
    #expect(
      room.refusal(of: "lesson lru-vs-lfu 2 ; read b")
        == "read is not for this step")
  }

  @Test func `under LFU hits go in without room, and newcomers push out newcomers`() throws {
    var room = try room(part: 3)
    let right = try #require(try room.run.questions[0].right)
    #expect(right.text == "c")
    try room.type("answer \(right.letter) ; evict c ; evict e ; evict f")
    #expect(room.phase == .solved)
    #expect(try room.holds("hits == 2"))
    #expect(room.reply(to: "show cache") == "A: lfu 4: b·4 a·3 d·2 g·1")
  }

  @Test func `export and noon: 24 of 30 left, 30 of 30 right`() throws {
    var room = try room(part: 4)
    #expect(try room.holds("left.export.hits == 0") && room.holds("right.export.hits == 0"))
    #expect(try room.holds("left.morning.hits == 24") && room.holds("right.morning.hits == 24"))
    let right = try #require(try room.run.questions[0].right)
    #expect(right.text == "24 of 30")
    try room.type("answer \(right.letter) ; traffic loop hot:1..6 rounds=5")
    #expect(room.phase == .solved)
    #expect(try room.holds("left.noon.hits == 24") && room.holds("right.noon.hits == 30"))
  }

  @Test func `a campaign of a thousand rounds: 0 of 6 000 under LFU`() throws {
    var room = try room(part: 5)
    let right = try #require(try room.run.questions[0].right)
    #expect(right.text == "0 of 30")
    try room.type("answer \(right.letter) ; traffic loop hot:7..12 rounds=5")
    #expect(room.phase == .solved)
    #expect(
      room.reply(to: "why hot:7").contains(
        "count 1; to stay it would need more than 10, and it leaves two requests after it came"))
    try room.type("traffic loop hot:7..12 rounds=1000")
    #expect(try room.holds("right.hits == 0 over command"))
    #expect(try room.holds("left.hits == 6000 over command"))
  }

  @Test(arguments: [
    ("policy lfu ; capacity 12", true), ("capacity 26", true), ("policy lfu ; capacity 11", false),
    ("capacity 25", false), ("policy lru", false), ("policy lfu", false), ("policy fifo", false),
  ])
  func `the day can be repaired in two ways`(rules: String, isSolved: Bool) throws {
    var room = try room(part: 6)
    #expect(try room.holds("noon.hits == 24") && room.holds("campaign.hits == 24"))
    try room.type("\(rules) ; again")
    #expect((room.phase == .solved) == isSolved)
    guard isSolved else { return }
    #expect(try room.holds("hits == 78 over command"))
    #expect(try room.holds("answered == 110 over command"))
  }

  @Test func `each loses once: 72 and 54 of 110, 38 and 56 loads`() throws {
    var room = try room(part: 7)
    for _ in 0..<4 { try room.type(try #require(try room.run.suggestion)) }
    #expect(room.phase == .solved)
    for claim in [
      "left.hits == 72", "right.hits == 54", "left.hit_ratio == 0.655", "right.hit_ratio == 0.491",
      "left.db.loads == 38", "right.db.loads == 56",
    ] {
      #expect(try room.holds(claim), "\(claim)")
    }
  }

  // MARK: what it would notice

  @Test func `the lesson proves itself`() throws {
    let proof = try proof(of: try WhoLeavesTests.text())
    #expect(proof.errors.isEmpty, "\(proof.errors)")
  }

  @Test(arguments: ["fifo as lru", "ties by newest", "count not kept"])
  func `a wrong policy fails the lesson`(mutant: String) throws {
    let text = try WhoLeavesTests.text()
    let proof = try PolicyCatalog.$standIns.withValue([MutantPolicy.row(mutant)]) {
      try self.proof(of: text)
    }
    #expect(!proof.errors.isEmpty)
  }

  @Test(arguments: [-1, 1])
  func `a cache with a place too few or too many fails the lesson`(change: Int) throws {
    var text = try WhoLeavesTests.text()
    text = text.replacing(/capacity( == | > | <= | )(\d+)/) { match in
      "capacity\(match.output.1)\((Int(match.output.2) ?? 0) + change)"
    }
    #expect(try !proof(of: text).errors.isEmpty)
  }
}

/// Policies that are nearly what they are called.
private enum MutantPolicy {
  static func row(_ name: String) -> PolicyRow {
    switch name {
    case "fifo as lru":
      PolicyRow(name: "lru", summary: name, reference: "", make: { _, _ in FIFOPolicy() })
    case "count not kept":
      PolicyRow(name: "lfu", summary: name, reference: "", make: { _, _ in ForgetfulLFU() })
    default: PolicyRow(name: "lfu", summary: name, reference: "", make: { _, _ in NewestLFU() })
    }
  }
}

/// LFU that does not count hits.
private struct ForgetfulLFU: EvictionPolicy {
  var policy = LFUPolicy()

  mutating func evict(for access: Access) -> Eviction? { policy.evict(for: access) }
  mutating func didInsert(_ slot: Slot, _ access: Access) { policy.didInsert(slot, access) }
  mutating func didHit(_ slot: Slot, _ access: Access) {}
  mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    policy.didRemove(slot, cause: cause)
  }
  func inspection(limit: Int) -> Inspection { policy.inspection(limit: limit) }
  func digest(into hash: inout StableHash) { policy.digest(into: &hash) }
}

/// LFU in which the newest of equals leaves.
private struct NewestLFU: EvictionPolicy {
  struct Place {
    var slot: Slot
    var count: Int
  }

  /// In the order in which they reached their count.
  var places: [Place] = []

  mutating func evict(for access: Access) -> Eviction? {
    guard let least = places.map(\.count).min(),
      let index = places.lastIndex(where: { $0.count == least })
    else { return nil }
    let slot = places.remove(at: index).slot
    return Eviction(slot: slot, reason: .fewestReads(count: least, tied: 0, since: .zero))
  }

  mutating func didInsert(_ slot: Slot, _ access: Access) {
    places.append(Place(slot: slot, count: 1))
  }

  mutating func didHit(_ slot: Slot, _ access: Access) {
    guard let index = places.firstIndex(where: { $0.slot == slot }) else { return }
    var place = places.remove(at: index)
    place.count += 1
    places.append(place)
  }

  mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    places.removeAll { $0.slot == slot }
  }

  func inspection(limit: Int) -> Inspection {
    let entries = places.prefix(limit).map {
      InspectedEntry(slot: $0.slot, badge: .count($0.count))
    }
    return Inspection(queues: [
      InspectedQueue(name: "frequency", exit: .back, entries: entries, count: places.count)
    ])
  }

  func digest(into hash: inout StableHash) {
    for place in places { hash.combine(Int(place.slot) << 32 | place.count) }
  }
}
