import CacheEngine
import Simulation
import Testing
import Tutor

@testable import Dashboard

struct PlayheadTests {
  static let scripts: [[String]] = [
    ["rows user:1=Ada", "read user:1", "read user:1", "tick 60s", "read user:1"],
    ["rows page=W", "herd page 50", "tick 61s", "guard lock", "herd page 50"],
    ["policy lfu", "capacity 3", "traffic keys a b c a d a e", "crash cache", "read a"],
    ["node add B", "node add C", "traffic scan k:1..20", "node kill B", "traffic scan k:1..20"],
    ["pattern write-behind", "write a 1", "write b 2", "tick 6s", "write a 3", "crash cache"],
    ["rows a=1", "begin write a 2", "begin write a 3", "step A", "step B", "finish all"],
  ]

  @Test(arguments: scripts)
  func `it arrives where the live world stands`(script: [String]) throws {
    var stand = try Stand()
    for line in script {
      stand.enter(line)
      stand.wait()
      #expect(stand.model.notice?.kind != .error, "\(line): \(stand.model.notice?.text ?? "")")
      let live = stand.model.tutor.stage.world.digest
      #expect(stand.model.playhead.shown.world.digest == live, "after \(line)")
      #expect(stand.model.playhead.state == .resting)
    }
  }

  /// What the playhead walked to, before the live stage takes its place.
  @Test(arguments: scripts)
  func `every beat comes again the same way, back and forth`(script: [String]) throws {
    var stand = try Stand()
    for line in script {
      stand.enter(line)
      stand.wait()
    }
    var playhead = stand.model.playhead
    let tutor = stand.model.tutor
    let last = playhead.beats
    var digests: [Int: UInt64] = [:]
    for _ in 0..<200 {
      guard playhead.stepBack(tutor) else { break }
      digests[playhead.beats] = playhead.shown.world.digest
    }
    #expect(digests.count == min(200, last))
    var steps = 0
    while playhead.isBehind(tutor), steps < 400 {
      _ = playhead.stepForward(tutor)
      steps += 1
      if playhead.isBehind(tutor), let known = digests[playhead.beats] {
        #expect(playhead.shown.world.digest == known, "beat \(playhead.beats)")
      }
    }
    #expect(playhead.shown.world.digest == tutor.stage.world.digest)
  }

  @Test func `counts are those of the instant that is shown`() throws {
    var stand = try Stand("thundering-herd")
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    stand.wait()
    let shown = stand.model.playhead.shown
    #expect(stand.model.playhead.clock == 102_000)
    #expect(shown.command.answered == 20)
    #expect(shown.world.inFlight == 180)
    #expect(shown.world.standing[4] == 180)
    #expect(stand.model.tutor.stage.command.answered == 200)
  }

  @Test func `the lesson's pauses stop it and Space goes on`() throws {
    var stand = try Stand("cache-aside", step: 2)
    stand.wait()
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    var captions: [String] = []
    for _ in 0..<5 {
      stand.wait()
      guard case .paused(let caption) = stand.model.playhead.state else { break }
      captions.append(caption)
      stand.press(.typed(" "))
    }
    #expect(captions.count == 3)
    #expect(captions.first == "1 ms: is it here?")
    #expect(stand.model.playhead.state == .resting)
  }

  @Test func `End passes over pauses`() throws {
    var stand = try Stand("cache-aside", step: 2)
    stand.wait()
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    stand.wait(100)
    stand.press(.key(.end))
    #expect(stand.model.playhead.state == .resting)
  }

  @Test func `a command typed in the past goes on from there`() throws {
    var stand = try Stand()
    stand.enter("rows a=1 b=2")
    stand.enter("read a")
    stand.wait()
    stand.enter("read b")
    stand.wait()
    for _ in 0..<4 { stand.press(.key(.left)) }
    let clock = stand.model.playhead.clock
    #expect(stand.model.playhead.state == .stopped)
    stand.enter("policy fifo")
    stand.wait()
    let lines = stand.effects.flatMap { effect -> [String] in
      guard case .write(let kinds) = effect else { return [] }
      return kinds.compactMap { if case .command(_, let line) = $0 { line } else { nil } }
    }
    #expect(lines.suffix(2).first?.hasPrefix("rewind @\(clock)") == true, "\(lines)")
    #expect(lines.last == "policy fifo")
    #expect(stand.model.tutor.stage.world.clock == clock)
    #expect(
      stand.model.playhead.shown.world.digest == stand.model.tutor.stage.world.digest)
  }

  @Test func `who types ahead sees the end first`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.wait(200)
    #expect(stand.model.playhead.isPlaying)
    stand.enter("read a")
    stand.wait()
    #expect(stand.model.tutor.stage.step.answered == 2)
    #expect(stand.model.playhead.shown.step.answered == 2)
  }

  @Test func `undo shows the world from before`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.wait()
    let before = stand.model.playhead.shown.world.digest
    stand.enter("read a")
    stand.wait()
    stand.enter("undo")
    #expect(stand.model.playhead.shown.world.digest == before)
    #expect(stand.model.playhead.state == .resting)
    stand.press(.key(.left))
    #expect(stand.model.playhead.clock < stand.model.tutor.stage.world.clock)
  }

  @Test func `a tenth of real time while requests are in flight`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("read a")
    stand.wait(500)
    let clock = stand.model.playhead.clock
    #expect(clock > 45_000 && clock < 55_000, "\(clock)")
  }

  @Test func `idle time is jumped over and said`() throws {
    var stand = try Stand()
    stand.enter("rows a=1")
    stand.enter("tick 1h")
    stand.wait(2_000)
    #expect(stand.model.playhead.state == .resting)
    #expect(stand.model.playhead.clock == 3_600_000_000)
    #expect(stand.frame().text.contains("1 h pass"))
  }

  @Test func `a long line is shown faster and faster until somebody chooses a speed`() {
    var pace = Pace()
    #expect(pace.text == "1/10")
    _ = pace.worldTime(of: 13_000_000)
    #expect(pace.text == "1/5")
    pace.slower()
    #expect(pace.text == "1/20")
    _ = pace.worldTime(of: 30_000_000)
    #expect(pace.text == "1/20")
  }

  @Test func `traffic that flows on is not hurried`() {
    var pace = Pace()
    let passed = (0..<600).reduce(Int64(0)) { sum, _ in sum + pace.flowingTime(of: 1_000_000) }
    #expect(passed == 60_000_000)
    #expect(pace.text == "1/10")
  }

  @Test(arguments: [("1/10", "1/10"), ("1", "1"), ("0.5", "1/2"), ("2x", "2"), ("1000", "1000")])
  func `speeds are read as they are typed`(text: String, speed: String) {
    #expect(Pace(text)?.text == speed)
  }

  @Test(arguments: ["", "fast", "0", "-1", "1/0", "1/2/3"])
  func `what is no speed is none`(text: String) {
    #expect(Pace(text) == nil)
  }
}
