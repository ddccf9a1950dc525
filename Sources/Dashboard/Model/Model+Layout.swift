import Screen
import Tutor

// Which panels stand on the screen: those that the lesson names, in its order; another key press
// puts the next ones into the last place.

extension Model {
  /// Without a lesson: one cache is looked into, of several it is seen who owns what.
  private var sandboxPanels: [String] {
    playhead.shown.world.placement.members.count > 1
      ? ["path", "ring", "listing", "cache", "database"] : ["path", "listing", "cache", "database"]
  }

  /// What F4 offers beyond the lesson's own panels.
  static let otherPanels = [
    "cache", "database", "queue", "nodes", "ring", "timeline", "stats", "lanes",
  ]

  /// The panels below what happens, the most important first.
  var detailPanels: [String] {
    let known = tutor.run?.lesson.panels.map(\.text) ?? sandboxPanels
    var panels = known.filter { PanelCatalog.find($0) != nil && !Model.fixed.contains($0) }
    if panels.isEmpty { panels = ["listing", "cache"] }
    if tutor.stage.rivals.isEmpty == false, !panels.contains("lanes") {
      panels.insert("lanes", at: min(1, panels.count))
    }
    return panels
  }

  private static let fixed: Set<String> = ["path", "log", "lesson"]

  /// The details after F4 has been pressed some times.
  private var turnedPanels: [String] {
    let own = detailPanels
    if showsLanes { return [own[0], "lanes"] + own.dropFirst().filter { $0 != "lanes" } }
    guard turned > 0 else { return own }
    // First the lesson's own that had no room, then everything else.
    let rest = own.dropFirst(2) + Model.otherPanels.filter { !own.contains($0) }
    let others = Array(rest)
    let index = (turned - 1) % (others.count + 1)
    guard index < others.count else { return own }
    let next = others[index]
    return [own[0], next] + own.dropFirst().filter { $0 != next }
  }

  /// Where everything stands.
  var layout: Layout { layout(size) }

  func layout(_ size: Size) -> Layout {
    let scene = bareScene
    let details = turnedPanels.compactMap { id -> LayoutRequest.Detail? in
      guard let row = PanelCatalog.find(id) else { return nil }
      return LayoutRequest.Detail(
        id, rows: row.make(scene).wantedRows, fewest: max(3, row.minimum.height))
    }
    let pane = lessonPane
    if isReading, size.width < Layout.wideWidth {
      return Layout(
        size: size,
        request: LayoutRequest(
          hasPath: false, hasLegend: settings.showsLegend, details: [], lessonRows: size.height))
    }
    let rows = pane.rows(width: max(20, size.width - 2), glyphs: settings.glyphs)
    return Layout(
      size: size,
      request: LayoutRequest(
        hasLegend: settings.showsLegend, details: details, lessonRows: rows))
  }

  /// A part that asks for nothing is a page to read.
  private var isReading: Bool {
    guard let run = tutor.run, question == nil, run.commandsUsed == 0 else { return false }
    return !run.step.asksForWork && !run.step.production.isEmpty
  }

  /// The scene without its log, which costs most.
  var bareScene: Scene {
    Scene(
      stage: playhead.shown, events: playhead.events, motion: motion, clock: playhead.clock,
      filter: filterText, scroll: scroll, keys: legend.map(\.entry), lanes: laneNames,
      focusLine: focusLine, sorting: sorting)
  }

  /// Lines that wait to be put in order.
  ///
  /// An order that was given is run as a program, so while it is shown the program stands there.
  var sorting: [String]? {
    guard isSettled, let run = tutor.run, run.part == .task, !run.isSolved,
      let order = run.step.order
    else { return nil }
    return order.lines.map(\.text)
  }

  /// The line that the part is about: the one to be edited, or the function to be run.
  private var focusLine: Int? {
    guard let run = tutor.run else { return nil }
    let commands =
      question?.prediction.commands.text ?? run.suggestion ?? run.step.solutions.first?.lines.first?
      .text ?? ""
    let words = commands.split(separator: " ")
    if words.first == "edit", words.count > 1 { return Int(words[1]) }
    let isWrite = words.prefix(2).contains { $0 == "write" }
    return isWrite
      ? playhead.shown.world.pattern.lines.firstIndex { $0.hasPrefix("def write") }.map { $0 + 1 }
      : nil
  }

  /// Everything that panels are made from.
  var scene: Scene {
    var scene = bareScene
    scene.log = log.lines(playhead, filter: logFilter)
    return scene
  }

  /// The scene with as much of its log as a screen can show.
  var visibleScene: Scene {
    var scene = bareScene
    scene.log = log.lastLines(
      size.height + (scroll["log"] ?? 0), playhead, filter: logFilter)
    return scene
  }

  private var laneNames: (left: String, right: String)? {
    if let contrast = tutor.run?.step.contrast, tutor.run?.part == .contrast {
      return (contrast.left.text, contrast.right.text)
    }
    // Lanes that a person has set up are called by what they differ in.
    guard let left = playhead.shown.world.nodes.first?.cache,
      let right = tutor.stage.rivals.first?.world.nodes.first?.cache
    else { return nil }
    if left.policyName != right.policyName { return (left.policyName, right.policyName) }
    if left.capacity != right.capacity {
      return ("\(left.capacity) places", "\(right.capacity) places")
    }
    return nil
  }
}
