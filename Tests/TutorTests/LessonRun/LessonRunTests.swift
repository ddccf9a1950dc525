import Testing
import Tutor

@Suite struct LessonRunTests {
  static let steps = """
    ## A stranger
    Nobody has asked for b yet.
    ```setup
    capacity 4
    rows a=Ada b=Bea c=Cem
    read a
    ```
    ```predict read b
    How long does it take?
    - [x] {slowest}
    - [ ] {slowest | pattern none} => miss-costs-only-the-load: That is the database alone.
    - [ ] {slowest | SET b Bea} => cache-knows-everything: That is a hit.
    ```
    Now read it, and read it again.
    ```goal
    cached(b)   b is in the cache
    hits >= 1   the second reader found it
    ```
    ```hint
    How many stops?

    when: misses >= 1
    Once more: now it is there.

    run: read b ; read b
    ```
    ```solution
    read b
    read b
    ```
    ```mistake
    when: misses >= 1 and not cached(b)
    try: read c
    That was somebody else.
    ```
    Well done.

    ## You are the application
    ```deny read
    Do it by hand this time.
    ```
    ```goal
    value(c) == row(c)   the cache says what the database says
    ```
    ```hint
    Look, load, fill.
    ```
    ```solution
    SET c Cem EX 60
    ```
    ## The end
    That was all.
    """

  @Test func `a step begins with a question, and nothing runs before its answer`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small")
    #expect(room.phase == .predicting(0))
    #expect(room.refusal(of: "read b") == "First say what you expect")
    #expect(room.reply(to: "task").contains("How long does it take?"))
    #expect(try room.holds("misses == 0"))
    try room.type("answer \(try letter(of: "102 ms", in: room))")
    #expect(room.phase == .doing)
    try room.type("read b")
    #expect(try room.run.questions[0].review == ["You said  102 ms", "It was    102 ms"])
  }

  @Test func `every option is the truth of its own world`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small")
    #expect(try room.run.questions[0].options.map(\.text).sorted() == ["1 ms", "100 ms", "102 ms"])
    #expect(try room.run.questions[0].right?.text == "102 ms")
  }

  @Test func `a wrong answer stays on screen beside what happened, and whose rule it was`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small")
    try room.type("answer \(try letter(of: "100 ms", in: room))")
    #expect(try room.run.questions[0].review.isEmpty)
    #expect(try room.run.suggestion == "read b")
    try room.type("read b")
    #expect(
      try room.run.questions[0].review == [
        "You said  100 ms", "It was    102 ms", "That is the database alone.",
      ])
    #expect(room.tutor.progress.misconceptions.map(\.name) == ["miss-costs-only-the-load"])
  }

  @Test func `the goals solve the step, and next goes on`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; read b")
    #expect(room.phase == .doing)
    #expect(try room.run.goals.map(\.holds) == [true, false])
    #expect(try room.run.goals[1].line == "the second reader found it — now 0")
    #expect(room.refusal(of: "next") == "This part is not solved yet")
    try room.type("read b")
    #expect(room.phase == .solved)
    #expect(room.reply(to: "task").contains("Well done."))
    #expect(room.reply(to: "next") == "Part 2 of 3: You are the application")
    #expect(room.tutor.progress["small"].steps == [1])
    #expect(room.tutor.progress["small"].best == [.init(step: 1, count: 2)])
  }

  @Test func `undo takes back the world and its goals, and no answers or hints`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; hint ; read b ; read b")
    #expect(room.phase == .solved)
    try room.type("undo")
    #expect(room.phase == .doing)
    #expect(try room.run.questions[0].answer?.given == "a")
    #expect(try room.run.hints.count == 1)
    #expect(try room.run.goals.map(\.holds) == [true, false])
    try room.type("redo")
    #expect(room.phase == .solved)
  }

  @Test func `a step without a setup goes on from the world before it`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; read b ; read b ; next")
    #expect(try room.holds("cached(b)"))
    #expect(try room.holds("hits == 0"))
    #expect(try room.holds("hits == 1 over lesson"))
    #expect(room.refusal(of: "undo") == "There is nothing to undo")
  }

  @Test func `starting in the middle solves what comes before, the author's way`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small 2")
    #expect(try room.run.stepIndex == 1)
    #expect(try room.holds("cached(b)"))
    #expect(try room.holds("not cached(c)"))
    #expect(room.tutor.takeUnwritten() == [.command(.init(tick: .zero), "lesson small 2")])
  }

  @Test func `a denied verb is refused with the author's reason`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small 2")
    let error = room.tutor.execute("read c").error
    #expect(error?.message.headline == "read is not for this step")
    #expect(error?.message.detail == "Do it by hand this time.")
    try room.type("GET c ; row c ; SET c Cem")
    #expect(room.phase == .solved)
  }

  @Test func `a step that asks for nothing is there to be read`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small 3")
    #expect(room.phase == .solved)
    #expect(room.reply(to: "next").contains("that was the last part"))
    #expect(room.phase == .finished)
    #expect(room.refusal(of: "next") == "That was the last lesson")
  }

  @Test func `skip goes on and counts for nothing`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; skip ; skip ; next")
    #expect(room.phase == .finished)
    #expect(room.tutor.progress["small"].steps == [3])
    #expect(room.tutor.progress["small"].status == .started)
  }

  @Test func `after the last part comes the next lesson`() throws {
    var room = try Classroom(
      lesson("## Read\nThis."), lesson("## Read on\nThat.", id: "second"))
    try room.type("lesson small ; next ; next")
    #expect(try room.run.lesson.id == "second")
    #expect(room.tutor.progress["small"].status == .solved)
  }

  @Test func `a mistake gets its feedback, and a right step takes it away`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; read c")
    #expect(try room.run.feedback == "That was somebody else.")
    #expect(try room.run.failedTries == 1)
    try room.type("read b")
    #expect(try room.run.feedback == nil)
  }

  @Test func `help is offered after three failed tries`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; read c ; read c")
    #expect(try !room.run.offersHelp)
    try room.type("capacity 5")
    #expect(try room.run.offersHelp)
  }

  @Test func `hints come one by one, and the world decides which is first`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a")
    #expect(room.reply(to: "hint") == "Hint 1 of 3: How many stops?")
    #expect(room.reply(to: "hint") == "Hint 2 of 3\nread b ; read b")
    #expect(room.reply(to: "hint") == "Hint 2 of 3\nread b ; read b")

    var other = try Classroom(lesson(LessonRunTests.steps))
    try other.type("lesson small ; answer a ; read b")
    #expect(other.reply(to: "hint") == "Hint 1 of 3: Once more: now it is there.")
  }

  @Test func `solve places one piece after the other and never runs it`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a")
    #expect(room.reply(to: "solve") == "read b")
    #expect(try room.holds("misses == 0"))
    try room.type("read b")
    #expect(room.reply(to: "solve") == "read b")
    try room.type("read c")
    #expect(room.reply(to: "solve").hasSuffix("reset step"))
    try room.type("reset step")
    #expect(room.reply(to: "solve") == "read b")
  }

  @Test func `reset step brings back the world and keeps answers and hints`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; answer a ; hint ; read b ; reset step")
    #expect(room.phase == .doing)
    #expect(try room.holds("not cached(b)"))
    #expect(try room.run.hints.count == 1)
    #expect(try !room.run.questions[0].isRevealed)
    try room.type("read b ; read b")
    #expect(room.phase == .solved)
    try room.type("reset lesson")
    #expect(room.phase == .predicting(0))
    #expect(try room.run.hints.isEmpty)
  }

  @Test func `reset sandbox leaves the lesson, reset progress wants to be sure`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    try room.type("lesson small ; reset sandbox")
    #expect(room.tutor.run == nil)
    #expect(room.refusal(of: "hint") == "hint belongs to a lesson, and none is being done")
    #expect(room.tutor.execute("reset progress").error != nil)
    #expect(room.tutor.progress["small"].status == .started)
    try room.type("reset progress --force")
    #expect(room.tutor.progress["small"].status == .untouched)
  }

  @Test func `unknown lessons and parts are refused with what there is`() throws {
    var room = try Classroom(lesson(LessonRunTests.steps))
    let error = room.tutor.execute("lesson smal").error
    #expect(error?.message.headline == "There is no lesson smal")
    #expect(error?.message.nextStep == "Did you mean small?")
    #expect(room.refusal(of: "lesson small 9") == "There is no part 9")
    #expect(room.tutor.run == nil)
  }

  @Test func `the same lines give the same lesson`() throws {
    let lines = [
      "lesson small", "answer b", "read c", "hint", "read b", "undo", "read b", "read b",
    ]
    var rooms = [
      try Classroom(lesson(LessonRunTests.steps)), try Classroom(lesson(LessonRunTests.steps)),
    ]
    for index in rooms.indices {
      for line in lines { try rooms[index].type(line) }
    }
    #expect(rooms[0].tutor.stage.world.digest == rooms[1].tutor.stage.world.digest)
    #expect(try rooms[0].run.questions == rooms[1].run.questions)
    #expect(try rooms[0].run.hints == rooms[1].run.hints)
    #expect(rooms[0].tutor.takeUnwritten() == rooms[1].tutor.takeUnwritten())
  }

  @Test func `a lesson that does not work says so, and nothing has changed`() throws {
    var room = try Classroom(
      lesson("## Broken\n```setup\npolicy nobody\n```\nText."))
    let digest = room.tutor.stage.world.digest
    #expect(room.refusal(of: "lesson small") == "The lesson is broken: lesson1.md:12")
    #expect(room.tutor.run == nil)
    #expect(room.tutor.stage.world.digest == digest)
  }

  private func letter(of text: String, in room: Classroom) throws -> Character {
    try #require(try room.run.questions[0].options.first { $0.text == text }).letter
  }
}
