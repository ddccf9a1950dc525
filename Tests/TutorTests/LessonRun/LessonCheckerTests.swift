import LessonFiles
import Testing
import Tutor

@Suite struct LessonCheckerTests {
  @Test func `a whole lesson is proved, and everything in it is counted`() throws {
    let proof = try prove(WholeLesson.text)
    #expect(proof.errors.map(\.message) == [])
    #expect(
      proof.listing == [
        "whole: proved — 4 steps, 4 goals, 3 solutions, 3 mistakes, 9 hints, 2 predictions, "
          + "2 orders, 1 contrast",
        "1 lesson, 4 steps, 10 proofs run: all hold",
      ])
  }

  /// A passage of the whole lesson, what takes its place, the words on whose line the complaint
  /// stands, and the complaint.
  static let broken: [(passage: String, other: String, place: String, complaint: String)] = [
    (
      "SET, traffic",
      "SET, trafic, traffic",
      "teaches:",
      "there is no command trafic — did you mean traffic?"
    ),
    (
      "teaches: [read, ",
      "teaches: [",
      "```predict read b",
      "nobody has taught read yet — add it to teaches:, or the lesson that teaches it "
        + "to needs:"
    ),
    (
      "capacity 4\nrows",
      "capacty 4\nrows",
      "capacty 4",
      "capacty 4 is no command: There is no command capacty — help lists all commands"
    ),
    (
      "capacity 4\nrows",
      "node remove Z\nrows",
      "node remove Z",
      "node remove Z does not work here: There is no node Z — try it in the "
        + "lesson"
    ),
    (
      "```opening\nread a\n",
      "```opening\nfinish A\n",
      "finish A",
      "finish A does not work here: No request A waits for you — try it in the lesson"
    ),
    (
      "```opening\nread a\n```",
      "```deny fly\nNobody flies.\n```",
      "```deny fly",
      "there is no command fly"
    ),
    (
      "read b\nread a\n```",
      "read c\nread a\n```",
      "```solution\nread c",
      "solution 2 does not solve the step: b is in the cache — not yet — put the "
        + "commands right, or the goal"
    ),
    (
      "try: read c",
      "try: read b ; read b",
      "try: read b ; read b",
      "read b ; read b is called a mistake and solves the step — make the goal "
        + "stricter"
    ),
    (
      "try: GET b",
      "try: read c",
      "try: read c\nNobody",
      "read c brings up the feedback of line 52 instead — make the when: of line 52 "
        + "stricter, or put this mistake before it"
    ),
    (
      "when: misses == 0",
      "when: misses == 7",
      "try: read a\n",
      "read a does not bring up its feedback — put when: right: it is judged after "
        + "the last command of the try"
    ),
    (
      "run: read b ; read b",
      "run: GET a",
      "run: GET a",
      "the last hint gets nobody further: GET a — let it run what solves the step"
    ),
    (
      "run: read b ; read b",
      "Read it twice.",
      "## A stranger",
      "the last hint cannot be run — end it with run: and the commands that solve it"
    ),
    (
      "{slowest | SET b Bea}",
      "{slowest | pattern none ; capacity 5}",
      "- [ ] {slowest | pattern none ; capacity 5}",
      "two options say the same: 100 ms and 100 ms — choose another rival, or other "
        + "numbers"
    ),
    (
      "{slowest | SET b Bea}",
      "about {slowest | capacity 5}",
      "- [ ] about",
      "the rival of the option about 102 ms makes no difference — choose one that "
        + "does: its commands run before those of the question"
    ),
    (
      "- [x] {slowest}",
      "- [x] 103 ms",
      "- [x] 103 ms",
      "nothing proves that the right option is 103 ms — compute it, such as {slowest} "
        + "or {db.loads}"
    ),
    (
      "{db.loads | SET b Bea}",
      "{db.loads | capacity 5}",
      "- [ ] {db.loads | capacity 5}",
      "two options say the same: 1 and 1 — choose another rival, or other numbers"
    ),
    (
      "- [=] {db.loads} ± 10 %",
      "- [=] {value(nobody)} ± 10 %",
      "- [=]",
      "{value(nobody)} cannot be computed: nobody is not cached — ask for something that is "
        + "there"
    ),
    (
      "{slowest | pattern none}",
      "{slowest | pattern nobody}",
      "- [ ] {slowest | pattern nobody}",
      "pattern nobody does not work here: There is no pattern nobody — try it in the "
        + "lesson"
    ),
    (
      "How long does it take?",
      "So far {db.loads} loads. How long does it take?",
      "So far",
      "db.loads in the question is 0, and 1 once its commands have run — write the number, or "
        + "put the commands after a bar: {db.loads | COMMANDS}"
    ),
    (
      "miss pause:",
      "flush pause:",
      "flush pause:",
      "nothing that solves the step or goes wrong in it comes to flush — watch for something "
        + "that happens, or take the caption out"
    ),
    (
      "miss pause:",
      "mist pause:",
      "mist pause:",
      "nothing is called mist — write what until takes, such as miss, line 5 or "
        + "queue>0"
    ),
    (
      "answer: 4 5 3 2 1",
      "answer: 4 5 3 1 2",
      "```order",
      "the order 4 5 3 1 2 does not solve the step: the two reads cost one load — now "
        + "2 — put answer: right, or the goal"
    ),
    (
      "4 5 3 1 2 =>",
      "4 5 3 2 1 =>",
      "4 5 3 2 1 =>",
      "the order 4 5 3 2 1 solves the step and has feedback for a wrong one — add it "
        + "to the answers, or make the goal stricter"
    ),
    (
      "right.db.loads < left",
      "right.db.loads > left",
      "```contrast",
      "the contrast does not come out as it says: the cache saves loads — now 2, "
        + "compared with 4 — put its goals or its rules right"
    ),
    (
      "Nobody has asked for b yet.",
      String(repeating: "many words ", count: 60),
      "many words",
      "the text takes 9 lines of an 80×24 screen — keep to 8, or split"
    ),
    (
      "b is in the cache",
      String(repeating: "b ", count: 40) + "is in the cache",
      "cached(b)",
      "the goal takes 107 columns with its distance — keep to 78"
    ),
    (
      "hits >= 2   another reader found something",
      "hits >= 2   one\nhits >= 2   two\nhits >= 2   three\nhits >= 2   four",
      "cached(b)",
      "5 goals do not fit an 80×24 screen — ask for 4 at most"
    ),
    (
      "1 return value",
      "1 return value or " + String(repeating: "value or ", count: 8) + "0",
      "1 return value or",
      "the line takes 89 columns — keep to 72"
    ),
    (
      "That was somebody else.",
      "{db.loads | pattern nobody} loads.",
      "{db.loads | pattern nobody}",
      "pattern nobody does not work here: There is no pattern nobody — try it in the "
        + "lesson"
    ),
    (
      "```goal\ncached(b)   b is in the cache\nhits >= 2   another reader found something\n```\n",
      "",
      "## A stranger",
      "the step has a solution and no goal — add a goal block"
    ),
  ]

  @Test(arguments: broken)
  func `a broken lesson is told where, what and how to put it right`(
    _ row: (passage: String, other: String, place: String, complaint: String)
  ) throws {
    let text = WholeLesson.broken(row.passage, row.other)
    let line = try #require(WholeLesson.line(of: row.place, in: text), "\(row.place)")
    let messages = try prove(text).errors.map(\.message)
    #expect(
      messages.contains { $0.hasPrefix("whole.md:\(line): \(row.complaint)") },
      "\(line) \(row.complaint)\nbut\n\(messages.joined(separator: "\n"))")
  }

  @Test func `goals that hold by themselves are no goals`() throws {
    let text = WholeLesson.broken(
      "cached(b)   b is in the cache\nhits >= 2", "cached(a)   a is in the cache\nhits >= 1")
    let line = try #require(WholeLesson.line(of: "cached(a)", in: text))
    #expect(
      try prove(text).errors.map(\.message).contains(
        "whole.md:\(line): the goals hold before anybody has done anything: a is in the cache; "
          + "another reader found something — "
          + "ask for what the learner has to bring about, or write over command"))
  }

  @Test func `a verb may be taught by a lesson that is needed, at any distance`() throws {
    let first = try LessonFile.parse(
      text: lesson("## Read\nThis.", id: "first"), path: "first.md")
    let second = try LessonFile.parse(
      text: lesson("## Read\nThis.", id: "second", more: "needs: [first]"), path: "second.md")
    var third = try LessonFile.parse(text: WholeLesson.text, path: "whole.md")
    third.teaches = []
    #expect(!check([first, second, third]).errors.isEmpty)
    third.needs = [SourceText("second", line: SourceLine(3))]
    #expect(check([first, second, third]).errors.map(\.message) == [])
  }

  @Test func `a defect that a lesson names has to break its proof`() throws {
    let named = WholeLesson.text.replacing(
      "minutes: 5", with: "minutes: 5\nmutants: [no-lock, no-locks]")
    let lesson = try LessonFile.parse(text: named, path: "whole.md")
    #expect(
      check([lesson]).errors.map(\.message) == [
        "whole.md:6: no defect is called no-locks — did you mean no-lock?"
      ])
    let proof = LessonChecker.prove([lesson], patterns: Classroom.patterns, seed: 7)
    #expect(
      proof.errors.map(\.message) == [
        "whole.md:6: the lesson does not notice no-lock: a lock is given to everybody — "
          + "ask for something that this breaks, or take it out of mutants:"
      ])
    #expect(proof.mutants.listing == ["whole: notices 0 of 1 defect — no-lock (not at all)"])
  }

  private func prove(_ text: String) throws -> LessonProof {
    check([try LessonFile.parse(text: text, path: "whole.md")])
  }

  private func check(_ lessons: [Lesson]) -> LessonProof {
    LessonChecker.check(lessons, only: ["whole"], patterns: Classroom.patterns, seed: 7)
  }
}
