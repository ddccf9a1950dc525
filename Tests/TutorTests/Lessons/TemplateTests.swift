import Testing
import Tutor

@Suite struct TemplateTests {
  @Test func `a piece between braces is a word of claims`() throws {
    let template = try Template.parse("It was {db.loads} loads.")
    #expect(template.computations.map(\.subject.text) == ["db.loads"])
    #expect(template.filled { _ in "200" } == "It was 200 loads.")
  }

  @Test func `a bar brings the commands of a rival`() throws {
    let template = try Template.parse("{db.loads over step | guard lock ; herd \"a;b\" 5}")
    let piece = try #require(template.computations.first)
    #expect(piece.commands == ["guard lock", "herd \"a;b\" 5"])
    #expect(piece.scope == .step)
    #expect(!template.isPlain)
  }

  @Test func `two braces are a brace`() throws {
    let template = try Template.parse("a {{b} c")
    #expect(template.isPlain)
    #expect(template.filled { _ in "" } == "a {b} c")
  }

  @Test(arguments: [
    ("{db.loads", "the brace of {db.loads is never closed — add }, or write {{ for a brace itself"),
    ("{}", "a claim is missing — write one, such as hits >= 1"),
    ("{db.laods}", "db.laods is no word of claims — did you mean db.loads?"),
    (
      "{hits | }",
      "no command follows the bar in {hits | } — "
        + "write the rival's commands there, or take out the bar"
    ),
    (
      "{hits >= 1}",
      ">= 1 follows the claim and means nothing — "
        + "join claims with and; put two blanks before a sentence"
    ),
  ])
  func `a broken template says what is wrong`(text: String, message: String) {
    do {
      let template = try Template.parse(text)
      Issue.record("parsed: \(template)")
    } catch {
      #expect("\(error.message.what) — \(error.message.fix)" == message)
    }
  }
}
