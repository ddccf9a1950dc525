import Testing
import Tutor

/// What is said about the way somebody went.
@Suite struct LessonScoreTests {
  static let text = """
    ## One
    ```setup
    rows a=Ada
    ```
    ```goal
    db.loads >= 1   somebody went to the database
    ```
    ```hint
    Ask for it.
    ```
    ```solution
    read a
    ```
    """

  @Test func `a solved part is measured against the author's way`() throws {
    var room = try Classroom(lesson(LessonScoreTests.text))
    try room.type("lesson small")
    #expect(room.tutor.partScore == nil)
    try room.type("rows b=Bob ; hint ; read a")
    let score = "2 commands, 1 hint, 1 load; author: 1 command, 1 load (66 %)"
    #expect(room.tutor.partScore == score)
    #expect(room.tutor.taskText.hasSuffix(score + "."))
  }

  @Test func `the end of a lesson says the score, and hints lower it`() throws {
    var room = try Classroom(lesson(LessonScoreTests.text))
    try room.type("lesson small ; read a ; next")
    let best = try #require(room.tutor.score(of: room.run.lesson))
    #expect(best.efficiency == 100)
    #expect(best.lines == ["Efficiency 100 %: 1 command; the author needs 1."])
    var other = try Classroom(lesson(LessonScoreTests.text))
    try other.type("lesson small ; hint ; read a ; next")
    let helped = try #require(other.tutor.score(of: other.run.lesson))
    #expect(helped.efficiency == 50)
    #expect(other.tutor.taskText.contains("Efficiency 50 %: 1 command and 1 hint"))
  }

  @Test func `nothing solved is no score`() throws {
    var room = try Classroom(lesson(LessonScoreTests.text))
    try room.type("lesson small")
    #expect(try room.tutor.score(of: room.run.lesson) == nil)
  }
}
