import CacheEngine
import LessonFiles
import Testing
import Tutor

@Suite struct LessonFileTests {
  @Test func `the thundering herd is read whole`() throws {
    let lesson = try Fixture.lesson("40-stampedes/10-thundering-herd.md")
    #expect(lesson.id == "thundering-herd")
    #expect(lesson.title == "The thundering herd")
    #expect(lesson.chapter == LessonChapter(number: 40, title: "Stampedes", folder: "40-stampedes"))
    #expect(lesson.order == 10)
    #expect(lesson.needs == [SourceText("cache-aside", line: SourceLine(5))])
    #expect(lesson.minutes == 8)
    #expect(lesson.panels.map(\.text) == ["path", "listing", "database", "log"])
    #expect(lesson.digestText.utf8.count == 16)
    let step = try #require(lesson.steps.first)
    #expect(step.title == "A key that everybody wants expires")
    #expect(step.line == SourceLine(9))
    #expect(
      step.setup?.lines.map(\.text) == [
        "pattern cache-aside", "capacity 8", "write user:1 Ada", "read user:1", "tick 61s",
      ])
    #expect(step.setup?.lines.first?.line == SourceLine(11))
    #expect(step.goals.map(\.claim.text).first == "db.loads <= 1 over command")
    #expect(step.goals.map(\.sentence).last == "all of them came after it had expired")
    #expect(step.par == 3)
    let mistake = try #require(step.mistakes.first)
    #expect(mistake.conditions.map(\.text) == ["capacity > 8", "db.loads > 1 over command"])
    #expect(
      mistake.attempt.commands.map(\.text) == ["capacity 100", "tick 61s", "herd user:1 200"])
    #expect(mistake.feedback.source.text.hasPrefix("More room does not help"))
  }

  @Test func `a prediction computes its options`() throws {
    let lesson = try Fixture.lesson("40-stampedes/10-thundering-herd.md")
    let prediction = try #require(lesson.steps.first?.predictions.first)
    #expect(prediction.commands == SourceText("herd user:1 200", line: SourceLine(18)))
    #expect(prediction.question.source.text == "How many loads reach the database?")
    #expect(prediction.options.map(\.isRight) == [true, false, false])
    #expect(prediction.options[1].text.computations.first?.commands == ["guard coalesce"])
    #expect(prediction.options[1].line == SourceLine(21))
    #expect(
      prediction.options[2].feedback?.source.text
        == "That is how many it can serve at once, not how many it is asked for.")
  }

  @Test func `text is kept with its styles`() throws {
    let lesson = try Fixture.lesson("20-reading-and-writing/10-cache-aside.md")
    #expect(lesson.introduction.map(\.plainText) == ["Every kind of block stands in this lesson. "])
    let before = lesson.steps[0].before
    #expect(
      before[0].kind
        == .paragraph([
          ProseSpan("A small web service. Requests come from the "), ProseSpan("left", .emphasis),
          ProseSpan(". Some turn round at the "), ProseSpan("cache", .strong),
          ProseSpan(", some go on to the "), ProseSpan("database", .code), ProseSpan("."),
        ]))
    guard case .list(nil, let bullets) = before[1].kind,
      case .list(1?, let numbers) = before[2].kind
    else {
      Issue.record("no lists: \(before)")
      return
    }
    #expect(bullets.map { Prose.plainText($0) } == ["hits cost 1 ms", "misses cost 102 ms"])
    #expect(numbers.count == 2)
    #expect(before[3].plainText == "Ask twice.")
    #expect(before[4].kind == .heading(level: 3, [ProseSpan("A heading inside")]))
    #expect(before[5].kind == .code(language: "nginx", lines: ["proxy_cache_lock on;"]))
  }

  @Test func `what stands below a question or the goals comes later`() throws {
    let step = try Fixture.lesson("20-reading-and-writing/10-cache-aside.md").steps[0]
    #expect(step.before.last?.plainText == "Now read it.")
    #expect(step.text(answered: 0).last?.plainText == "proxy_cache_lock on;")
    #expect(step.text(answered: 1).last?.plainText == "Now read it.")
    #expect(step.after.map(\.plainText) == ["You have read it."])
  }

  @Test func `scripts leave comments out and count their commands`() throws {
    let step = try Fixture.lesson("20-reading-and-writing/10-cache-aside.md").steps[0]
    #expect(step.setup?.commands.map(\.text).last == "rows user:1=Ada user:2=Bea")
    #expect(step.setup?.commandCount == 3)
    #expect(step.opening?.commandCount == 2)
    #expect(step.solutions.map(\.commandCount) == [2, 3])
    #expect(step.par == 2)
  }

  @Test func `captions, hints and permissions are read`() throws {
    let step = try Fixture.lesson("20-reading-and-writing/10-cache-aside.md").steps[0]
    #expect(step.watches.map(\.event) == ["miss", "line 5", "queue > 0"])
    #expect(step.watches.map(\.pauses) == [true, false, true])
    #expect(step.watches[0].caption.source.text == "1 ms: not here")
    #expect(step.hints.map(\.isRunnable) == [false, false, true, true])
    #expect(step.hints[0].conditions.map(\.text) == ["misses == 0"])
    #expect(step.hints[2].commands.map(\.text) == ["read user:7"])
    #expect(step.hints[3].text.isEmpty)
    #expect(step.refusal(of: "del")?.why == "This time nobody changes anything.")
    #expect(step.refusal(of: "SET")?.why == "Only reading.")
    #expect(step.refusal(of: "READ") == nil)
  }

  @Test func `predictions may want a letter, a number or words`() throws {
    let step = try Fixture.lesson("20-reading-and-writing/10-cache-aside.md").steps[0]
    #expect(step.predictions.map(\.form) == [.choice, .number(.relative(0.05)), .words])
    #expect(
      step.predictions[0].options.map(\.misconception) == [
        nil, "fill-is-free", "miss-costs-only-the-load",
      ])
    #expect(step.predictions[0].options[1].feedback?.source.text == "Line 6 is part of the read.")
    #expect(step.predictions[0].options[2].feedback == nil)
    #expect(step.predictions[1].right?.text.source.text == "{moved}")
    #expect(LessonPrediction.Tolerance.relative(0.05).distance(from: 200) == 10)
  }

  @Test func `an order becomes a program`() throws {
    let order = try #require(
      try Fixture.lesson("20-reading-and-writing/10-cache-aside.md").steps[1].order)
    #expect(order.answers == [[4, 5, 3, 2, 1]])
    #expect(order.proof.commandCount == 2)
    #expect(order.feedback.map(\.answer) == [[4, 3, 2, 5, 1]])
    #expect(
      order.listing(for: [4, 5, 3, 2, 1]) == """
        def read(key):
            value = cache.get(key)
            if value is not None:
                return value
            value = db.load(key)
            cache.set(key, value, ttl=60s)
            return value

        """)
  }

  @Test func `a contrast has two lanes and one workload`() throws {
    let lesson = try Fixture.lesson("20-reading-and-writing/10-cache-aside.md")
    let contrast = try #require(lesson.steps[2].contrast)
    #expect(contrast.left.text == "pattern none")
    #expect(contrast.right.text == "pattern cache-aside")
    #expect(contrast.workload.lines.map(\.text) == ["capacity 8", "traffic zipf 1000 keys=20"])
    #expect(contrast.goals.map(\.claim.subject.lane) == [.right])
    #expect(lesson.steps[2].listing?.text.split(separator: "\n").count == 3)
    #expect(lesson.steps[2].listing?.text.hasSuffix("    return value\n") == true)
    #expect(lesson.steps[2].allGoals.count == 1)
    #expect(
      lesson.production.map(\.plainText) == [
        "SET user:1 … EX 60 is line 6, see the manual (https://redis.io).", "Spring: @CacheEvict.",
      ])
    #expect(lesson.par == 2)
  }

  @Test func `line ends of another system and a byte order mark do not matter`() throws {
    let text = try Fixture.text("40-stampedes/10-thundering-herd.md")
    let other = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    let path = "40-stampedes/10-thundering-herd.md"
    var lesson = try LessonFile.parse(text: other, path: path)
    let plain = try LessonFile.parse(text: text, path: path)
    #expect(lesson.digest != plain.digest)
    lesson.digest = plain.digest
    #expect(lesson == plain)
  }

  @Test(arguments: LessonBlock.allCases)
  func `the example of every block reads without an error`(block: LessonBlock) throws {
    let header = """
      ---
      format: 1
      id: a
      title: A
      minutes: 1
      panels: [path]
      ---
      ## Step

      """
    let lesson = try LessonFile.parse(text: header + block.example, path: "a.md")
    let empty = try LessonFile.parse(text: header, path: "a.md")
    #expect(lesson.steps != empty.steps)
    #expect(!block.summary.isEmpty)
  }

  @Test func `a draft is told what it still owes`() throws {
    let lesson = try Fixture.lesson("40-stampedes/10-thundering-herd.md")
    let path = "40-stampedes/10-thundering-herd.md"
    #expect(
      lesson.missingProofs().map(\.message) == [
        "\(path):9: the step has 1 hint — write at least 3, from a nudge to a command",
        "\(path):9: the last hint cannot be run — "
          + "end it with run: and the commands that solve it",
        "\(path):3: the lesson has 1 mistake — "
          + "write at least 2 with the feedback that they deserve",
        "\(path):3: no step shows a second way to solve it — add another solution block to one",
        "\(path):3: the lesson has no contrast — end it with a contrast block",
        "\(path):3: the lesson does not say how it is done in production — "
          + "add a last part: ## In production",
      ])
  }
}
