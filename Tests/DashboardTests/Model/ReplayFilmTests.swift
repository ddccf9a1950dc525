import Screen
import Testing
import Tutor

@testable import Dashboard

/// A recording as pictures with times.
struct ReplayFilmTests {
  private func film(_ lines: [String] = ReplayTests.lines, speed: Int = 1) throws -> ReplayFilm {
    ReplayFilm(
      try Stand.tutor(), try ReplayTests.replay(lines), settings: Settings(),
      size: Size(width: 80, height: 24), speed: speed)
  }

  private func pictures(_ film: inout ReplayFilm) -> [ReplayFilm.Picture] {
    var pictures: [ReplayFilm.Picture] = []
    while let picture = film.next() { pictures.append(picture) }
    return pictures
  }

  @Test func `the film ends with the screen at which a replay ends`() throws {
    var stand = try Stand()
    _ = update(&stand.model, .replay(try ReplayTests.replay(ReplayTests.lines)))
    stand.wait()
    var film = try film()
    let last = try #require(pictures(&film).last)
    #expect(last.frame.rows.dropLast(3) == stand.frame().rows.dropLast(3))
    #expect(film.divergence == nil)
  }

  @Test func `marks are chapters and every command is told once`() throws {
    var film = try film()
    let pictures = pictures(&film)
    #expect(pictures.compactMap(\.chapter) == ["one", "two"])
    #expect(pictures.compactMap(\.command) == ReplayTests.lines)
    #expect(zip(pictures, pictures.dropFirst()).allSatisfy { $0.time < $1.time })
  }

  @Test func `the same session is the same film`() throws {
    var first = try film()
    var second = try film()
    #expect(pictures(&first).map(\.frame) == pictures(&second).map(\.frame))
  }

  @Test func `ten times the speed is a shorter film with the same end`() throws {
    var slow = try film()
    var fast = try film(speed: 10)
    let slowly = try #require(pictures(&slow).last)
    let quickly = try #require(pictures(&fast).last)
    #expect(quickly.time * 4 < slowly.time)
    #expect(quickly.frame == slowly.frame)
  }
}
