import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

/// The miss-ratio curve of what somebody has sent.
struct CurvePanelTests {
  /// After `line`, with the curve on the screen.
  private static func stand(_ line: String, size: Size = Size(width: 120, height: 40)) throws
    -> Stand
  {
    var stand = try Stand(size: size)
    for line in ["show curve", line] {
      stand.enter(line)
      stand.press(.key(.end))
      stand.wait()
    }
    return stand
  }

  private static let zipf = "capacity 20 ; ttl 1h ; traffic zipf 2000 keys=60"

  @Test(arguments: [(24, 5), (38, 7), (44, 10), (60, 14), (80, 20)])
  func `line, axes, knee and dot at every size`(width: Int, height: Int) throws {
    let panel = CurvePanel(try Self.stand(Self.zipf).model.scene)
    try expectSnapshot(
      "curve.\(width)x\(height)",
      picture(panel, width, height) + "\n"
        + picture(panel, width, height, glyphs: .ascii))
  }

  @Test func `ASCII is ASCII`() throws {
    let panel = CurvePanel(try Self.stand(Self.zipf).model.scene)
    let text = picture(panel, 60, 14, glyphs: .ascii)
    let isASCII = text.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isASCII)
  }

  @Test func `lanes are dots of one curve`() throws {
    let line = "ttl 1h ; compare capacity=20 capacity=40 ; traffic zipf 2000 keys=100"
    let panel = CurvePanel(try Self.stand(line).model.scene)
    #expect(panel.dots.map(\.name) == ["20 places", "40 places"])
    #expect(panel.reads == 2_000)
    #expect(panel.scope == "since the lanes began")
    for dot in panel.dots { #expect(abs(dot.missRatio - panel.missRatio(dot.capacity)) < 0.02) }
    try expectSnapshot("curve-lanes.60x14", picture(panel, 60, 14))
    let policies = CurvePanel(
      try Self.stand("compare policy=lru policy=lfu ; read a").model.scene)
    #expect(policies.dots.map(\.name) == ["lru", "lfu"])
  }

  @Test func `a loop one place short is a cliff`() throws {
    let line = "ttl 1h ; capacity 8 ; traffic loop k:1..9 rounds=50"
    let panel = CurvePanel(try Self.stand(line).model.scene)
    #expect(panel.missRatio(8) == 1)
    #expect(panel.missRatio(9) == 0.02)
    try expectSnapshot("curve-loop.44x10", picture(panel, 44, 10))
  }

  @Test func `with few reads it says what there is`() {
    func words(_ panel: CurvePanel) -> String {
      picture(panel, 60, 5).split(separator: "\n").dropFirst().joined(separator: "\n")
    }
    #expect(words(CurvePanel()).contains("nobody has read anything yet"))
    #expect(words(CurvePanel(hits: [0, 0], reads: 1)).contains("one read: a second look"))
    #expect(words(CurvePanel(hits: [0, 0, 0], reads: 2)).contains("2 reads, each of another key"))
    #expect(words(CurvePanel(hits: [0, 4], reads: 5)).contains("5 reads of one key"))
    #expect(
      words(CurvePanel(hits: [0, 2, 4], reads: 9, isHidden: true)).contains(
        "once the question is answered"))
  }

  @Test func `a cache that is larger than all keys is an arrow`() {
    let hits = Array(0...10).map { $0 * 5 }
    let panel = CurvePanel(
      hits: hits, reads: 100, dots: [.init("lru", capacity: 100, missRatio: 0.5)])
    let text = picture(panel, 44, 10)
    #expect(text.contains("100 →"))
    #expect(!text.contains("▲"))
    let near = CurvePanel(
      hits: hits, reads: 100, dots: [.init("lru", capacity: 15, missRatio: 0.5)])
    #expect(picture(near, 44, 10).contains("▲"))
  }

  @Test func `going back shows the curve of then, and forward that of now`() throws {
    var stand = try Stand()
    stand.enter("show curve")
    stand.enter("traffic keys a b a b c a b")
    stand.press(.key(.end))
    stand.wait()
    var seen: [Int: CurvePanel] = [:]
    seen[stand.model.playhead.beats] = CurvePanel(stand.model.scene)
    #expect(CurvePanel(stand.model.scene).reads == 7)
    for _ in 0..<30 where stand.model.playhead.beats > 0 {
      stand.press(.key(.left))
      let panel = CurvePanel(stand.model.scene)
      seen[stand.model.playhead.beats] = panel
      let shown = stand.model.playhead.shown.reads
      #expect(panel.hits == LiveCurve(shown).hits)
      #expect(panel.reads == shown.total)
    }
    #expect(Set(seen.values.map(\.reads)).count >= 6, "reads came and went")
    while stand.model.playhead.isBehind(stand.model.tutor) {
      stand.press(.key(.right))
      guard let before = seen[stand.model.playhead.beats] else { continue }
      #expect(CurvePanel(stand.model.scene) == before)
    }
    #expect(CurvePanel(stand.model.scene).reads == 7)
    stand.enter("undo")
    stand.wait()
    #expect(CurvePanel(stand.model.scene).reads == 0)
  }

  @Test func `who does not look at it pays nothing`() throws {
    var stand = try Stand()
    stand.enter("traffic zipf 50 keys=9")
    stand.wait()
    #expect(stand.model.scene.curve == nil)
    stand.enter("show curve")
    #expect(stand.model.scene.curve?.reads == 50)
    stand.enter("show cache")
    #expect(stand.model.scene.curve == nil)
  }

  @Test func `under traffic its picture is made anew a few times a second`() throws {
    var stand = try Stand(size: Size(width: 120, height: 40))
    for line in ["show curve", "traffic start keys=50 rate=200/s", "speed 1"] { stand.enter(line) }
    var pictures: [Int] = []
    for _ in 0..<60 {
      _ = update(&stand.model, .ticked(33_000))
      pictures.append(stand.model.scene.curve?.reads ?? 0)
    }
    #expect((4...8).contains(Set(pictures).count), "\(Set(pictures).sorted())")
    stand.enter("pause")
    #expect(stand.model.scene.curve?.reads == stand.model.playhead.shown.reads.total)
  }
}
