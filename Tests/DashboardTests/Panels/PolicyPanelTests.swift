import Screen
import Testing
import Tutor

@testable import Dashboard

struct PolicyPanelTests {
  static let s3 = PolicyPanel(parts: [
    .init(
      "s3-fifo",
      rows: [
        .init(
          "small",
          [.init("ad7", isVictim: true, isUnderHand: true), .init("ad8"), .init("ad9")]),
        .init("main", [.init("menu", mark: "(1)"), .init("logo", mark: "(3)")]),
        .init(
          "ghosts", [.init("ad6"), .init("ad5", isRegretted: true), .init("ad4")], count: 9,
          isGhosts: true),
      ])
  ])

  @Test func `every queue has a line, who leaves first stands first`() {
    #expect(
      picture(Self.s3, 38, 6) == """
        ─ inside s3-fifo ─────────────────────
         small 3   ▲▶ad7 ad8 ad9
         main 2    menu(1) logo(3)
         ghosts 9  ad6 ad5! ad4 … 6 more


         ! asked for again  ▶ leaves next
        """)
  }

  @Test func `letters do where there are no other signs`() {
    #expect(
      picture(Self.s3, 60, 4, glyphs: .ascii) == """
        - inside s3-fifo -------------------------------------------
         small 3   ^>ad7 ad8 ad9
         main 2    menu(1) logo(3)
         ghosts 9  ad6 ad5! ad4 ~ 6 more
         ! asked for again  > leaves next  ^ the hand
        """)
  }

  @Test func `a long queue gets the lines that are left, and who finds no place is counted`() {
    let keys = (1...20).map { PolicyPanel.Item("key:\($0)") }
    let panel = PolicyPanel(parts: [
      .init("arc", rows: [.init("recent", keys), .init("frequent", [])], figures: "p 3 of 20")
    ])
    #expect(
      picture(panel, 40, 4) == """
        ─ inside arc ───────────────────────────
         recent 20   key:1 key:2 key:3 key:4
                     key:5 key:6 key:7 … 13 more
         frequent 0  ·
         p 3 of 20
        """)
  }

  @Test func `an open question about who leaves is not answered`() {
    var panel = Self.s3
    panel.isHidden = true
    #expect(!picture(panel, 40, 4).contains("ad7"))
  }

  private func shown(_ lines: String...) throws -> Stand {
    var stand = try Stand()
    for line in lines {
      stand.enter(line)
      stand.wait()
      stand.press(.key(.end))
      #expect(stand.model.notice?.kind != .error, "\(line): \(stand.model.notice?.text ?? "")")
    }
    return stand
  }

  @Test func `the hand of SIEVE moves, and those spared stay where they stand`() throws {
    let stand = try shown(
      "policy sieve", "capacity 5", "ttl 1h", "rows a=1 b=2 c=3 d=4 e=5 f=6",
      "traffic keys a b b c d e a")
    let before = PolicyPanel(stand.model.scene)
    let items = before.parts[0].rows[0].items
    #expect(items.map(\.key) == ["a", "b", "c", "d", "e"])
    #expect(items.map(\.mark) == ["*", "*", "", "", ""])
    #expect(items.map(\.isUnderHand) == [true, false, false, false, false])
    #expect(items.map(\.isVictim) == [false, false, true, false, false])
    var later = stand
    later.enter("read f")
    later.wait()
    later.press(.key(.end))
    let after = PolicyPanel(later.model.scene)
    #expect(after.parts[0].rows[0].items.map(\.key) == ["a", "b", "d", "e", "f"])
    #expect(after.parts[0].rows[0].items.map(\.isUnderHand) == [false, false, true, false, false])
  }

  @Test func `a ghost is lit while somebody asks for it again`() throws {
    var stand = try shown(
      "policy 2q", "capacity 4", "ttl 1h", "rows a=1 b=2 c=3 d=4 e=5 f=6",
      "traffic keys a b c d e")
    func ghosts(_ stand: Stand) -> [PolicyPanel.Item] {
      PolicyPanel(stand.model.scene).parts[0].rows.first { $0.isGhosts }?.items ?? []
    }
    #expect(ghosts(stand).map(\.key) == ["a"])
    #expect(ghosts(stand).map(\.isRegretted) == [false])
    stand.enter("read a")
    var wasLit = false
    while stand.model.isMoving {
      stand.wait(33)
      wasLit = wasLit || ghosts(stand).contains { $0.key == "a" && $0.isRegretted }
    }
    #expect(wasLit)
    #expect(!ghosts(stand).contains { $0.key == "a" }, "it has come back")
  }

  @Test func `the ghosts of a side stand below it`() throws {
    let stand = try shown(
      "policy arc", "capacity 3", "ttl 1h", "rows a=1 b=2 c=3 d=4 e=5",
      "traffic keys a a b c d b")
    let part = PolicyPanel(stand.model.scene).parts[0]
    #expect(part.rows.map(\.name) == ["recent", " ghosts", "frequent", " ghosts"])
    #expect(part.figures.hasPrefix("p "))
  }

  @Test func `lanes have a part each`() throws {
    let stand = try shown(
      "capacity 3", "compare policy=clock policy=s3-fifo", "traffic loop k:1..4")
    let panel = PolicyPanel(stand.model.scene)
    #expect(panel.parts.map(\.name) == ["clock", "s3-fifo"])
    #expect(picture(panel, 60, 12).contains("─ inside clock and s3-fifo ─"))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `the inside of a policy stands on the page`(width: Int, height: Int) throws {
    var stand = try shown(
      "policy s3-fifo", "capacity 8", "ttl 1h",
      "rows logo=Fox menu=Tea ad:1..9", "traffic keys logo menu menu logo menu ad:1 ad:2 ad:3 ad:4",
      "traffic keys ad:5 ad:6 ad:7 ad:8 ad:3", "show policy")
    stand.press(.resized(Size(width: width, height: height)))
    try expectSnapshot("policy", stand.frame(width, height))
  }
}
