import LessonFiles
import Screen
import Testing
import Tutor

@testable import Dashboard

/// The first page is drawn before all lessons have been read, and nobody can tell.
struct FirstPageTests {
  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)], [true, false])
  func `it shows no more and no less than with all lessons`(
    size: Size, isSandbox: Bool
  ) throws {
    let whole = LessonLibrary.load([Stand.shipped])
    let first = LessonLibrary.load([Stand.shipped], .firstChapter)
    #expect(first.lessons.count < whole.lessons.count)
    func opened(_ library: LessonLibrary) throws -> Model {
      var tutor = try Tutor(lessons: library.lessons, patterns: library.shelf(), seed: 7)
      tutor.sandbox = try Sandbox(#require(library.sandbox))
      if isSandbox {
        try tutor.openSandbox()
      } else {
        try tutor.startLesson(try #require(library.lessons.first).id)
      }
      return Model(tutor, settings: Settings(), size: size, welcome: "Welcome.")
    }
    var model = try opened(first)
    let page = view(model, size: size)
    #expect(try page == view(opened(whole), size: size))
    _ = update(&model, .completed(whole.lessons))
    #expect(view(model, size: size) == page)
    #expect(model.tutor.lessons.count == whole.lessons.count)
  }
}
