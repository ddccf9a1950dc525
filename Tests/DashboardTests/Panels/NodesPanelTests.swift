import Testing

@testable import Dashboard

struct NodesPanelTests {
  @Test func `what a node had stands beside what it has, and the movers below`() {
    let panel = NodesPanel(
      rows: [
        .init(label: "A", index: 0, owned: 569, before: 569),
        .init(label: "D", index: 3, owned: 285, before: 0),
      ], keys: 1_000,
      change: ChangeOfNodes(
        moved: 2, total: 1_000, fair: 250, modulo: 759,
        movers: [
          .init(label: "city:3", from: "B", to: "D", reason: "123.0° to 164.0°"),
          .init(label: "city:4", from: "B", to: "D", reason: "84.8° to 164.0°"),
        ]))
    #expect(
      picture(panel, 34, 8) == """
        ─ nodes: 2 ───────────────────────
        node  state        owns  was
        A     ● up   569 (57 %)  569
        D     ● up   285 (29 %)    0
        2 of 1 000 moved
        fair: 250, modulo 759

        city:3 B → D  123.0° to 164.0°
        city:4 B → D  84.8° to 164.0°
        """)
  }

  @Test func `who is not named is counted`() {
    var movers: [ChangeOfNodes.Mover] = []
    for city in 1...9 {
      movers.append(.init(label: "city:\(city)", from: "A", to: "B", reason: ""))
    }
    let panel = NodesPanel(
      rows: [.init(label: "A", index: 0)], keys: 9,
      change: ChangeOfNodes(moved: 9, total: 9, movers: movers))
    let rows = picture(panel, 34, 7).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.last == "and 7 more: show movers")
  }
}
