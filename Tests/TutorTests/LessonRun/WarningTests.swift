import Testing
import Tutor

/// Commands that lose something ask first, in lessons.
@Suite struct WarningTests {
  static let text = """
    ## One
    ```setup
    rows a=Ada b=Bea c=Cem
    node add B
    read a ; read b ; read c
    ```
    ```goal
    hits >= 3   three find it
    ```
    ```solution
    read a ; read b ; read c
    ```
    """

  @Test(arguments: ["FLUSHALL", "FLUSHDB", "node remove A", "node kill A"])
  func `what would be lost is said, and --force does it`(line: String) throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small")
    let digest = room.tutor.stage.world.digest
    let error = try #require(room.tutor.execute(line).error)
    #expect(error.message.headline == "\(line) would lose something")
    #expect(error.message.detail?.contains("entr") == true, "\(error.message.text)")
    #expect(error.message.nextStep == "\(line) --force does it all the same.")
    #expect(room.tutor.stage.world.digest == digest)
    try room.type("\(line) --force")
    #expect(room.tutor.stage.world.digest != digest)
  }

  @Test func `an empty cache has nothing to lose, and the sandbox is free`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small ; FLUSHALL --force ; FLUSHALL")
    try room.type("reset sandbox ; SET a 1 ; FLUSHALL")
  }
}
