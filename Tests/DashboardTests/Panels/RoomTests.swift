import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

// What has to give way where there is little room, and what must not.

struct RoomTests {
  @Test func `of a cache that is too long the middle is left out`() {
    let rows = (1...8).map { CachePanel.Row(key: "k:\($0)", value: "\($0)", isVictim: $0 == 1) }
    let node = CachePanel.Node(
      label: "A", index: 0, count: 8, capacity: 8, policy: "lru", rows: rows)
    #expect(
      picture(CachePanel(nodes: [node]), 31, 5) == """
        ─ cache A: 8 of 8 places, lru ─
          leaves ↓    value  expires in
        ▶ k:1         1      never
          k:2         2      never
          … 5 more
          k:8         8      never
        """)
  }

  @Test func `what LRU pencils beside an entry has room in 34 columns`() {
    let row = CachePanel.Row(key: "hot:12", value: "12", badge: .ago(5))
    #expect(CacheColumns(width: 34, rows: [row], glyphs: .unicode).hasBadge)
    #expect(!CacheColumns(width: 33, rows: [row], glyphs: .unicode).hasBadge)
  }

  @Test(arguments: [(1_000, 656, "656 hits of 1 000"), (200, 0, "200 asked, 0 hits")])
  func `in a narrow lane nothing is cut`(asked: Int, hits: Int, words: String) {
    let busy = PathPanel.DatabaseState(workers: 20, busy: 20, queue: 180)
    let lane = PathPanel.Lane(name: "1000ms", asked: asked, hits: hits, database: busy)
    var panel = PathPanel(people: .init(), nodes: [], database: busy)
    panel.lanes = [lane, lane]
    panel.arrivals = 1
    let text = picture(panel, 79, 4)
    #expect(text.contains(words) && text.contains("20 busy, 180 queue"), "\(text)")
    #expect(text.contains("1 request each"))
    #expect(!text.contains("…"))
  }

  @Test func `a program that is cut says so, and all of it can be shown`() throws {
    var stand = try Stand()
    stand.enter("guard lock")
    stand.wait()
    let title = try #require(stand.frame().rows.first { $0.contains("program: cache-aside+lock") })
    #expect(title.contains(" 7 of 18 "), "\(title)")
    stand.enter("show listing")
    #expect(stand.frame().rows.contains { $0.contains("17     db.store(key, value)") })
    var wide = try Stand(size: Size(width: 120, height: 40))
    wide.enter("show listing")
    #expect(wide.model.overlay == nil, "it stands there already")
  }

  @Test func `clients, servers and costs that have just been changed are seen`() throws {
    var stand = try Stand()
    func path() -> [String] {
      let panel = PathPanel(stand.model.scene)
      return picture(panel, 79, 3).split(separator: "\n").map(String.init)
    }
    #expect(!path()[1].contains("server"))
    for line in ["servers 4", "client timeout=450ms retries=3 of=query", "tune cache.latency 2ms"] {
      stand.enter(line)
    }
    #expect(path()[1].hasPrefix("people, 4 servers"))
    #expect(path()[1].contains("cache A, 2 ms"))
    #expect(path()[3].hasPrefix("450 ms, 3 retries"))
  }

  @Test func `what a crash would cost is lit while the command stands in the prompt`() throws {
    var stand = try Stand()
    for line in ["pattern write-behind", "write a 1", "tick 1s"] {
      stand.enter(line)
      stand.wait()
    }
    #expect(QueuePanel(stand.model.scene).rows.allSatisfy { !$0.isNew })
    stand.type("crash cache")
    #expect(QueuePanel(stand.model.scene).rows.map(\.isNew) == [true])
    #expect(!stand.model.isMoving, "it is lit, and nothing wakes up for it")
  }

  @Test func `a value that its writer has still to promise is not old`() throws {
    var stand = try Stand()
    let lines = [
      "pattern write-behind", "flush every 5s limit=2", "rows a=0 b=0 c=0", "down db 60s",
      "write a 1", "write b 2", "write c 3 &", "tick 10ms",
    ]
    for line in lines {
      stand.enter(line)
      stand.wait()
    }
    #expect(stand.model.playhead.shown.world.blockedWriters == 1)
    #expect(PathPanel(stand.model.scene).focus?.state == .dirty)
    let rows = CachePanel(stand.model.scene).nodes[0].rows
    #expect(rows.allSatisfy { !$0.isStale })
  }

  @Test func `what a part that is solved has shown is told as a whole`() {
    var pane = LessonPane(text: [StyledText("Send the herd."), StyledText("It came. It went.")])
    pane.fresh = 1
    pane.solved = "Enter"
    pane.score = "Solved with 1 command."
    pane.reviews = [.init(said: "20", was: "200", isRight: false, remark: "That is another rule.")]
    pane.goals = [.init(sentence: "they came", distance: "", state: .met)]
    var frame = Frame(size: Size(width: 24, height: 4))
    pane.draw(on: &frame, in: frame.bounds, scroll: nil, isRoomy: false)
    #expect(frame.text.contains("It came. It") && frame.text.contains("went."), "\(frame.text)")
    #expect(!frame.text.contains("Solved"))
  }

  @Test func `a question has the room of what happens where its text needs it`() {
    let request = LayoutRequest(
      hasPath: false, details: [.init("listing", rows: 18), .init("cache", rows: 9)], lessonRows: 9)
    let layout = Layout(size: Size(width: 80, height: 24), request: request)
    #expect(layout.lesson.body.height == 9)
    #expect(layout.panes.map(\.body.height) == [7, 7])
    #expect(layout.log.body.height == 1)
  }
}
