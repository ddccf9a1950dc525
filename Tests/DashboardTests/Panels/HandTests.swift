import Foundation
import Screen
import Testing
import Tutor

@testable import Dashboard

struct HandTests {
  static func race(_ lines: String...) throws -> Stand {
    var stand = try Stand()
    for line in ["rows user:2=Bea", "edit 11 cache.set(key, value, ttl=60s)"] {
      stand.enter(line)
    }
    for line in lines {
      stand.enter(line)
      stand.wait()
      #expect(stand.model.notice?.kind != .error, "\(line): \(stand.model.notice?.text ?? "")")
    }
    return stand
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `two requests have a copy of the program each`(width: Int, height: Int) throws {
    var stand = try HandTests.race("begin write user:2 Bo", "begin write user:2 Cy", "step A")
    stand.press(.resized(Size(width: width, height: height)))
    let frame = stand.frame(width, height)
    try expectSnapshot("by-hand-two", frame)
    let title = try #require(frame.rows.first { $0.contains("A: write user:2 Bo") })
    #expect(title.contains("┬─ B: write user:2 Cy"))
    let marked = try #require(frame.rows.first { $0.contains("A11") || $0.contains("A 11") })
    let copies = marked.components(separatedBy: "cache.set(key, value, ttl=60s)").count - 1
    #expect(copies == 2, "both stand beside each other, and nothing is cut: \(marked)")
    #expect(frame.text.contains("user:2   database: Bo   cache: nothing"))
  }

  @Test func `the end of a race stays on the screen until something else is done`() throws {
    var stand = try HandTests.race(
      "begin write user:2 Bo", "begin write user:2 Cy", "step A", "step B", "step B", "step A")
    #expect(stand.model.tutor.stage.world.handHeld.isEmpty)
    let text = stand.frame().text
    #expect(text.contains("database: Cy   cache: Bo   they disagree"))
    #expect(text.contains("A: write user:2 Bo, over ─"))
    try expectSnapshot("by-hand-over", stand.frame())
    stand.press(.key(.left))
    #expect(stand.model.playhead.hands.hands.contains { $0.line != nil }, "back in the race")
    stand.press(.key(.end))
    stand.enter("read user:2")
    stand.wait()
    #expect(stand.model.playhead.hands.hands.isEmpty)
    #expect(!stand.frame().text.contains("they disagree"))
  }

  @Test func `only the copy of the one who acted is lit`() throws {
    let stand = try HandTests.race("begin write user:2 Bo", "begin write user:2 Cy", "step A")
    let panel = ListingPanel(stand.model.scene)
    #expect(panel.copies.map(\.acting) == [[10], []])
    #expect(panel.copies.map(\.line) == [11, 10])
  }

  @Test func `one has a letter, and three have letters`() throws {
    let one = try HandTests.race("begin write user:2 Bo")
    #expect(one.frame().rows.contains { $0.hasPrefix("A10") || $0.hasPrefix("A 10") })
    #expect(one.frame().text.contains("database: Bea"))
    let three = try HandTests.race(
      "begin write user:2 Bo", "begin write user:2 Cy", "begin read user:2", "step B")
    #expect(ListingPanel(three.model.scene).copies.isEmpty)
    let rows = three.frame(120, 40).rows
    #expect(rows.contains { $0.contains("A10") && $0.contains("db.store") })
    #expect(rows.contains { $0.contains("B11") })
  }

  @Test func `what is asked for stands beside the program`() throws {
    var stand = try HandTests.race("begin write user:2 Bo", "begin write user:2 Cy")
    stand.enter("show cache")
    #expect(stand.model.layout.pane("cache") != nil)
    #expect(stand.frame().rows.contains { $0.hasPrefix("AB") })
  }
}

struct HandCommandTests {
  /// The line that is lit, as it stands on the screen.
  static func lit(_ stand: Stand) -> [String] {
    let panel = ListingPanel(stand.model.scene)
    return panel.acting.sorted().map { panel.lines[$0 - 1].trimmingBlanks }
  }

  @Test func `each command by hand lights the line that it plays, and it stays lit`() throws {
    var stand = try Stand()
    stand.enter("rows user:8=Hal")
    for (command, line) in [
      ("GET user:8", "value = cache.get(key)"), ("row user:8", "value = db.load(key)"),
      ("SET user:8 Hal EX 60", "cache.set(key, value, ttl=60s)"),
      ("GET user:8", "value = cache.get(key)"), ("DEL user:8", "cache.delete(key)"),
    ] {
      stand.enter(command)
      #expect(HandCommandTests.lit(stand) == [line], "\(command) at once")
      stand.wait()
      #expect(HandCommandTests.lit(stand) == [line], "\(command) later")
      #expect(!stand.model.isMoving)
    }
    stand.enter("read user:8")
    stand.wait()
    #expect(HandCommandTests.lit(stand).isEmpty, "a request lights its own lines, for a moment")
  }
}
