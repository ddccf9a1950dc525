import Screen
import Testing

@testable import Dashboard

struct PageMotionTests {
  private static let size = Size(width: 120, height: 40)

  /// A page under traffic, after it has flowed for a while.
  private static func flowing(_ lines: String...) throws -> Stand {
    var stand = try Stand(size: size)
    for line in ["traffic start rate=200/s", "speed 1"] + lines {
      stand.enter(line)
      stand.wait(400)
    }
    return stand
  }

  private static func goOn(_ stand: inout Stand) {
    _ = update(&stand.model, .ticked(42_000))
  }

  @Test(arguments: [
    "", "compare policy=lru policy=lfu", "compare policy=lru policy=lfu policy=fifo policy=sieve",
  ])
  func `between two whole pages only the dots and the clock move`(compared: String) throws {
    var stand = try Self.flowing(compared)
    try #require(stand.model.hasRunningTraffic)
    var page = Page(stand.model, size: Self.size)
    var path = PathPanel(stand.model.bareScene)
    let layout = stand.model.layout
    let pane = try #require(layout.pane("path"))
    var lines = Frame(size: Self.size, glyphs: page.frame.glyphs)
    PageView(stand.model).drawLines(on: &lines)
    for _ in 0..<Page.motionFrames(stand.model) {
      let before = page.frame
      Self.goOn(&stand)
      page.goOn(stand.model, size: Self.size)
      let whole = Page(stand.model, size: Self.size).frame
      var expected = before
      expected.copy(layout.title, from: whole)
      // The same people, caches and counts; the dots of now.
      let now = PathPanel(stand.model.bareScene)
      path.travellers = now.travellers
      for index in path.lanes.indices { path.lanes[index].travellers = now.lanes[index].travellers }
      expected.copy(pane.body, from: lines)
      path.draw(on: &expected, in: layout.inner(of: pane))
      #expect(page.frame == expected)
      #expect(page.frame != before)
      #expect(page.frame != whole, "the log and the numbers have gone on meanwhile")
    }
    Self.goOn(&stand)
    page.goOn(stand.model, size: Self.size)
    #expect(page.frame == Page(stand.model, size: Self.size).frame)
  }

  @Test func `what is shown beat by beat is whole at every beat and at its end`() throws {
    var stand = try Stand(size: Self.size)
    stand.enter("rows a=1")
    stand.enter("read a")
    var page = Page(stand.model, size: Self.size)
    var kept = 0
    while stand.model.isMoving {
      _ = update(&stand.model, .ticked(33_000))
      page.goOn(stand.model, size: Self.size)
      let whole = Page(stand.model, size: Self.size).frame
      if stand.model.hasNews || !stand.model.isMoving { #expect(page.frame == whole) }
      if page.frame != whole { kept += 1 }
    }
    #expect(kept > 0, "countdowns wait for the next whole page")
  }

  @Test func `nothing moves over what lies over the page`() throws {
    var stand = try Stand(size: Self.size)
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.press(.key(.function(1)))
    try #require(stand.model.overlay != nil && stand.model.isMoving)
    var page = Page(stand.model, size: Self.size)
    while stand.model.isMoving {
      _ = update(&stand.model, .ticked(33_000))
      page.goOn(stand.model, size: Self.size)
      #expect(page.frame == view(stand.model, size: Self.size))
    }
  }

  @Test func `another size is a whole page`() throws {
    var stand = try Self.flowing()
    var page = Page(stand.model, size: Self.size)
    for size in [Size(width: 80, height: 24), Size(width: 20, height: 5), Self.size] {
      _ = update(&stand.model, .resized(size))
      Self.goOn(&stand)
      page.goOn(stand.model, size: size)
      #expect(page.frame == view(stand.model, size: size))
    }
  }
}
