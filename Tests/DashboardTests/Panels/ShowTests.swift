import Screen
import Testing
import Tutor

@testable import Dashboard

struct ShowTests {
  @Test(arguments: [
    ("cache", "cache"), ("db", "database"), ("database", "database"), ("listing", "listing"),
    ("nodes", "nodes"), ("policy", "policy"), ("queue", "queue"), ("ring", "ring"),
    ("stats", "stats"), ("curve", "curve"),
    ("timeline", "timeline"), ("lanes", "lanes"), ("log", "log"),
  ])
  func `show brings up the panel`(part: String, panel: String) throws {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      var stand = try Stand(size: size)
      for line in ["node add B", "rows a=1 b=2", "read a", "compare policy=lru policy=lfu"] {
        stand.enter(line)
        stand.wait()
      }
      stand.enter("show \(part)")
      #expect(stand.model.layout.pane(panel) != nil, "\(part) at \(size)")
      // Of a program that is cut all lines are shown over the page.
      let isCut = part == "listing" && stand.model.isListingCut
      #expect((stand.model.overlay == nil) == !isCut, "nothing lies over the panel")
      #expect(stand.frame(size.width, size.height).text.contains("─ "))
    }
  }

  @Test func `show log makes room for whole sentences`() throws {
    var stand = try Stand()
    for line in [
      "capacity 1", "rows a=1 customer:1001=Wilhelmina", "read a", "read customer:1001",
    ] {
      stand.enter(line)
      stand.wait()
    }
    let short = stand.frame()
    #expect(short.rows[20].contains("…"), "one row is for a beginning")
    stand.enter("show log")
    let frame = stand.frame()
    let log = try #require(stand.model.layout.pane("log"))
    #expect(log.body.height >= 8)
    let words = frame.rows.suffix(from: log.body.y).prefix(log.body.height).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    #expect(words.contains("customer:1001 is in cache A for 60 s"))
    #expect(!words.contains("…"))
    stand.press(.key(.function(4)))
    #expect(stand.model.layout.pane("log")?.body.height == 1)
  }

  @Test func `a long line is shortened where a clause ends`() {
    let text = StyledText(
      " 0.512   somebody gets value of k:1 for k:1 after 102 ms; k:1 is in cache A for 60 min")
    let short = LogPanel.shortened(text, width: 79, glyphs: .unicode)
    #expect(short.plain == " 0.512   somebody gets value of k:1 for k:1 after 102 ms …")
    let words = LogPanel.shortened(StyledText("one two three four five"), width: 16, glyphs: .ascii)
    #expect(words.plain == "one two three ~")
    #expect(LogPanel.shortened(text, width: 200, glyphs: .unicode) == text)
  }

  @Test func `F4 comes by the log at 80 columns`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    var heights: [Int] = []
    for _ in 0..<12 {
      stand.press(.key(.function(4)))
      heights.append(stand.model.layout.pane("log")?.body.height ?? 0)
    }
    #expect(heights.contains { $0 > 5 })
  }
}
