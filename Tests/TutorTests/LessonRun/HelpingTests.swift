import Testing
import Tutor

/// Help that looks at what has just gone wrong.
@Suite struct HelpingTests {
  static let text = """
    ## One
    ```setup
    rows a=Ada
    ```
    ```goal
    db.loads >= 1   somebody went to the database
    ```
    ```hint
    when: cached(a)
    Somebody has put it there: DEL a.

    The word is read.

    Then a key.

    run: read a
    ```
    ```solution
    read a
    ```
    """

  @Test func `the same step in two states gives two different first hints`() throws {
    var one = try Classroom(lesson(Self.text))
    try one.type("lesson small")
    #expect(one.reply(to: "hint") == "Hint 1 of 4: The word is read.")
    var two = try Classroom(lesson(Self.text))
    try two.type("lesson small ; SET a Ada")
    #expect(two.reply(to: "hint") == "Hint 1 of 4: Somebody has put it there: DEL a.")
  }

  @Test func `a hint begins with what was wrong with the last line`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small")
    #expect(room.refusal(of: "raed a") == "There is no command raed")
    #expect(
      room.reply(to: "hint")
        == "Hint 1 of 4: There is no command raed. Did you mean read? The word is read.")
    #expect(room.reply(to: "hint") == "Hint 2 of 4: Then a key.")
    #expect(room.tutor.progress["small"].hints.map(\.count) == [2])
  }

  @Test func `after three lines that did not work help is offered`() throws {
    var room = try Classroom(lesson(Self.text))
    try room.type("lesson small")
    for line in ["raed a", "read", "GET"] {
      #expect(try room.run.offersHelp == false)
      _ = room.refusal(of: line)
    }
    #expect(try room.run.offersHelp)
    #expect(room.tutor.taskText.hasSuffix("Stuck? hint gives a hint."))
    try room.type("read a")
    #expect(try room.run.offersHelp == false)
  }

  @Test func `the truth stays on screen when the part begins anew`() throws {
    var room = try Classroom(
      lesson(
        """
        ## One
        ```setup
        rows a=Ada
        ```
        ```predict read a
        How long?
        - [=] {slowest}
        ```
        ```goal
        hits >= 2   twice
        ```
        ```solution
        read a ; read a ; read a
        ```
        """))
    try room.type("lesson small ; answer 1 ; read a ; reset")
    #expect(try room.run.questions[0].was == "102 ms")
    #expect(try room.run.suggestion == "read a")
    #expect(room.tutor.taskText.contains("It was    102 ms"))
  }
}
