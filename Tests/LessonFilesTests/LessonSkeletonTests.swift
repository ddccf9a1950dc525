import Foundation
import LessonFiles
import Simulation
import Testing
import Tutor

/// A new lesson is one that works.
@Suite struct LessonSkeletonTests {
  private func patterns() -> PatternShelf {
    let lessons = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../lessons").standardized.path
    return LessonLibrary.load([lessons], .firstChapter).shelf()
  }

  @Test func `a new lesson is proved as it stands`() throws {
    let folder = try TemporaryFolder()
    let path = try LessonSkeleton.make("hot-key", chapter: "90-mine", in: folder.path).get()
    #expect(path == "\(folder.path)/90-mine/10-hot-key.md")
    let library = LessonLibrary.load([folder.path])
    #expect(library.errors.map(\.message) == [])
    let proof = LessonChecker.check(library.lessons, patterns: patterns(), seed: 7)
    #expect(proof.errors.map(\.message) == [])
    #expect(library.lessons.map(\.title) == ["Hot key"])
  }

  @Test func `the next lesson of a chapter gets the next number`() throws {
    let folder = try TemporaryFolder()
    _ = try LessonSkeleton.make("one", chapter: "90-mine", in: folder.path).get()
    let second = try LessonSkeleton.make("two", chapter: "90-mine", in: folder.path).get()
    #expect(second.hasSuffix("/90-mine/20-two.md"))
    #expect(LessonLibrary.load([folder.path]).lessons.map(\.id) == ["one", "two"])
  }

  @Test func `what cannot be made says why and makes nothing`() throws {
    let folder = try TemporaryFolder()
    let made = try LessonSkeleton.make("one", chapter: "90-mine", in: folder.path).get()
    #expect(
      LessonSkeleton.make("one", chapter: "90-mine", in: folder.path) == .failure(.exists(made)))
    #expect(
      LessonSkeleton.make("Two!", chapter: "90-mine", in: folder.path)
        == .failure(.badIdentity("Two!")))
    #expect(
      LessonSkeleton.make("two", chapter: "mine", in: folder.path) == .failure(.badChapter("mine")))
    guard case .failure(.file) = LessonSkeleton.make("two", chapter: "1-a", in: "/proc/nowhere")
    else {
      Issue.record("a lesson in /proc")
      return
    }
  }
}
