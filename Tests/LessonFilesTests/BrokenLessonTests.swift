import LessonFiles
import Testing
import Tutor

/// One broken thing each, and the exact message.
@Suite struct BrokenLessonTests {
  @Test(arguments: [
    ("```gaol\nhits >= 1  a hit\n```", ["9: gaol is no block of a lesson — did you mean goal?"]),
    (
      "```zzzzzz\nx\n```",
      [
        "9: zzzzzz is no block of a lesson — for plain code write text after the fence"
      ]
    ),
    (
      "```setup\nread a\n",
      [
        "9: the fence of setup is never closed — end it with a line of as many backquotes"
      ]
    ),
    ("```setup\n\n```", ["9: the setup is empty — fill it, or take it out"]),
    (
      "```setup now\nread a\n```",
      [
        "9: setup takes no words on its fence: now — put them inside the block"
      ]
    ),
    (
      "```setup\nread a\n```\n```setup\nread b\n```",
      [
        "12: the step has a second setup, the first is in line 9 — join the two"
      ]
    ),
    (
      "> ```goal\n> hits >= 1  a hit\n> ```",
      [
        "9: goal stands inside a list or a quote — move it to the margin"
      ]
    ),
    (
      "Press <b>Enter</b>.",
      [
        "9: a terminal shows no HTML: <b> — take it out; comments <!-- … --> may stay",
        "9: a terminal shows no HTML: </b> — take it out; comments <!-- … --> may stay",
      ]
    ),
    (
      "> > > > > > > > deep",
      [
        "9: lists and quotes stand more than 6 deep — use fewer levels"
      ]
    ),
    (
      "```goal\nhits >= 1\n```",
      [
        "10: the goal hits >= 1 has no sentence for the learner — "
          + "add one after two blanks: hits >= 1  what must be true, in words"
      ]
    ),
    (
      "```goal\nhist >= 1  a hit\nhits => 1  a hit\n```",
      [
        "10: hist is no word of claims — did you mean hits?", "11: = compares nothing — write ==",
      ]
    ),
    (
      "```mistake\nToo bad.\n```",
      [
        "9: the mistake has no when: — add, for example, when: capacity > 8",
        "9: the mistake has no try: — add, for example, try: capacity 100",
      ]
    ),
    (
      "```mistake\nwhen:\ntry: read a\n```",
      [
        "9: the mistake has no feedback — add, for example, a sentence that says what is still wrong",
        "10: nothing follows when: — fill it, or take out the line",
      ]
    ),
    (
      "```hint\nwhen: hits == 1 or 2\nLook.\n```",
      [
        "10: hits is a number and cannot be compared with 1 or 2 — "
          + "write, for example, hits >= 1"
      ]
    ),
    (
      "```deny\nBecause.\n```",
      [
        "9: deny names no verb — write them on the fence: deny read"
      ]
    ),
    (
      "```deny read\n```",
      [
        "9: the deny does not say why — write a sentence for the learner inside it"
      ]
    ),
    (
      "```watch\nsomething happens\n```",
      [
        "10: something happens names no event — write EVENT: caption, such as miss: …"
      ]
    ),
    (
      "```contrast\nleft: pattern none\n```",
      [
        "9: the contrast has no right: — add, for example, right: pattern cache-aside",
        "9: the contrast has no workload — add, for example, traffic zipf 1000 keys=20",
      ]
    ),
    (
      "```order\n1 return value\n3 value = db.load(key)\nanswer: 1 1\nproof: read a\n```",
      [
        "9: the order has no two lines to sort — add, for example, 1 return value",
        "11: 3 value = db.load(key) is no line of an order — "
          + "write 2 and the line to sort, or answer:, proof:, head: or 2 1 => feedback",
        "12: 1 1 is no order of these lines — write numbers from 1 to 1, each at most once",
      ]
    ),
    (
      "```order\n1 a()\n2 b()\n```",
      [
        "9: the order has no answer: — add, for example, answer: 2 1",
        "9: the order has no proof: — add, for example, proof: read user:9 ; read user:9",
      ]
    ),
  ])
  func `a broken block says which line, what and how to put it right`(
    body: String, expected: [String]
  ) {
    #expect(
      BrokenLesson.messages(BrokenLesson.header + "\n" + body + "\n")
        == expected.map { "a.md:" + $0 })
  }

  @Test(arguments: [
    ("- [x] 1\n- [ ] 2", ["9: the predict asks nothing — write the question above its options"]),
    (
      "How many?\n- [x] 1",
      [
        "9: the predict has fewer than two options — add the answer of a rival"
      ]
    ),
    (
      "How many?\n- [ ] 1\n- [ ] 2",
      [
        "9: no option is marked as right — write [x] before it"
      ]
    ),
    (
      "How many?\n- [x] 1\n- [x] 2",
      [
        "12: several options are marked as right — leave one [x]"
      ]
    ),
    (
      "How many?\n- [x] 1\n- [=] 2",
      [
        "12: [x], [=] and [*] stand in one predict — ask for a letter, a number or words"
      ]
    ),
    (
      "How many?\n- [x] 1\n- [ ] 2\n- [ ] 2",
      [
        "13: the option 2 stands twice — make them different"
      ]
    ),
    (
      "How many?\n- (x) 1\n- [x] 1\n- [ ] 2",
      [
        "11: - (x) 1 is no option — write - [ ] text, - [x] the right one, or - [=] a number"
      ]
    ),
    ("How many?\n- [=] {moved} ± few", ["11: ± few is no distance — write ± 5 % or ± 10"]),
    (
      "How many?\n- [x] {moved\n- [ ] {hits |}",
      [
        "11: the brace of {moved is never closed — add }, or write {{ for a brace itself",
        "12: no command follows the bar in {hits |} — "
          + "write the rival's commands there, or take out the bar",
      ]
    ),
  ])
  func `a broken prediction says which line, what and how to put it right`(
    body: String, expected: [String]
  ) {
    let text = BrokenLesson.header + "\n```predict read a\n" + body + "\n```\n"
    #expect(BrokenLesson.messages(text) == expected.map { "a.md:" + $0 })
  }

  @Test func `what is too large names its limit`() {
    let long =
      BrokenLesson.header + "\n```setup\n" + String(repeating: "read a ", count: 200) + "\n```\n"
    #expect(
      BrokenLesson.messages(long) == ["a.md:10: the line is longer than 1024 bytes — split it"])
    let many =
      BrokenLesson.header + "\n```setup\n" + String(repeating: "read a\n", count: 201) + "```\n"
    #expect(BrokenLesson.messages(many) == ["a.md:9: the setup has more than 200 lines — split it"])
    let steps = BrokenLesson.header + "\n" + String(repeating: "## More\n", count: 20)
    #expect(BrokenLesson.messages(steps) == ["a.md:28: more than 20 steps — split the lesson"])
    let file = BrokenLesson.header + "\n" + String(repeating: "word ", count: 30_000)
    #expect(
      BrokenLesson.messages(file).first?.hasSuffix("131072 is the limit — split the lesson") == true
    )
    let options = (1...10).map { "- [\($0 == 1 ? "x" : " ")] \($0)\n" }.joined()
    #expect(
      BrokenLesson.messages(BrokenLesson.header + "\n```predict\nHow many?\n\(options)```\n") == [
        "a.md:20: the predict has more than 9 options — take some out"
      ])
  }

  @Test func `bytes that are no text are named by their line`() {
    do {
      _ = try LessonFile.parse(bytes: Array("---\nid: ".utf8) + [0xC3, 0x28], path: "a.md")
      Issue.record("parsed")
    } catch {
      #expect(error.messages == ["a.md:2: the line is not UTF-8 text — save the file as UTF-8"])
    }
  }
}
