import Screen
import Tutor

/// Two lanes that differ in one rule, number by number.
public struct LanesPanel: Panel {
  public struct Row: Hashable, Sendable {
    public var name: String
    public var left: String
    public var right: String

    public init(_ name: String, _ left: String, _ right: String) {
      self.name = name
      self.left = left
      self.right = right
    }
  }

  public var left: String
  public var right: String
  public var rows: [Row]

  public init(left: String, right: String, rows: [Row]) {
    self.left = left
    self.right = right
    self.rows = rows
  }

  /// The lanes of a scene; none when there is only one.
  public init(_ scene: Scene) {
    guard let rival = scene.stage.rivals.first else {
      self.init(left: "left", right: "right", rows: [])
      return
    }
    let (one, two) = (LaneNumbers(scene.stage), LaneNumbers(rival))
    self.init(
      left: scene.lanes?.left ?? "left", right: scene.lanes?.right ?? "right",
      rows: zip(one.rows, two.rows).map { Row($0.name, $0.value, $1.value) })
  }

  public var title: StyledText { StyledText("two lanes", .heading) }
  public var wantedRows: Int { rows.count + 1 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      frame.putLine(StyledText("only one lane runs here", .dim), in: rect.row(0))
      return
    }
    let columns = [
      TableColumn("", .content(maximum: 14)), TableColumn(left, .share(minimum: 8)),
      TableColumn(right, .share(minimum: 8)),
    ]
    let cells = rows.map { row in
      let differs = row.left != row.right
      return [
        StyledText(row.name, .dim), StyledText(row.left, differs ? .strong : .text),
        StyledText(row.right, differs ? .accent : .text),
      ]
    }
    frame.table(columns, rows: cells, in: rect)
  }
}

/// The numbers that lanes are compared by.
private struct LaneNumbers {
  let rows: [(name: String, value: String)]

  init(_ stage: Stage) {
    let tally = stage.step
    rows = [
      ("hits", Words.count(tally.hits)), ("misses", Words.count(tally.misses)),
      ("hit ratio", tally.hitRatio.map { Words.ratio($0) } ?? "none"),
      ("loads", Words.count(tally.loads)), ("failed", Words.count(tally.failed)),
      ("mean", tally.meanLatency.map { Words.latency($0) } ?? "none"),
      ("slowest", tally.slowest.map { Words.latency($0) } ?? "none"),
    ]
  }
}
