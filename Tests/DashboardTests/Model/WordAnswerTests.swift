import LessonFiles
import Screen
import Testing
import Tutor

@testable import Dashboard

struct WordAnswerTests {
  static let text = """
    ---
    format: 1
    id: words
    title: Words
    minutes: 1
    panels: [path, queue]
    ---
    ## Which of them?
    Two writes wait.
    ```setup
    pattern write-behind
    write cart:3 8
    write cart:5 2
    ```
    ```predict crash cache
    Which keys lose something?
    - [*] {lost.keys}
    - [ ] none => write-behind-is-durable: What waits in memory is gone with it.
    ```
    ```watch
    lost pause: promised, and gone
    ```
    ```goal
    lost == 2   both are lost
    ```
    """

  private func stand() throws -> Stand {
    let lesson = try LessonFile.parse(text: Self.text, path: "words.md")
    var tutor = try Tutor(lessons: [lesson], patterns: Stand.patterns(), seed: 7)
    try tutor.startLesson("words")
    var stand = try Stand()
    stand.model = Model(tutor, settings: Settings(), size: Size(width: 80, height: 24))
    return stand
  }

  @Test func `blanks, colons and dots of an answer in words are no keys`() throws {
    var stand = try stand()
    stand.type("cart:3 cart:5")
    #expect(stand.model.prompt.text == "cart:3 cart:5")
    stand.press(.key(.enter))
    #expect(stand.model.tutor.run?.questions.first?.answer?.isRight == true)
  }

  @Test func `a word that is no key is marked, and waits to be corrected`() throws {
    var stand = try stand()
    stand.enter("cart:3 crat:5")
    #expect(stand.model.notice?.text.hasPrefix("There is no key crat:5") == true)
    #expect(stand.model.tutor.run?.questions.first?.answer == nil)
    #expect(stand.model.prompt.text.hasSuffix("cart:3 crat:5"))
    stand.press(.control("u"))
    stand.enter("cart:3 cart:5")
    #expect(stand.model.tutor.run?.questions.first?.answer?.isRight == true)
  }

  @Test func `the lesson may stop at what a command does at once`() throws {
    var stand = try stand()
    stand.enter("none")
    stand.press(.control("u"))
    stand.enter("crash cache")
    #expect(stand.model.playhead.state == .paused("promised, and gone"))
    let rows = stand.frame().rows
    #expect(rows.contains { $0.contains("✗ cart:3") && $0.contains("lost") })
    #expect(rows.contains { $0.contains("✗ cart:5") && $0.contains("lost") })
    stand.press(.typed(" "))
    stand.wait()
    #expect(stand.model.playhead.state == .resting)
    #expect(stand.frame().rows.contains { $0.contains("It was") && $0.contains("cart:3 cart:5") })
  }
}
