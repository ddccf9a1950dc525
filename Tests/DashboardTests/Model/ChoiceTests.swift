import Screen
import Testing

@testable import Dashboard

/// Letters at a question: alone they choose, together they are words.
struct ChoiceTests {
  private func asked() throws -> Stand {
    var stand = try Stand("thundering-herd")
    stand.wait()
    #expect(stand.model.situation == .predicting)
    return stand
  }

  @Test(arguments: [
    "begin read page:home", "back", "capacity 5", "answer b", "read page:home", "DEL page:home",
    "db workers=5", "help read", "edit 5 x", "cut A", "evict page:home", "finish all", "GET x",
  ])
  func `every command can be typed at a question, letter by letter`(line: String) throws {
    var stand = try asked()
    stand.type(line)
    #expect(stand.model.prompt.text == line)
    #expect(stand.model.choice == nil)
  }

  @Test func `a lone letter chooses, and Backspace leads back to it`() throws {
    var stand = try asked()
    stand.type("b")
    #expect(stand.model.choice == 1)
    #expect(stand.model.prompt.isEmpty)
    #expect(stand.frame().rows[21].hasPrefix(" › b  Enter locks it in"))
    stand.type("e")
    #expect(stand.model.prompt.text == "be")
    #expect(stand.model.situation == .typing)
    stand.press(.key(.backspace))
    #expect(stand.model.choice == 1)
    #expect(stand.model.situation == .predicting)
    stand.press(.key(.backspace))
    #expect(stand.model.choice == nil)
    #expect(stand.model.situation == .predicting)
  }

  @Test func `somebody who thinks again presses another letter`() throws {
    var stand = try asked()
    stand.type("a")
    stand.type("c")
    #expect(stand.model.choice == 2)
    stand.type("b")
    #expect(stand.model.choice == 1)
    stand.press(.key(.enter))
    #expect(stand.model.tutor.run?.questions[0].answer?.given == "b")
  }

  @Test func `keys that act at once still do while an answer is marked`() throws {
    var stand = try asked()
    stand.type("b?")
    #expect(stand.model.overlay == .help(filter: ""))
    stand.press(.key(.escape))
    #expect(stand.model.choice == 1)
    stand.press(.control("u"))
    #expect(stand.model.choice == nil)
  }

  @Test func `a number may begin with a point or a sign, and a word is a command`() throws {
    var stand = try Stand("hash-ring")
    stand.wait()
    guard stand.model.question?.prediction.form != nil else { return }
    stand.type(".5")
    #expect(stand.model.prompt.text == ".5")
    #expect(stand.model.situation == .answering)
    stand.press(.control("u"))
    stand.type("policy l")
    #expect(stand.model.situation == .typing)
    #expect(stand.frame().rows[21].contains("policy l"))
  }
}
