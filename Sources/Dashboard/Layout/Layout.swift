import Screen

// Where things stand: a pure function of the size and of the panels that are wanted.
//
//   wide, from 110 columns                     narrow, from 80
//   title                                      title
//   ─ lesson ────┬─ what happens ────────      ───────────────────────
//                │                             lesson
//                ├─ first ───┬─ second ──      ── what happens ───────
//                │           │                 path
//   ─ log ───────┴───────────┴───────────      ── first ──┬─ second ──
//                                                         │
//   ─────────────────────────────────────      ───────────┴───────────
//   › prompt                                   log
//   assistance                                 › prompt
//   legend                                     assistance
//                                              legend

/// Which rectangle belongs to what; none lies outside of the screen, none over another.
public struct Layout: Hashable, Sendable {
  /// The smallest terminal in which everything has its place.
  public static let minimum = Size(width: 80, height: 24)
  /// From here on the lesson stands beside what happens.
  static let wideWidth = 110

  /// A panel's place: a row of rule for its title, and what is below it.
  public struct Pane: Hashable, Sendable {
    public var panel: String
    public var title: Rect
    public var body: Rect

    var whole: Rect {
      Rect(x: title.x, y: title.y, width: title.width, height: title.height + body.height)
    }
  }

  public var size: Size
  public var isWide = false
  public var title = Rect.zero
  public var lesson = Pane(panel: "lesson", title: .zero, body: .zero)
  /// What happens, and the details below it, in reading order.
  public var panes: [Pane] = []
  public var log = Pane(panel: "log", title: .zero, body: .zero)
  public var prompt = Rect.zero
  public var assistance = Rect.zero
  public var legend = Rect.zero
  /// Rules without a title.
  public var rules: [Rect] = []
  /// Lines from one rule down to another, both ends included.
  public var separators: [Rect] = []

  /// Every pane by number: the lesson is 1, the log is the last.
  public var numbered: [Pane] { [lesson] + panes + [log] }

  /// The pane of a panel, when it is on the screen.
  public func pane(_ panel: String) -> Pane? { numbered.first { $0.panel == panel } }

  /// The pane at a place of the screen.
  public func pane(at point: Point) -> Pane? { numbered.first { $0.whole.contains(point) } }

  /// The listing and the cache have their marks in the first column; everything else keeps it free.
  func inset(of pane: Pane) -> Int { ["listing", "cache"].contains(pane.panel) ? 0 : 1 }

  /// Where the panel in a pane draws.
  func inner(of pane: Pane) -> Rect {
    let right = pane.body.endX < size.width ? 1 : 0
    return pane.body.inset(left: inset(of: pane), right: right)
  }
}
