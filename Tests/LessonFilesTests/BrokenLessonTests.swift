import LessonFiles
import Testing
import Tutor

/// One broken thing each, and the exact message.
@Suite struct BrokenLessonTests {
  private static let header = """
    ---
    format: 1
    id: a-lesson
    title: A lesson
    minutes: 5
    panels: [path]
    ---
    ## First
    """

  private func messages(_ text: String) -> [String] {
    do {
      _ = try LessonFile.parse(text: text, path: "a.md")
      return []
    } catch {
      return error.messages
    }
  }

  @Test(arguments: [
    (
      "hello\n",
      "a.md:1: the file does not start with front matter — "
        + "begin with a line ---, the lesson's keys, and a line ---"
    ),
    (
      "---\nformat: 1\n",
      "a.md:1: the front matter is never closed — add a line --- after its keys"
    ),
    (
      "---\nformat: 7\nid: x\n---\n```nonsense\n```\n",
      "a.md:2: this lesson has format 7, and this cachetutor reads up to 1 — upgrade cachetutor"
    ),
    (
      "---\nformat: 0\nid: x\n---\n",
      "a.md:2: this lesson has format 0, and lessons begin with format 1 — "
        + "upgrade the lesson: format: 1"
    ),
    (
      "---\nformat: 1\nid: &x y\n---\n",
      "a.md:3: front matter has no anchors (&name) — write plain values and [lists]"
    ),
    (
      "---\nformat: 1\nid: *x\n---\n",
      "a.md:3: front matter has no aliases (*name) — write plain values and [lists]"
    ),
    (
      "---\nformat: !!int 1\n---\n",
      "a.md:2: front matter has no tags (!name) — write plain values and [lists]"
    ),
    (
      "---\nformat: 1\nneeds: [[a], b]\n---\n",
      "a.md:3: front matter has no nested values — write plain values and [lists]"
    ),
    (
      "---\nformat: 1\nid:\n  deep: er\n---\n",
      "a.md:4: front matter has no nested values — write plain values and [lists]"
    ),
    (
      "---\n%TAG ! x:\n--- \nid: a\n---\n",
      "a.md:3: the front matter is no YAML: did not find expected <document start> — "
        + "write key: value lines"
    ),
    (
      "---\nformat: 1\nid: [a\n---\n",
      "a.md:4: the front matter is no YAML: did not find expected ',' or ']' — "
        + "write key: value lines"
    ),
    (
      "---\njust words\n---\n",
      "a.md:2: the front matter is no YAML: it does not begin with a key — write key: value lines"
    ),
  ])
  func `a broken front matter stops at its fault`(text: String, message: String) {
    #expect(messages(text) == [message])
  }

  @Test(arguments: [
    (
      "title: A lesson", "titel: A lesson",
      [
        "a.md:1: the front matter has no title: — add, for example, title: The thundering herd",
        "a.md:4: titel: is no key of a lesson — did you mean title:?",
      ]
    ),
    (
      "title: A lesson", "title: A lesson\ntitle: B",
      [
        "a.md:5: title: stands twice — take one of them out"
      ]
    ),
    (
      "title: A lesson", "title: [A]",
      ["a.md:4: title: (a list) is not a text — write a text there"]
    ),
    (
      "minutes: 5", "minutes: soon",
      [
        "a.md:5: minutes: soon is not a number from 1 to 120 — write a number from 1 to 120 there"
      ]
    ),
    (
      "panels: [path]", "panels: path",
      [
        "a.md:1: the front matter has no panels: — add, for example, panels: [path, listing]",
        "a.md:6: panels: path is not a list such as [a, b] — write a list such as [a, b] there",
      ]
    ),
    (
      "id: a-lesson", "id: A lesson",
      [
        "a.md:3: A lesson is no identity — use lower-case letters, digits and hyphens, at most 48"
      ]
    ),
    (
      "## First", "Text alone.",
      [
        "a.md:1: the lesson has no step — begin one with a line ## Title"
      ]
    ),
    ("## First", "##", ["a.md:8: the step has no title — write one after ##"]),
    (
      "## First", "# Title\n## First",
      [
        "a.md:8: # Title is a second title — the title stands in the front matter; write ##"
      ]
    ),
    (
      "## First", "```goal\nhits >= 1  a hit\n```\n## First",
      [
        "a.md:8: goal stands before the first step — put it under a ## heading"
      ]
    ),
  ])
  func `front matter and headings are checked together`(
    part: String, replacement: String, expected: [String]
  ) {
    #expect(messages(Self.header.replacing(part, with: replacement)) == expected)
  }

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
    #expect(messages(Self.header + "\n" + body + "\n") == expected.map { "a.md:" + $0 })
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
    let text = Self.header + "\n```predict read a\n" + body + "\n```\n"
    #expect(messages(text) == expected.map { "a.md:" + $0 })
  }

  @Test func `what is too large names its limit`() {
    let long = Self.header + "\n```setup\n" + String(repeating: "read a ", count: 200) + "\n```\n"
    #expect(messages(long) == ["a.md:10: the line is longer than 1024 bytes — split it"])
    let many = Self.header + "\n```setup\n" + String(repeating: "read a\n", count: 201) + "```\n"
    #expect(messages(many) == ["a.md:9: the setup has more than 200 lines — split it"])
    let steps = Self.header + "\n" + String(repeating: "## More\n", count: 20)
    #expect(messages(steps) == ["a.md:28: more than 20 steps — split the lesson"])
    let file = Self.header + "\n" + String(repeating: "word ", count: 30_000)
    #expect(messages(file).first?.hasSuffix("131072 is the limit — split the lesson") == true)
    let options = (1...10).map { "- [\($0 == 1 ? "x" : " ")] \($0)\n" }.joined()
    #expect(
      messages(Self.header + "\n```predict\nHow many?\n\(options)```\n") == [
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
