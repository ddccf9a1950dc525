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
  /// What lies in the caches of each lane, the safest first.
  public var contents: (left: [String], right: [String])

  public init(
    left: String, right: String, rows: [Row],
    contents: (left: [String], right: [String]) = ([], [])
  ) {
    self.left = left
    self.right = right
    self.rows = rows
    self.contents = contents
  }

  /// The lanes of a scene; none when there is only one.
  public init(_ scene: Scene) {
    guard let rival = scene.stage.rivals.first else {
      self.init(left: "left", right: "right", rows: [])
      return
    }
    let (one, two) = (LaneNumbers(scene.stage), LaneNumbers(rival))
    let names = LanesPanel.difference(scene.lanes?.left ?? "left", scene.lanes?.right ?? "right")
    self.init(
      left: names.left, right: names.right,
      rows: zip(one.rows, two.rows).map { Row($0.name, $0.value, $1.value) },
      contents: (LanesPanel.contents(scene.stage), LanesPanel.contents(rival)))
  }

  /// What two rules do not have in common: of `policy lru` and `policy lfu` the last words.
  static func difference(_ left: String, _ right: String) -> (left: String, right: String) {
    let (one, two) = (left.split(separator: " "), right.split(separator: " "))
    let common = zip(one, two).prefix { $0 == $1 }.count
    let rest = (one.dropFirst(common), two.dropFirst(common))
    guard !rest.0.isEmpty, !rest.1.isEmpty else { return (left, right) }
    return (rest.0.joined(separator: " "), rest.1.joined(separator: " "))
  }

  public var title: StyledText { StyledText("two lanes", .heading) }
  public var wantedRows: Int { rows.count + 3 }

  /// The keys in the caches, from the one that stays longest.
  private static func contents(_ stage: Stage) -> [String] {
    stage.world.nodes.filter(\.isMember).prefix(4).flatMap { node -> [String] in
      node.cache.inspection(limit: 64).queues.flatMap(\.entries).compactMap { place in
        node.cache.entry(at: place.slot).map { stage.world.symbols.text(of: $0.key) }
      }
    }
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      frame.putLine(StyledText("only one lane runs here", .dim), in: rect.row(0))
      return
    }
    var rect = rect
    if rect.height >= 6 {
      let bottom = rect.takeBottom(2)
      for (row, (name, keys)) in [(left, contents.left), (right, contents.right)].enumerated() {
        var line = StyledText(name + ": ", .dim)
        line.append(
          keys.isEmpty ? "nothing" : keys.joined(separator: " "), row == 0 ? .text : .accent)
        frame.putLine(line, in: bottom.row(row))
      }
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
      ("mean", tally.meanLatency.map { Words.latency($0 / 1_000 * 1_000) } ?? "none"),
      ("slowest", tally.slowest.map { Words.latency($0) } ?? "none"),
    ]
  }
}
