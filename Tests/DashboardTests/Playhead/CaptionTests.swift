import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

struct CaptionTests {
  /// The lines of the log with their clocks.
  static func log(_ stand: Stand) -> [String] {
    stand.model.scene.log.map { line in
      (line.clock.map { ClockText.column($0).filter { $0 != " " } + " " } ?? "") + line.text.plain
    }
  }

  @Test func `what is said on the way stands in its place when the end is shown at once`() throws {
    var stand = try Stand("thundering-herd")
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    stand.wait(100)
    stand.press(.key(.end))
    let log = CaptionTests.log(stand)
    let caption = try #require(log.firstIndex { $0.contains("still stand on line 5") })
    #expect(log[caption].hasPrefix("0.102 "), "\(log[caption])")
    #expect(caption < log.count - 1, "the later answers stand below it")
    #expect(stand.model.notice?.kind != .caption, "beside the prompt nothing is said any more")
  }

  @Test func `answers of several commands stand beside what each of them did`() throws {
    var stand = try Stand()
    stand.enter("rows a=1 b=2 ; begin read a ; step A ; capacity 3 ; read b")
    stand.wait(60)
    stand.press(.key(.end))
    let log = CaptionTests.log(stand).map { $0.drop { $0 == " " } }
    let begun = try #require(log.firstIndex { $0.hasPrefix("A stands before line") })
    let capacity = try #require(log.firstIndex { $0.hasPrefix("3 places") })
    let read = try #require(log.lastIndex { $0.contains("you get 2 for b") })
    #expect(begun < capacity && capacity < read, "\(log)")
  }

  @Test(arguments: [(200, true), (1, false)])
  func `a caption that names what must hold is silent elsewhere`(
    people: Int, isSaid: Bool
  ) throws {
    var stand = try Stand()
    let claim = try Claim.parse("standing(5) >= 100")
    var stop = PlayedLine.Stop(
      index: 0, caption: Template("many", line: SourceLine(1)), pauses: true, conditions: [claim],
      watch: RunWatch(.nothing, world: stand.model.playhead.shown.world))
    stop.hasFired = true
    var line = PlayedLine(
      text: "", index: 0, watch: stop.watch, stops: [stop])
    stand.enter("rows page=1")
    stand.enter("herd page \(people)")
    stand.wait(600)
    let shown = stand.model.playhead.shown
    #expect(shown.world.inFlight == people)
    #expect(line.keep([stop], trueOn: shown).isEmpty == !isSaid)
    #expect(line.stops[0].hasFired == isSaid, "it watches on")
  }

  @Test func `at most so many is not done while more may come`() throws {
    var stand = try Stand("thundering-herd")
    stand.press(.typed("a"), .key(.enter), .control("u"))
    stand.enter("guard lock")
    stand.wait()
    stand.press(.control("u"))
    stand.enter("herd page:home 200")
    stand.wait(300)
    #expect(stand.model.playhead.isPlaying)
    let running = try #require(stand.model.lessonPane.goals.first)
    #expect(running.state == .pending && running.distance == "now 1")
    stand.press(.key(.end))
    #expect(stand.model.lessonPane.goals.first?.state == .met)
  }

  @Test func `time does not go back when a lane was through sooner`() throws {
    var stand = try Stand()
    for line in ["rows a=1", "compare pattern=cache-aside pattern=none", "traffic keys a a a"] {
      stand.enter(line)
      stand.wait()
    }
    #expect(stand.model.playhead.clock == 104_000)
    #expect(stand.model.playhead.latestClock == 300_000)
    #expect(stand.frame().text.contains("0.300 s"))
  }
}
