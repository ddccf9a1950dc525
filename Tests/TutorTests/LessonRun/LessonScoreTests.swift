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
    #expect(
      best.lines == [
        "Efficiency 100 %: 1 command, 1 load; the author needs 1 command, 1 load."
      ])
    var other = try Classroom(lesson(LessonScoreTests.text))
    try other.type("lesson small ; hint ; read a ; next")
    let helped = try #require(other.tutor.score(of: other.run.lesson))
    #expect(helped.efficiency == 75)
    #expect(other.tutor.taskText.contains("Efficiency 75 %: 1 command, 1 hint, 1 load; "))
  }

  @Test func `loads count as much as commands, and only where this sitting has seen them`() throws {
    var room = try Classroom(lesson(LessonScoreTests.text))
    try room.type("lesson small ; DEL a ; herd a 4 ; next")
    let wasteful = try #require(room.tutor.score(of: room.run.lesson))
    #expect(wasteful.loads?.own == 4 && wasteful.loads?.author == 1)
    // One command of two, one load of four.
    #expect(wasteful.efficiency == (50 + 25) / 2)
    var later = try Classroom(lesson(LessonScoreTests.text))
    later.tutor.take(room.tutor.progress)
    let known = try #require(later.tutor.score(of: later.tutor.lessons[0]))
    #expect(known.loads == nil && known.efficiency == 50)
    #expect(known.lines == ["Efficiency 50 %: 2 commands; the author needs 1 command."])
  }

  @Test func `nothing solved is no score`() throws {
    var room = try Classroom(lesson(LessonScoreTests.text))
    try room.type("lesson small")
    #expect(try room.tutor.score(of: room.run.lesson) == nil)
  }
}
