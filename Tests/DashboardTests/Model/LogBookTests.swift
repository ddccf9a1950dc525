import Screen
import Testing

@testable import Dashboard

/// A frame tells only the end of the log; it must be the end of the whole.
@Suite struct LogBookTests {
  @Test(arguments: [
    "traffic zipf 300 keys=20 rate=400/s", "herd page 200", "herd a 30 ; write a 1 ; herd b 90",
    "db workers=1 ; traffic scan 1..60 rate=200/s ; down db 1s ; traffic zipf 200 keys=9",
  ])
  func `the last lines are those of the whole log`(commands: String) throws {
    var stand = try Stand(nil)
    for command in commands.split(separator: ";") {
      stand.press(.paste(String(command)), .key(.enter), .key(.end))
    }
    let model = stand.model
    let whole = model.log.lines(model.playhead, filter: nil)
    for count in [1, 5, 20, 60, 200] {
      let last = model.log.lastLines(count, model.playhead, filter: nil)
      #expect(last.suffix(count) == whole.suffix(count))
    }
  }

  /// Under traffic each event is told once; who tells all of them anew must say the same.
  @Test func `a log that is told as it flows says what one says that is told at once`() throws {
    var stand = try Stand()
    stand.enter("traffic start rate=100/s")
    stand.enter("speed 1")
    var compared = 0
    for frame in 0..<900 {
      stand.wait(33)
      if frame == 400 { stand.enter("write key:1 new") }
      let model = stand.model
      let flowing = model.log.lastLines(40, model.playhead, filter: nil).suffix(40)
      let anew = model.log.lines(model.playhead, filter: nil).suffix(40)
      guard anew.count == 40 else { continue }
      compared += 1
      try #require(flowing == anew, "frame \(frame)")
    }
    #expect(compared > 700)
  }

  @Test func `a flowing log is still for a tenth of a second, but not for who typed`() throws {
    var stand = try Stand()
    stand.enter("traffic start rate=1000/s")
    stand.enter("speed 1")
    stand.wait(3_000)
    var looks: Set<[LogPanel.Line]> = []
    for _ in 0..<30 {
      stand.wait(33)
      looks.insert(stand.model.lastLog)
    }
    #expect((6...12).contains(looks.count))
    stand.enter("echo here")
    #expect(stand.model.lastLog.contains { $0.text.plain.contains("echo here") })
  }
}
