import Screen
import Testing

@testable import Dashboard

struct ChangeTests {
  /// The words on the screen that are drawn in a style.
  static func words(_ frame: Frame, in role: Role) -> String {
    var text = ""
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        guard let cell = frame[Point(x: x, y: y)], cell.style.role == role else { continue }
        text.append(cell.character)
      }
      text.append(" ")
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: [
    ("policy lfu", "lfu"), ("capacity 3", "3 places"), ("db workers=5", "5 at a time"),
    ("db latency=20ms", "20 ms each"), ("vnodes 3", "3 points a node"),
  ])
  func `a rule that is changed is lit where it stands, for a moment`(
    command: String, words: String
  ) throws {
    var stand = try Stand(size: Size(width: 120, height: 40))
    if command.hasPrefix("vnodes") { stand.enter("node add B") }
    stand.wait()
    stand.enter(command)
    let lit = ChangeTests.words(stand.frame(120, 40), in: .focused)
    #expect(lit.contains(words), "\(command): \(lit)")
    stand.wait()
    #expect(!ChangeTests.words(stand.frame(120, 40), in: .focused).contains(words))
    #expect(stand.frame(120, 40).text.contains(words))
  }

  @Test func `lines that are new are lit until something else is done`() throws {
    var stand = try Stand(size: Size(width: 120, height: 40))
    stand.enter("edit 11 cache.set(key, value, ttl=60s)")
    stand.wait()
    #expect(ListingPanel(stand.model.scene).acting == [11])
    stand.enter("edit reset")
    stand.wait()
    #expect(ListingPanel(stand.model.scene).acting == [11])
    stand.enter("guard lock")
    stand.wait()
    let panel = ListingPanel(stand.model.scene)
    #expect(panel.acting.contains { panel.lines[$0 - 1].contains("set_nx") })
    #expect(!panel.acting.contains { panel.lines[$0 - 1].hasPrefix("def read") })
    stand.enter("policy fifo")
    #expect(ListingPanel(stand.model.scene).acting.isEmpty)
  }
}
