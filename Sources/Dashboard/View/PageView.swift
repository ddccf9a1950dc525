import Screen
import Simulation
import Tutor

/// The page with everything on it, being drawn.
struct PageView {
  let model: Model
  let layout: Layout
  private let scene: Scene
  private let lesson: LessonPane
  private let panels: [String: any Panel]

  init(_ model: Model) {
    self.model = model
    var scene = model.bareScene
    var panels: [String: any Panel] = [:]
    layout = model.layout(scene, making: &panels)
    scene.log = model.lastLog
    for pane in layout.numbered where panels[pane.panel] == nil {
      panels[pane.panel] = PanelCatalog.find(pane.panel)?.make(scene)
    }
    self.scene = scene
    lesson = model.lessonPane
    self.panels = panels
  }

  /// The strip in which dots travel; nil where it has no room.
  var path: PathPanel? { panels["path"] as? PathPanel }

  /// Rules, separators and the titles in them: the first to be drawn.
  func drawLines(on frame: inout Frame) {
    layout.drawLines(on: &frame) { pane in title(of: pane, panels[pane.panel]) }
  }

  /// Everything else.
  func draw(on frame: inout Frame) {
    TitleLine(model).draw(on: &frame, in: layout.title)
    lesson.draw(
      on: &frame, in: layout.lesson.body.inset(left: 1, right: 1),
      scroll: model.scroll["lesson"], isRoomy: layout.isWide)
    for pane in layout.numbered {
      guard let row = PanelCatalog.find(pane.panel), let panel = panels[row.id] else { continue }
      PanelRow.draw(panel, minimum: row.minimum, on: &frame, in: layout.inner(of: pane))
    }
    PromptView(model).draw(on: &frame, layout)
    if model.settings.showsLegend {
      frame.legend(scene.keys, in: layout.legend.inset(left: 1))
    }
    OverlayView(model).draw(on: &frame)
  }

  private func title(of pane: Layout.Pane, _ panel: (any Panel)?) -> Layout.PaneTitle {
    var title = Layout.PaneTitle(
      text: panel?.title ?? StyledText(lesson.heading, .heading))
    title.isFocused = model.isBrowsing && pane.panel == model.focus
    title.inset = layout.inset(of: pane)
    let size = layout.inner(of: pane).size
    title.sections = panel?.sections(size, glyphs: model.settings.glyphs) ?? []
    guard model.isBrowsing, let index = layout.numbered.firstIndex(of: pane) else { return title }
    let number = StyledText("\(index + 1) ", .key)
    title.text = number + title.text
    if let first = title.sections.firstIndex(where: { $0.x == 0 && $0.y == 0 }) {
      title.sections[first].title = number + title.sections[first].title
    }
    return title
  }
}

/// The first line: which lesson, which part, what the playhead does, what the clock says.
struct TitleLine {
  private let model: Model

  init(_ model: Model) { self.model = model }

  func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect.inset(left: 1, right: 1)
    let right = state(frame.glyphs)
    frame.putLine(right, in: rest.takeRight(right.width(frame.glyphs)))
    _ = rest.takeRight(2)
    let part = self.part
    let place = rest.takeRight(min(rest.width, part.width(frame.glyphs)))
    frame.putLine(part, in: place)
    _ = rest.takeRight(2)
    let whole = lesson(withChapter: true)
    let fits = whole.width(frame.glyphs) <= rest.width
    frame.putLine(fits ? whole : lesson(withChapter: false), in: rest)
  }

  private func lesson(withChapter: Bool) -> StyledText {
    guard let run = model.tutor.run else { return StyledText("cachetutor · sandbox", .title) }
    let lesson = run.lesson
    let siblings = model.tutor.lessons.filter { $0.chapter == lesson.chapter }
    var text = StyledText()
    if withChapter, !lesson.chapter.title.isEmpty,
      let index = siblings.firstIndex(where: { $0.id == lesson.id })
    {
      text.append("\(lesson.chapter.title) \(index + 1) of \(siblings.count) · ", .dim)
    }
    text.append(lesson.title, .title)
    return text
  }

  private var part: StyledText {
    if let replay = model.replay {
      return StyledText("recording \(replay.name)", .accent)
    }
    guard let run = model.tutor.run else { return StyledText() }
    return StyledText("part \(run.stepIndex + 1) of \(run.lesson.steps.count)", .dim)
  }

  private func state(_ glyphs: Glyphs) -> StyledText {
    let clock = Words.clock(model.playhead.latestClock)
    var text: StyledText
    switch model.playhead.state {
    case .playing:
      text = StyledText("\(glyphs.play) \(model.playhead.pace.text) speed", .accent)
    case .paused: text = StyledText("\(glyphs.pause) paused", .warning)
    case .stopped: text = StyledText("\(glyphs.pause) in the past", .warning)
    case .resting where model.hasRunningTraffic:
      text = StyledText("\(glyphs.play) \(model.playhead.pace.text) speed", .accent)
    case .resting: text = StyledText("clock stopped", .dim)
    }
    text.append(clock.padded(toWidth: 12, alignment: .right), .strong)
    return text
  }
}
