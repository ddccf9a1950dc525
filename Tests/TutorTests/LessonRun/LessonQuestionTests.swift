import Testing
import Tutor

@Suite struct LessonQuestionTests {
  static let questions = """
    ## Number
    ```setup
    rows a=Ada
    ```
    ```predict herd a 50
    How many loads?
    - [=] {db.loads} ± 10 %
    - [ ] {db.loads | SET a Ada} => cached-anyway: Nobody has cached it.
    - [ ] {db.workers} => workers-limit: That is how many it works on at once.
    ```
    ```predict herd a 50
    And how long does the slowest wait?
    - [=] {slowest} ± 2 %
    ```
    ## Words
    ```setup
    pattern write-behind
    capacity 8
    write a 1
    until flush
    tick 200ms
    write b 2
    write c 3
    ```
    ```predict crash cache
    Which keys lose something?
    - [*] b c
    - [ ] a b c => crash-loses-everything: The flush came before.
    ```
    ```goal
    lost == 2   two keys
    ```
    """

  @Test(arguments: [
    ("50", true, "It was    50", nil), ("48", true, "It was    50  (4 % off)", nil),
    ("40", false, "It was    50  (20 % off)", nil),
    ("20", false, "It was    50  (60 % off)", "That is how many it works on at once."),
    ("5000", false, "It was    50  (more than ten times off)", nil),
  ])
  func `a number is scored by its distance, and a rival is recognised`(
    _ row: (given: String, isRight: Bool, was: String, remark: String?)
  ) throws {
    var room = try Classroom(numbers)
    try room.type("lesson small ; answer \(row.given)")
    try room.type("answer 302")
    try room.type("herd a 50")
    let question = try room.run.questions[0]
    #expect(question.answer?.isRight == row.isRight)
    #expect(
      question.review == ["You said  \(row.given)", row.was] + [row.remark].compactMap { $0 })
  }

  @Test func `questions about one event are asked before it, one after the other`() throws {
    var room = try Classroom(numbers)
    try room.type("lesson small")
    #expect(room.phase == .predicting(0))
    #expect(room.refusal(of: "answer many") == "many does not answer the question")
    try room.type("answer 50")
    #expect(room.phase == .predicting(1))
    #expect(room.refusal(of: "herd a 50") == "First say what you expect")
    try room.type("answer 302ms")
    #expect(room.phase == .doing)
    try room.type("herd a 50")
    #expect(try room.run.questions.map(\.isRevealed) == [true, true])
    #expect(try room.run.questions[1].answer?.isRight == true)
    #expect(room.phase == .solved)
    #expect(room.tutor.progress["small"].predictions.map(\.score) == [100, 100])
  }

  @Test(arguments: [
    ("b c", true, nil), ("c b", true, nil), ("c, b", true, nil),
    ("a b c", false, "The flush came before."), ("b", false, nil),
  ])
  func `words are compared as a set`(
    _ row: (given: String, isRight: Bool, remark: String?)
  ) throws {
    var room = try Classroom(lesson(LessonQuestionTests.questions))
    try room.type("lesson small 2 ; answer \(row.given) ; crash cache")
    #expect(try room.run.questions[0].answer?.isRight == row.isRight)
    #expect(try room.run.questions[0].remark == row.remark)
    #expect(room.phase == .solved)
  }

  @Test func `where keys are asked for, nobody means a word that is none`() throws {
    var room = try Classroom(lesson(LessonQuestionTests.questions))
    try room.type("lesson small 2")
    let marked = ArgumentHint.hint("answer b dd ", in: room.tutor).problem
    #expect(marked?.place == 9..<11 && marked?.reason == "There is no key dd")
    #expect(ArgumentHint.hint("answer b dd", in: room.tutor).problem == nil)
    let message = room.slip(in: "answer b dd")
    #expect(message?.headline == "There is no key dd")
    #expect(message?.detail == "The answer is one or more keys.")
    #expect(try room.run.questions[0].answer == nil)
    #expect(room.tutor.takeUnwritten().count == 1)
    // What a recording holds was taken then, and is taken again.
    var recorded = room
    try recorded.type("answer b dd")
    #expect(try recorded.run.questions[0].answer?.isRight == false)
    // A wrong key is an answer, and a wrong one.
    let slip = room.slip(in: "answer a, c")
    #expect(slip == nil)
    #expect(try room.run.questions[0].answer?.isRight == false)
  }

  @Test func `options are shuffled, always in the same way`() throws {
    let options = (1...6).map { "- [\($0 == 1 ? "x" : " ")] option \($0)" }
    let text = lesson(
      "## Choose\n```predict read a\nWhich?\n\(options.joined(separator: "\n"))\n```")
    var rooms = [try Classroom(text), try Classroom(text)]
    for index in rooms.indices { try rooms[index].type("lesson small") }
    let shown = try rooms[0].run.questions[0].options
    #expect(shown.map(\.letter) == ["a", "b", "c", "d", "e", "f"])
    #expect(try shown == rooms[1].run.questions[0].options)
    #expect(shown.map(\.text) != (1...6).map { "option \($0)" })
    #expect(shown.map(\.text).sorted() == (1...6).map { "option \($0)" })
  }

  @Test func `the command of a rival takes the place of the question's own`() throws {
    var room = try Classroom(
      lesson(
        """
        ## Choose
        ```setup
        rows a=Ada
        ```
        ```predict guard lock ; herd a 20
        How many loads?
        - [x] {db.loads}
        - [ ] {db.loads | guard none} => no-lock: That is without it.
        ```
        """))
    try room.type("lesson small")
    #expect(try room.run.questions[0].options.map(\.text).sorted() == ["1", "20"])
    #expect(try room.run.suggestion == nil)
    try room.type("answer a")
    #expect(try room.run.suggestion == "guard lock")
    try room.type("guard lock")
    #expect(try room.run.suggestion == "herd a 20")
    #expect(try !room.run.questions[0].isRevealed)
    try room.type("herd a 20")
    #expect(try room.run.questions[0].isRevealed)
  }

  private var numbers: String { lesson(LessonQuestionTests.questions) }
}
