import LessonFiles
import Screen
import Testing
import Tutor

@testable import Dashboard

/// What is typed to answer a question.
@Suite struct AnswerTests {
  @Test func `an answer of several words keeps its blanks`() throws {
    let text = """
      ---
      format: 1
      id: words
      title: Words
      minutes: 1
      panels: [path]
      ---
      ## Who?
      ```setup
      rows a=1
      ```
      ```predict
      Who reloads?
      - [*] B D E
      ```
      ```goal
      misses == 1   one miss
      ```
      ```solution
      read a
      ```
      """
    let lesson = try LessonFile.parse(text: text, path: "words.md")
    var tutor = try Tutor(lessons: [lesson], patterns: Stand.patterns(), seed: 7)
    try tutor.startLesson("words")
    var model = Model(tutor)
    for letter in "B D ?" { _ = update(&model, .input(.typed(letter))) }
    #expect(model.prompt.text == "B D ?")
    _ = update(&model, .input(.key(.enter)))
    #expect(model.tutor.run?.questions.first?.said == "B D ?")
  }
}
