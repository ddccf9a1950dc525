import CacheEngine
import FuzzSupport
import LessonFiles
import Testing
import Tutor

@Suite struct LessonFuzzTests {
  /// Pieces that mean something to a lesson, to Markdown or to YAML.
  private static let pieces = [
    "```", "````", "~~~", "\n", "\n\n", "---\n", "## ", "# ", "- [x] ", "- [ ] ", "=> ", "{", "}",
    "|", "when: ", "try: ", "(", ")", "\"", " over ", " and ", "&a ", "*a ", "!!str ", "[", "]",
    "> ", "- ", "<b>", "<!--", "\u{0}", "± ", "goal\n", "predict x\n", "order\n", "answer: 9 9\n",
    "format: 2\n", "💥", "\t", "\r",
  ]

  @Test func `no bytes crash the reader, and every error has a line of the file`() throws {
    var random = SeededRandom(seed: 2_026)
    let texts = try [
      "40-stampedes/10-thundering-herd.md", "20-reading-and-writing/10-cache-aside.md",
    ].map { Array(try Fixture.text($0).utf8) }
    for round in 0..<FuzzRounds.rounds(2_500) {
      var bytes = texts[random.below(texts.count)]
      for _ in 0..<(1 + random.below(5)) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(40)))
        case 2:
          bytes.insert(contentsOf: Self.pieces[random.below(Self.pieces.count)].utf8, at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [10] }
      }
      do {
        let lesson = try LessonFile.parse(bytes: bytes, path: "f.md")
        #expect(!lesson.id.isEmpty, "round \(round)")
      } catch {
        let lines = bytes.filter { $0 == 10 }.count + 1
        #expect(!error.all.isEmpty, "round \(round)")
        for fault in error.all {
          #expect((1...lines).contains(fault.line.number), "round \(round): \(fault.message)")
          #expect(!fault.message.contains("\n"), "round \(round): \(fault.message)")
        }
      }
    }
  }

  @Test func `a message that quotes several lines stays on one`() {
    let text = "---\nformat: 1\nid: \"a\\nb\"\ntitle: A\nminutes: 1\npanels: [path]\n---\n## S\n"
    let error = #expect(throws: LessonErrors.self) {
      try LessonFile.parse(text: text, path: "f.md")
    }
    let messages = error?.all.map(\.message) ?? []
    #expect(messages.contains { $0.hasPrefix("f.md:3: a b is no identity") }, "\(messages)")
    #expect(messages.allSatisfy { !$0.contains("\n") })
  }

  @Test func `nothing that nests or repeats without end is followed`() {
    let front = "---\nformat: 1\nid: a\ntitle: A\nminutes: 1\npanels: [path]\n---\n## S\n"
    let bodies = [
      String(repeating: "> ", count: 20_000) + "x", String(repeating: "- ", count: 20_000) + "x",
      String(repeating: "*", count: 50_000) + "x" + String(repeating: "*", count: 50_000),
      String(repeating: "[", count: 50_000), String(repeating: "`a`", count: 30_000),
      "```goal\n" + String(repeating: "cached(", count: 150) + "\n```\n",
      "```goal\ncached(" + String(repeating: "(", count: 900) + "\n```\n",
    ]
    for body in bodies {
      _ = try? LessonFile.parse(text: front + body, path: "f.md")
    }
    let headers = [
      String(repeating: "[", count: 4_000), "a: &a [x]\nb: [*a,*a,*a]\n",
      String(repeating: "a: {", count: 900), "? " + String(repeating: "- ", count: 2_000),
    ]
    for header in headers {
      #expect(throws: LessonErrors.self) {
        try LessonFile.parse(text: "---\n\(header)\n---\n## S\n", path: "f.md")
      }
    }
  }
}
