import Testing
import Tutor

@Suite struct ScriptTests {
  @Test(arguments: [
    ("read a ; read b", ["read a", "read b"]),
    ("read a # then b", ["read a"]),
    ("SET a \"b;c # d\" ; read a", ["SET a \"b;c # d\"", "read a"]),
    ("SET a \"\\\";\" ; read a", ["SET a \"\\\";\"", "read a"]),
    ("read page#top", ["read page#top"]),
    (" ; ;", []),
    ("# all comment", []),
  ])
  func `semicolons part commands and a comment ends them`(line: String, commands: [String]) {
    #expect(LessonScript.commands(in: line) == commands)
  }

  @Test(arguments: [
    ("use `read`, then `GET`", ["use ", "read", ", then ", "GET"]),
    ("`read`", ["read"]), ("no code", ["no code"]), ("lonely ` mark", ["lonely ` mark"]),
    ("", []),
  ])
  func `backquotes in a sentence mark code`(sentence: String, parts: [String]) {
    #expect(ProseSpan.spans(ofSentence: sentence).map(\.text) == parts)
  }

  @Test func `double asterisks in a sentence mark terms, but none in code`() {
    let spans = ProseSpan.spans(ofSentence: "the **knee**: `a ** b ** c` is 2 ** 3")
    #expect(
      spans == [
        ProseSpan("the "), ProseSpan("knee", .strong), ProseSpan(": "),
        ProseSpan("a ** b ** c", .code), ProseSpan(" is 2 ** 3"),
      ])
  }

  @Test(
    arguments: [
      ("60s", 60_000_000), ("450ms", 450_000), ("1.5 s", 1_500_000), ("10m", 600_000_000),
      ("1h", 3_600_000_000), ("0", 0), ("2us", 2),
    ] as [(String, Int64)])
  func `durations are microseconds`(text: String, microseconds: Int64) {
    #expect(Quantity.duration(text) == microseconds)
  }

  @Test(arguments: ["60", "s", "-", "1.2.3s", "1e9s", "60 parsecs", "", "999999999999999999d"])
  func `what is no duration is none`(text: String) {
    #expect(Quantity.duration(text) == nil)
  }
}
