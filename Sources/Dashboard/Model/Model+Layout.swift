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
    "cache", "database", "queue", "nodes", "ring", "timeline", "curve", "stats", "lanes",
  ]

  /// Whether the curve is among the panels that have a place.
  var showsCurve: Bool {
    !isTooSmall && turnedPanels.prefix(size.width >= Layout.wideWidth ? 9 : 2).contains("curve")
  }

  /// The panels below what happens, the most important first.
  var detailPanels: [String] {
    let known = tutor.lessonPanels ?? sandboxPanels
    var panels = known.filter { PanelCatalog.find($0) != nil && !Model.fixed.contains($0) }
    if panels.isEmpty { panels = ["listing", "cache"] }
    guard !tutor.stage.rivals.isEmpty else { return panels }
    // What happens in the lanes says already what their caches and databases do.
    panels.removeAll { ["cache", "database", "lanes"].contains($0) }
    panels.insert("lanes", at: min(1, panels.count))
    return panels
  }

  private static let fixed: Set<String> = ["path", "log", "lesson"]

  /// The details after F4 has been pressed some times, or what `show` was asked for.
  private var turnedPanels: [String] {
    let own = detailPanels
    if showsLanes { return second("lanes") }
    if let shownPanel, !Model.fixed.contains(shownPanel) {
      return shownPanel == own[0] ? own : second(shownPanel)
    }
    guard turned > 0, let next = turnedPanel else { return own }
    return next == "log" ? own : second(next)
  }

  private func second(_ panel: String) -> [String] {
    let own = detailPanels
    return [own[0], panel] + own.dropFirst().filter { $0 != panel }
  }

  /// What F4 has come to: first the lesson's own panels that had no room, then everything else, the
  /// log where it is small; nil when it is back at the beginning.
  private var turnedPanel: String? {
    let own = detailPanels
    var others = own.dropFirst(2) + Model.otherPanels.filter { !own.contains($0) }
    if size.width < Layout.wideWidth { others.append("log") }
    let index = (turned - 1) % (others.count + 1)
    return index < others.count ? Array(others)[index] : nil
  }

  /// Whether the log takes the room of the panels.
  private var isLogLarge: Bool {
    shownPanel == "log" || (shownPanel == nil && turned > 0 && turnedPanel == "log")
  }

  /// Where everything stands.
  var layout: Layout {
    var panels: [String: any Panel] = [:]
    return layout(bareScene, making: &panels)
  }

  /// Where everything stands; the panels that had to be asked what room they want are left in
  /// `panels`, for whoever goes on to draw them.
  func layout(_ scene: Scene, making panels: inout [String: any Panel]) -> Layout {
    let details = turnedPanels.compactMap { id -> LayoutRequest.Detail? in
      guard let row = PanelCatalog.find(id) else { return nil }
      let panel = row.make(scene)
      panels[id] = panel
      // What somebody asked for stands beside the program, however much the program would like.
      let isAsked = turned > 0 || showsLanes || shownPanel != nil
      return LayoutRequest.Detail(
        id, rows: panel.wantedRows, fewest: max(3, row.minimum.height),
        takesWholeWidth: !isAsked && panel.takesWholeWidth(glyphs: settings.glyphs))
    }
    let isWide = size.width >= Layout.wideWidth
    if isReading, !isWide {
      return Layout(
        size: size,
        request: LayoutRequest(
          hasPath: false, hasLegend: settings.showsLegend, details: [], lessonRows: size.height))
    }
    // Beside the panels the lesson has all the height there is.
    let rows = isWide ? 5 : lessonPane.rows(width: max(20, size.width - 2), glyphs: settings.glyphs)
    // While a question waits nobody asks the caches: where its text, or the program that it is about,
    // has no room, they get that of what happens.
    let isNarrow = !isWide && size.height < 30
    let isAsking = question != nil && isSettled && scene.stage.rivals.isEmpty
    let asksMore =
      isAsking
      && (rows > 5 || (details.first?.panel == "listing" && ListingPanel(scene).isCut(height: 7)))
    // Four lanes leave no room for a panel: whoever asks for one sees it in their place.
    let isCrowded = scene.stage.rivals.count > 2 && (turned > 0 || showsLanes || shownPanel != nil)
    let hidesPath = isNarrow && (asksMore || isCrowded)
    let pathWidth = size.width - (isWide ? 44 : 1)
    return Layout(
      size: size,
      request: LayoutRequest(
        hasPath: !hidesPath,
        pathRows: scene.stage.rivals.isEmpty
          ? Layout.pathRows : PathPanel(scene).rows(width: pathWidth),
        hasLegend: settings.showsLegend,
        isLogLarge: isLogLarge, details: details, lessonRows: rows))
  }

  /// Whether the function that is looked at has more lines than there is room for.
  var isListingCut: Bool {
    guard let pane = layout.pane("listing") else { return true }
    return ListingPanel(bareScene).isCut(height: pane.body.height)
  }

  /// A part that asks for nothing is a page to read.
  private var isReading: Bool {
    guard let run = tutor.run, question == nil, run.commandsUsed == 0 else { return false }
    return !run.step.asksForWork && !run.step.production.isEmpty
  }

  /// The scene without its log, which costs most.
  var bareScene: Scene {
    var scene = Scene(
      stage: playhead.shown, events: playhead.events, chart: playhead.chart, motion: motion,
      clock: playhead.clock, filter: filterText, scroll: scroll, keys: legend.map(\.entry),
      lanes: laneNames, focusLine: focusLine, sorting: sorting)
    scene.hands = playhead.hands.hands
    scene.history = playhead.history
    scene.curve = curve.panel
    scene.isAsking = tutor.run?.openQuestion != nil
    scene.isRoomy = size.width >= Layout.wideWidth
    scene.victims = victimDisplay
    scene.asked = askedKeys
    scene.isThreatened = isSettled && prompt.text.hasPrefix("crash ")
    return scene
  }

  /// Keys that the part wants to be placed by hand, and that are not yet.
  private var askedKeys: Set<String> {
    let subjects = (tutor.run?.goals ?? []).filter { !$0.holds }.map(\.goal.claim.subject)
    return Set(subjects.filter { $0.word.name == "at_home" }.flatMap(\.arguments))
  }

  /// What the part asks for is not told before it is answered.
  private var victimDisplay: VictimDisplay {
    guard let run = tutor.run else { return .marked }
    if let open = run.openQuestion, run.questions[open].prediction.asksWhoLeaves { return .hidden }
    return run.step.asksWhoLeaves && !run.isSolved && !run.isFinished ? .unmarked : .marked
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
    if words.first == "edit", words.count > 2 { return Int(words[1]) ?? Int(words[2]) }
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

  /// As much of the log as a screen can show.
  var lastLog: [LogPanel.Line] {
    log.lastLines(
      size.height + (scroll["log"] ?? 0), playhead, filter: logFilter, isFlowing: hasRunningTraffic)
  }

  /// What the lanes are called: by the rules in which they differ.
  private var laneNames: [String] {
    let lanes = tutor.stage.lanes
    guard lanes.count > 1, !playhead.shown.rivals.isEmpty else { return [] }
    return LanesPanel.difference(lanes.map(\.laneName))
  }
}
