import Testing
import Tutor

/// The author's way, beside one's own.
@Suite struct ReferenceRunTests {
  static let text = """
    ## One load
    ```setup
    rows a=Ada b=Bea
    ```
    ```opening
    read b
    ```
    ```goal
    hits >= 1   somebody found it
    cached(a)   and it is there
    ```
    ```solution
    read a ; read a
    ```
    ## Sort
    ```setup
    rows a=Ada
    ```
    ```order
    head: def read(key):
    1 return value
    2 value = db.load(key)
    answer: 2 1
    proof: read a
    ```
    """

  @Test func `both runs begin where the part began`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small")
    #expect(room.tutor.referenceRun == nil)
    try room.type("read b ; DEL b ; read b ; read a")
    let reference = try #require(room.tutor.referenceRun)
    #expect(reference.own == ["read b", "DEL b", "read b", "read a"])
    #expect(reference.author == ["read a", "read a"])
    #expect(reference.loads == (2, 1))
    #expect(reference.efficiency == 50)
    let loads = try #require(reference.table.rows.first { $0[0] == "loads" })
    #expect(loads == ["loads", "3", "2"], "the opening belongs to both")
  }

  @Test func `it is shown when the part is solved, and changes nothing`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small")
    #expect(room.refusal(of: "author") == "The author's way is shown when the part is solved")
    try room.type("read a ; read a")
    let digest = room.tutor.stage.world.digest
    let reply = room.reply(to: "author")
    #expect(reply.hasPrefix("Your way beside the author's"))
    #expect(reply.contains("author  read a ; read a"))
    #expect(room.tutor.stage.world.digest == digest)
    #expect(room.tutor.run?.isSolved == true)
  }

  @Test func `an order of lines is done again too`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small 2 ; answer 2 1")
    let reference = try #require(room.tutor.referenceRun)
    #expect(reference.author == ["answer 2 1"])
    #expect(reference.loads == (1, 1))
  }

  @Test func `task shows the text at any time and touches nothing`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small ; read a & ; tick 500us")
    let digest = room.tutor.stage.world.digest
    let moments = room.tutor.timeline.moments.count
    #expect(room.reply(to: "task").contains("somebody found it — now 0"))
    #expect(room.tutor.stage.world.digest == digest)
    #expect(room.tutor.timeline.moments.count == moments)
  }
}
