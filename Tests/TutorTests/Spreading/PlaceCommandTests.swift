import Testing
import Tutor

/// `place`, `why`, `show movers` and the counts beside a change of nodes.
@Suite struct PlaceCommandTests {
  @Test func `a hand-placed key is judged by the walk`() throws {
    var room = try Weather.room("ring vnodes=1")
    #expect(
      room.reply(to: "place city:2 A")
        == "no, city:2 does not live on A: its hash stands at 37.0°; A's point, at 36.5°, lies "
        + "0.6° behind it, and the walk only goes clockwise")
    #expect(try !room.holds("at_home(city:2)"))
    #expect(try room.figure("placed(city:2)") == "A")
    #expect(
      room.reply(to: "place city:2 B")
        == "no, city:2 does not live on B: its hash stands at 37.0°; B's point, at 192.0°, lies "
        + "ahead, but another one comes first")
    #expect(
      room.reply(to: "place city:2 C")
        == "yes, city:2 lives on C: its hash stands at 37.0°; the first point clockwise is C's, "
        + "at 59.2°")
    #expect(try room.holds("at_home(city:2)"))
    #expect(
      room.reply(to: "place city:8 A").contains("past the top, the first point clockwise is A's"))
  }

  @Test func `with a remainder hash and remainder are named`() throws {
    var room = try Weather.room("modulo")
    #expect(
      room.reply(to: "place city:1 A")
        == "no, city:1 does not live on A: hash 3470611393 mod 3 = 1, and A has remainder 0")
    #expect(room.reply(to: "why city:3").hasPrefix("hash 1467805950 mod 3 = 0: node A"))
    #expect(try room.distance("at_home(city:4)") == "not yet")
    #expect(try room.distance("placed(city:4) == C") == "nobody has placed city:4 yet")
  }

  @Test func `the nearest point is a rule of its own`() throws {
    var room = try Weather.room("nearest vnodes=1")
    #expect(
      room.reply(to: "place city:2 A")
        == "yes, city:2 lives on A: its hash stands at 37.0°; the nearest point is A's, at 36.5°")
    #expect(room.reply(to: "place city:2 C").hasSuffix("C's point, at 59.2°, is not the nearest"))
  }

  @Test func `placing a key by hand moves nothing and can be taken back`() throws {
    var room = try Weather.room("ring vnodes=1")
    let before = room.tutor.stage.world
    try room.type("place city:2 A")
    #expect(room.tutor.stage.world.knownKeys == before.knownKeys)
    try room.type("undo")
    #expect(room.tutor.stage.world.digest == before.digest)
    #expect(room.refusal(of: "place city:2 Z").contains("Z"))
  }

  @Test func `a change of nodes is told beside what is fair and what the remainder does`() throws {
    var room = try Weather.room("ring vnodes=1")
    #expect(
      room.reply(to: "node add D")
        == "node D joins: 285 of 1 000 keys change their node; 250 would be fair, modulo would "
        + "move 759")
    var other = try Weather.room("modulo")
    #expect(
      other.reply(to: "node add D")
        == "node D joins: 759 of 1 000 keys change their node; 250 would be fair")
  }

  @Test func `every mover is listed with its reason, and nobody else`() throws {
    var room = try Weather.room("ring vnodes=1")
    try room.type("node add D")
    let lines = room.reply(to: "show movers").split(separator: "\n")
    let movers = lines.filter { $0.contains("city:") }
    #expect(movers.count == 285)
    let reasons = movers.filter { $0.contains("the walk meets 164.0° before 192.0°") }
    #expect(reasons.count == 285)
    #expect(
      movers.first?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        == "city:3 B D from 123.0° the walk meets 164.0° before 192.0°")
    try room.type("node kill D")
    #expect(
      room.reply(to: "show movers").contains("from 123.0° the walk goes on past 164.0° to 192.0°"))
    try room.type("read city:3")
    #expect(room.reply(to: "show movers").contains("285 of 1 000 keys"))
    var other = try Weather.room("modulo")
    try other.type("node add D")
    #expect(other.reply(to: "show movers").contains("1467805950 mod 3 = 0, mod 4 = 2"))
  }

  @Test func `the first node may be named before anything has happened`() throws {
    var room = try Classroom()
    try room.type("node add A weight=2")
    #expect(room.tutor.stage.world.placement.members.map(\.weight) == [2])
    try room.type("rows a=1")
    try room.type("read a")
    #expect(room.refusal(of: "node add A").contains("A"))
  }

  @Test func `words about movers see the stretch that they are asked about`() throws {
    var room = try Weather.room("ring vnodes=1")
    try room.type("node add D")
    try room.type("read city:1")
    #expect(try room.distance("moved == 1 over command") == "now 0")
    #expect(try room.holds("came_to(D) == moved"))
    #expect(try room.holds("movers(city:1..12) == city:3 city:4 city:5 city:10 city:12"))
    #expect(try room.holds("movers(city:30) == city:30"))
    #expect(try room.distance("movers(city:1..2) == x") == "none of city:1..2 has moved")
    #expect(try room.distance("came_to(Z) == 1") == "there is no node Z")
  }
}
