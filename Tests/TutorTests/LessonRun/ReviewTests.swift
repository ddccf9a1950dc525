import Testing

@testable import Tutor

/// What was missed comes back, with other numbers, and what it says about a belief is kept.
@Suite struct ReviewTests {
  static let text = """
    ## Who leaves
    ```setup
    pattern cache-aside
    policy lru
    capacity 3
    rows user:1=Ada user:2=Bea user:3=Cem user:4=Dan user:5=Eva
    traffic keys user:1 user:2 user:3 user:1
    ```
    ```predict read user:4
    Which one leaves?
    - [x] {victims}
    - [ ] user:1 => lru-is-fifo: That is what FIFO would evict.
    ```
    ```goal
    evicted >= 1   somebody leaves
    ```
    ```solution
    read user:4
    ```
    ## How many
    ```setup
    pattern cache-aside
    db workers=20
    rows page:1=Welcome
    ```
    ```predict herd page:1 200
    How many loads for the 200?
    - [x] {db.loads}
    - [ ] {db.workers} => workers-limit: That is how many it works on at once, of 200.
    ```
    ```predict herd page:1 200
    After how many ms is the last one answered?
    - [=] {slowest} ± 2 %
    ```
    ```goal
    answered >= 1   somebody is answered
    ```
    ```solution
    herd page:1 200
    ```
    """

  /// Somebody who has answered everything as FIFO, and numbers a little wrong.
  private func missed(_ text: String = ReviewTests.text) throws -> Classroom {
    var room = try Classroom(lesson(text))
    room.tutor.progress.sittings = 1
    try room.type("lesson small")
    try room.answer { $0.misconception == "lru-is-fifo" }
    try room.type("read user:4 ; next")
    try room.answer { $0.isRight }
    try room.type("answer 900 ; herd page:1 200")
    return room
  }

  @Test func `who always answers as FIFO gets exactly that entry`() throws {
    let room = try missed()
    #expect(room.tutor.progress.misconceptions.map(\.name) == ["lru-is-fifo"])
    #expect(room.tutor.progress.misconceptions.map(\.count) == [1])
    #expect(room.tutor.ledgerText.hasPrefix("lru-is-fifo: 1 time\n  LRU evicts whoever"))
  }

  @Test func `what was missed is due in the next sitting, and until it is right twice`() throws {
    var room = try missed()
    #expect(room.tutor.progress.due.isEmpty)
    #expect(room.reply(to: "review").hasPrefix("Nothing that you missed is due."))
    room.tutor.progress.sittings = 2
    #expect(room.tutor.progress.due.map(\.text) == ["small:1.1", "small:2.2"])
    #expect(room.tutor.progress.dueText == "2 questions that you missed are due")
    let notice = "2 questions that you missed are due: `review` asks again."
    #expect(room.tutor.dueNotice == notice)
    for sitting in 2...3 {
      room.tutor.progress.sittings = sitting
      #expect(room.tutor.progress.due.count == 2)
      try room.type("review")
      #expect(room.tutor.progress.dueText != nil)
      #expect(room.tutor.dueNotice == nil, "a review that is resumed asks them already")
      try room.solveReview()
      #expect(room.tutor.progress.due.isEmpty)
    }
    room.tutor.progress.sittings = 9
    #expect(room.tutor.progress.due.isEmpty)
    #expect(room.tutor.progress.missed.isEmpty)
    #expect(room.tutor.ledgerText.hasPrefix("lru-is-fifo: 1 time, put right 2 times"))
  }

  @Test func `a question that is missed again begins anew`() throws {
    var room = try missed()
    room.tutor.progress.sittings = 2
    try room.type("review small:1.1")
    try room.answer { $0.misconception == "lru-is-fifo" }
    let review = try #require(room.tutor.progress["small"].review(step: 1, number: 1))
    #expect(review.streak == 0)
    #expect(review.sitting == 2)
    #expect(room.tutor.progress.misconceptions.map(\.count) == [2])
    #expect(room.tutor.progress["small"].predictions.first?.score == 0, "the first answer stays")
  }

  @Test func `while what led to the question is played the part says where it comes from`() throws {
    let traffic = "traffic keys user:1 user:2 user:3 user:1\n"
    let opened = Self.text.replacing(traffic, with: "```\n```opening\n" + traffic)
    var room = try missed(opened)
    room.tutor.progress.sittings = 2
    try room.type("review small:1.1")
    let step = try room.run.step
    let opening = try #require(step.opening)
    let question = step.predictions[0].line
    try #require(step.before.count == 2)
    #expect(step.before[0].line < opening.line)
    #expect(step.before[0].plainText.hasPrefix("Asked again, from "))
    #expect(opening.line < step.before[1].line && step.before[1].line < question)
    #expect(step.before[1].plainText.contains("The world: "))
  }

  @Test func `items come with other keys and other numbers`() throws {
    var room = try missed()
    room.tutor.progress.sittings = 2
    let first = try room.run.lesson.steps[0].predictions[0]
    try room.type("review")
    let asked = try room.run.questions[0]
    #expect(asked.prediction.commands.text != first.commands.text)
    #expect(asked.prediction.commands.text.hasPrefix("read user:"))
    #expect(!asked.options.contains { $0.text == "user:2" })
    try room.type("skip")
    let herd = try room.run.questions[0]
    #expect(!herd.prediction.commands.text.hasSuffix(" 200"))
    #expect(try room.run.lesson.reviewed.map(\.text) == ["small:1.1", "small:2.2"])
  }

  @Test func `the lesson that was being done goes on afterwards`() throws {
    var room = try missed()
    let digest = room.tutor.stage.world.digest
    room.tutor.progress.sittings = 2
    try room.type("review")
    #expect(room.tutor.whereabouts == "Part 1 of 2: Who leaves")
    try room.solveReview()
    #expect(room.tutor.run?.lesson.id == "small")
    #expect(room.tutor.stage.world.digest == digest)
    #expect(room.tutor.progress["review"] == LessonProgress(id: "review"))
  }

  @Test func `a recording names what was asked and plays without any progress`() throws {
    var room = try missed()
    room.tutor.progress.sittings = 4
    _ = room.tutor.takeUnwritten()
    try room.type("review ; answer a")
    let lines = room.tutor.takeUnwritten().compactMap { kind -> String? in
      if case .command(_, let text) = kind { text } else { nil }
    }
    #expect(lines == ["review small:1.1 small:2.2 round=4", "answer a"])
    var other = try Classroom(lesson(Self.text))
    for line in lines { try other.type(line) }
    #expect(try other.run.questions.map(\.text) == room.run.questions.map(\.text))
    #expect(other.tutor.stage.world.digest == room.tutor.stage.world.digest)
  }

  @Test(arguments: [(1.0, 0.98, 99), (100, 100, 100), (100, 50, 50), (100, 1_000, 0)])
  func `a number is scored by its distance alone`(truth: Double, said: Double, score: Int) throws {
    let answer = LessonQuestion.Answer(
      given: "", isRight: truth == said, distance: (said - truth).magnitude / truth, option: 1)
    #expect(abs(answer.score - score) <= 1)
  }

  @Test func `the same distance gives the same score, whatever rival is near`() throws {
    var scores: [Int] = []
    for said in ["902", "1102"] {
      var room = try Classroom(lesson(Self.text))
      try room.type("lesson small 2")
      try room.answer { $0.isRight }
      try room.type("answer \(said)")
      scores.append(try #require(room.tutor.progress["small"].predictions.last).score)
    }
    #expect(scores == [90, 90])
  }

  @Test func `progress keeps reviews and sittings, and a later answer wins`() throws {
    var progress = Progress()
    progress.sittings = 3
    progress["small"].predict(LessonProgress.Prediction(step: 1, number: 1, score: 0))
    progress["small"].review(
      LessonProgress.Review(
        step: 1, number: 1, sitting: 2, streak: 1, misconceptions: ["lru-is-fifo"]))
    let reading = Progress.parse(bytes: Array(progress.text.utf8))
    #expect(reading.damage.isEmpty)
    #expect(reading.progress == progress)
    #expect(progress.text.contains("review 1.1 2 1 lru-is-fifo"))
    var later = progress
    later["small"].review(LessonProgress.Review(step: 1, number: 1, sitting: 3, streak: 2))
    progress.merge(later)
    #expect(progress["small"].review(step: 1, number: 1)?.isOver == true)
    later.merge(reading.progress)
    #expect(later["small"].review(step: 1, number: 1)?.isOver == true)
  }

  @Test func `every belief of the syllabus has a sentence`() {
    #expect(Misconception.all.count == 16)
    #expect(Set(Misconception.all.map(\.name)).count == 16)
    for belief in Misconception.all { #expect(belief.truth.hasSuffix(".")) }
  }

  @Test(arguments: [
    ("rows user:1..9 and user:7", "rows user:21..29 and user:27"),
    ("herd page:home 200", "herd page:index 120"), ("lock:page:home", "lock:page:index"),
    ("12:30 is no key", "12:30 is no key"), ("200.5 rate=200/s 200", "200.5 rate=200/s 120"),
    ("of the 200, {slowest | SET user:3 x}", "of the 120, {slowest | SET user:23 x}"),
  ])
  func `words get other keys and counts`(old: String, new: String) {
    let variation = Variation(shift: 20, counts: [.init(old: "200", new: "120")])
    #expect(variation.applied(to: old) == new)
    #expect(Variation.none.applied(to: old) == old)
  }
}

extension Classroom {
  /// Answers the open question with the option that is wanted.
  fileprivate mutating func answer(
    _ isWanted: (LessonQuestion.Option) -> Bool
  ) throws {
    let index = try #require(try run.openQuestion)
    let option = try #require(try run.questions[index].options.first(where: isWanted))
    try type("answer \(option.letter)")
  }

  /// Does a whole round rightly.
  fileprivate mutating func solveReview() throws {
    while tutor.run?.lesson.isReview == true {
      while let open = try run.openQuestion {
        let answer = try #require(try run.questions[open].rightAnswer)
        try type("answer \(answer)")
      }
      if let command = tutor.run?.suggestion { try type(command) }
      try type("next")
    }
  }
}
