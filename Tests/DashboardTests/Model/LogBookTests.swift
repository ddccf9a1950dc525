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
}
