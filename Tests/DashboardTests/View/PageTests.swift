import Screen
import Testing

@testable import Dashboard

struct PageTests {
  @Test func `the sandbox`() throws {
    let stand = try Stand()
    try expectSnapshot("sandbox", stand.frame())
    try expectSnapshot("sandbox", stand.frame(120, 40))
  }

  @Test func `a wrong word has a caret under it and a nearest command`() throws {
    var stand = try Stand()
    stand.enter("GTE user:1")
    let rows = stand.frame().rows
    #expect(rows[21] == " › GTE user:1")
    #expect(rows[22].hasPrefix("   ^^^ "))
    #expect(rows[22].contains("GET"))
  }

  @Test func `what is wrong is marked before Enter`() throws {
    var stand = try Stand()
    stand.type("SET k v EX abc")
    #expect(stand.frame().rows[22].contains("^^^"))
    stand.press(.control("u"))
    stand.type("SET k v EX")
    #expect(stand.frame().rows[21].contains("<seconds>"))
  }

  @Test func `Tab completes commands and live names`() throws {
    var stand = try Stand()
    stand.enter("rows user:1=Ada user:2=Bea")
    stand.enter("SET user:1 Ada")
    stand.wait()
    stand.type("GET us")
    stand.press(.key(.tab))
    #expect(stand.model.prompt.text == "GET user:1 ")
    stand.press(.control("u"))
    stand.type("re")
    stand.press(.key(.tab))
    #expect(stand.frame().rows[22].contains("read"))
    stand.press(.key(.tab))
    #expect(stand.model.prompt.text.lowercased().hasPrefix("re"))
    #expect(stand.model.completing?.index == 0)
  }

  @Test func `Space in a half-written line writes a blank and says so once`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.wait(100)
    stand.type("x ")
    #expect(stand.model.prompt.text == "x ")
    #expect(stand.frame().rows[22].contains("Ctrl-U"))
    stand.press(.control("u"))
    stand.type("x ")
    #expect(!stand.frame().rows[22].contains("Ctrl-U"))
  }

  @Test(arguments: [(79, 24), (80, 23), (20, 5), (1, 1), (0, 0)])
  func `too small says what it has and needs, and q leaves`(width: Int, height: Int) throws {
    var stand = try Stand()
    stand.press(.resized(Size(width: width, height: height)))
    let frame = stand.frame(width, height)
    if width > 40, height > 2 {
      #expect(frame.text.contains("80×24"))
      #expect(frame.text.contains("\(width)×\(height)"))
    }
    stand.press(.typed("q"))
    #expect(stand.effects.contains(.quit))
    stand.press(.resized(Size(width: 80, height: 24)))
    #expect(stand.frame().text.contains("sandbox"))
  }

  @Test func `help lists every key, filters, and names files`() throws {
    var settings = Settings()
    settings.paths = [.init("configuration", "~/.config/cachetutor/config")]
    var stand = try Stand(settings: settings)
    stand.press(.key(.function(1)))
    try expectSnapshot("help", stand.frame())
    stand.press(.typed("/"))
    stand.type("config")
    #expect(stand.frame().text.contains("~/.config/cachetutor/config"))
    #expect(!stand.frame().text.contains("takes one event back"))
    stand.press(.key(.enter), .key(.escape), .key(.escape))
    #expect(stand.model.overlay == nil)
  }

  @Test func `the list of lessons is searched and starts one`() throws {
    var stand = try Stand("cache-aside")
    stand.wait()
    stand.press(.key(.function(2)))
    try expectSnapshot("lessons", stand.frame())
    stand.press(.typed("/"))
    stand.type("herd")
    stand.press(.key(.enter), .key(.enter))
    #expect(stand.model.tutor.run?.lesson.id == "thundering-herd")
    #expect(stand.model.overlay == nil)
  }

  @Test func `browse mode walks panes and scrolls`() throws {
    var stand = try Stand("cache-aside")
    stand.wait()
    stand.press(.key(.escape))
    #expect(stand.model.situation == .browsing)
    stand.press(.key(.tab))
    #expect(stand.model.focus == "path")
    stand.press(.typed("3"))
    #expect(stand.model.focus == "listing")
    stand.press(.typed("/"))
    stand.type("delete")
    stand.press(.key(.enter))
    #expect(stand.frame().text.contains("cache.delete(key)"))
    stand.press(.typed("y"))
    #expect(
      stand.effects.contains {
        if case .copy(let text) = $0 { text.contains("def read") } else { false }
      })
    stand.press(.typed("q"))
    #expect(stand.frame().text.contains("Leave cachetutor?"))
    stand.press(.typed("n"), .key(.escape))
    #expect(stand.model.situation != .browsing)
  }

  @Test func `Ctrl-C stops, else empties, else leaves`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.wait(100)
    stand.press(.control("c"))
    #expect(stand.model.playhead.state == .stopped)
    stand.type("abc")
    stand.press(.control("c"))
    #expect(stand.model.prompt.isEmpty)
    #expect(!stand.effects.contains(.quit))
    stand.press(.control("c"))
    #expect(stand.effects.contains(.quit))
  }

  @Test func `a paste runs nothing and presses no keys`() throws {
    var stand = try Stand()
    stand.press(.paste("read a\nread b\n?"))
    #expect(stand.model.prompt.text == "read a read b ?")
    #expect(stand.model.overlay == nil)
  }

  @Test func `other panels take the last place, one after the other`() throws {
    var stand = try Stand("cache-aside")
    stand.wait()
    var seen: [String] = []
    for _ in 0..<8 {
      stand.press(.key(.function(4)))
      seen.append(stand.model.layout.panes.last?.panel ?? "")
      _ = stand.frame()
    }
    #expect(seen.contains("timeline"))
    #expect(seen.contains("database"))
    #expect(Set(seen).count >= 7, "\(seen)")
  }

  @Test func `the mouse focuses, scrolls and presses the keys at the bottom`() throws {
    var stand = try Stand()
    let listing = try #require(stand.model.layout.pane("listing"))
    stand.press(.mouse(Mouse(.pressed, at: listing.body.origin)))
    #expect(stand.model.focus == "listing")
    stand.press(.mouse(Mouse(.wheelDown, at: listing.body.origin)))
    #expect(stand.model.scroll["listing"] == 3)
    stand.press(.key(.escape))
    let row = stand.frame().rows[23]
    let column = try #require(row.range(of: "F1")).lowerBound
    let x = row.distance(from: row.startIndex, to: column)
    stand.press(.mouse(Mouse(.pressed, at: Point(x: x, y: 23))))
    #expect(stand.model.overlay == .help(filter: ""))
  }

  @Test func `traffic that was started goes on until Space stops it`() throws {
    var stand = try Stand()
    stand.enter("rows user:1..20")
    stand.enter("traffic start rate=50/s")
    stand.wait(4_000)
    #expect(stand.model.isMoving)
    let clock = stand.model.playhead.clock
    #expect(clock > 300_000 && clock < 500_000, "\(clock)")
    #expect(stand.model.playhead.shown.world.digest == stand.model.tutor.stage.world.digest)
    stand.press(.typed(" "))
    #expect(!stand.model.hasRunningTraffic)
    stand.enter("traffic stop")
    stand.wait()
    #expect(!stand.model.isMoving)
    #expect(stand.model.playhead.shown.world.digest == stand.model.tutor.stage.world.digest)
  }

  @Test func `nothing moves: nothing is to be painted`() throws {
    var stand = try Stand("cache-aside")
    stand.wait()
    #expect(!stand.model.isMoving)
    let before = stand.frame()
    _ = update(&stand.model, .ticked(33_000))
    #expect(stand.frame() == before)
  }

  @Test func `reduced motion shows no travellers`() throws {
    var stand = try Stand(settings: Settings(isMotionReduced: true))
    stand.enter("rows a=1")
    stand.enter("herd a 30")
    for _ in 0..<30 {
      stand.wait(33)
      #expect(!stand.model.motion.hasTravellers)
    }
  }
}
