import LessonFiles
import Testing
import Tutor

/// One broken front matter or heading each, and the exact messages.
@Suite struct BrokenHeaderTests {
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
    #expect(BrokenLesson.messages(text) == [message])
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
    #expect(
      BrokenLesson.messages(BrokenLesson.header.replacing(part, with: replacement)) == expected)
  }
}
