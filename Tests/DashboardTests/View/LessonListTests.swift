import LessonFiles
import Screen
import Simulation
import Testing

@testable import Dashboard
@testable import Tutor

/// The list of lessons, however long it is.
struct LessonListTests {
  /// A stand with so many lessons in chapters of five.
  private func stand(_ count: Int, size: Size = Size(width: 80, height: 24)) throws -> Stand {
    let base = try #require(Stand.library.lessons.first)
    let lessons = (1...count).map { number in
      var lesson = base
      lesson.id = "lesson-\(number)"
      lesson.title = "Lesson number \(number)"
      let chapter = (number - 1) / 5 + 1
      lesson.chapter = LessonChapter(
        number: chapter, title: "Chapter \(chapter)", folder: "\(chapter)")
      if number > 1 { lesson.needs = [SourceText("lesson-\(number - 1)", line: SourceLine(1))] }
      return lesson
    }
    var stand = try Stand(size: size)
    let tutor = try Tutor(lessons: lessons, patterns: Stand.patterns(), seed: 7)
    stand.model = Model(tutor, size: size)
    stand.press(.key(.function(2)))
    return stand
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `every one of 34 lessons can be marked and is then in view`(
    width: Int, height: Int
  ) throws {
    var stand = try stand(34, size: Size(width: width, height: height))
    for number in 1...34 {
      let text = stand.frame(width, height).text
      #expect(text.contains("▶ · Lesson number \(number) "), "\(number)")
      #expect(number > 5 || text.contains("Chapter 1"))
      stand.press(.key(.down))
    }
    stand.press(.typed("g"))
    #expect(stand.frame(width, height).text.contains("▶ · Lesson number 1 "))
    stand.press(.typed("G"))
    #expect(stand.frame(width, height).text.contains("▶ · Lesson number 34"))
    stand.press(.control("u"), .key(.pageUp), .control("d"), .key(.home))
    #expect(stand.frame(width, height).text.contains("▶ · Lesson number 1 "))
  }

  @Test func `what a lesson needs is said, and never bars the way`() throws {
    var stand = try stand(3)
    stand.press(.key(.down))
    let text = stand.frame().text
    #expect(text.contains("Lesson number 2  needs lesson-1"))
    #expect(text.contains("Builds on lesson-1 (not done); it may be begun anyway."))
    stand.press(.key(.enter))
    #expect(stand.model.tutor.run?.lesson.id == "lesson-2")
    #expect(stand.model.notice?.text.contains("lesson-1") == true)
  }

  @Test func `the state of each lesson is a mark, a share and a word`() throws {
    var stand = try stand(4)
    var tutor = stand.model.tutor
    tutor.progress.sittings = 2
    tutor.progress["lesson-1"].solve(step: 1)
    tutor.progress["lesson-1"].finish()
    tutor.progress["lesson-2"].solve(step: 1)
    tutor.progress["lesson-3"].predict(LessonProgress.Prediction(step: 2, number: 1, score: 0))
    _ = update(&stand.model, .loaded(tutor))
    let rows = stand.frame().rows
    #expect(rows.contains { $0.contains("✓ Lesson number 1") && $0.contains("50 %  done") })
    #expect(rows.contains { $0.contains("● Lesson number 2") && $0.contains("50 %  started") })
    #expect(rows.contains { $0.contains("! Lesson number 3") && $0.contains("DUE") })
    #expect(rows.contains { $0.contains("· Lesson number 4") && $0.contains("0 %  pending") })
    stand.press(.key(.down), .key(.down))
    #expect(stand.frame().text.contains("1 question due: review asks what you missed again."))
  }

  @Test func `a slash filters and counts, and arrows move among what is left`() throws {
    var stand = try stand(34)
    stand.press(.typed("/"))
    stand.type("number 1")
    #expect(stand.frame().text.contains("11 of 34 lessons"))
    stand.press(.key(.down), .key(.down), .key(.enter), .key(.enter))
    #expect(stand.model.tutor.run?.lesson.id == "lesson-11")
    stand.press(.key(.function(2)), .typed("/"))
    stand.type("nothing of the kind")
    #expect(stand.frame().text.contains("No lesson is called that."))
    #expect(stand.frame().text.contains("0 of 34 lessons"))
  }

  @Test func `a click marks the lesson under it, filtered or scrolled`() throws {
    var stand = try stand(34)
    stand.press(.typed("G"))
    let rows = stand.frame().rows
    let y = try #require(rows.firstIndex { $0.contains("Lesson number 30") })
    stand.press(.mouse(Mouse(.pressed, at: Point(x: 20, y: y))))
    #expect(stand.frame().text.contains("▶ · Lesson number 30"))
  }

  @Test func `letters that are no keys begin the filter, in lists and in help`() throws {
    var stand = try stand(34)
    stand.type("umber 34")
    #expect(stand.frame().text.contains("1 of 34 lessons"))
    stand.press(.key(.escape), .key(.escape), .key(.escape), .key(.function(1)))
    stand.type("undo")
    #expect(stand.frame().text.contains("takes the last command back"))
    #expect(!stand.frame().text.contains("shows the next theme"))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `help alone is a palette of all commands, with their keys`(
    width: Int, height: Int
  ) throws {
    var stand = try Stand(size: Size(width: width, height: height))
    stand.enter("help")
    stand.press(.typed("/"))
    stand.type("takes back")
    stand.press(.control("u"))
    stand.press(.key(.escape), .typed("/"))
    stand.type("hint")
    let text = stand.frame(width, height).text
    #expect(text.contains("hint            Gives the next hint"))
    #expect(text.contains("(F3)"))
  }
}
