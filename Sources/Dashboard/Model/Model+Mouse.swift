import Screen

extension Model {
  /// A click focuses or chooses, the wheel scrolls what is under the pointer.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: wheel(-3, at: mouse.position)
    case .wheelDown: wheel(3, at: mouse.position)
    case .pressed where mouse.button == .left: return click(mouse.position)
    default: break
    }
    return []
  }

  private mutating func wheel(_ lines: Int, at point: Point) {
    if overlay != nil {
      scroll(by: lines)
    } else if let pane = layout.pane(at: point) {
      scroll(by: lines, in: pane.panel)
    }
  }

  private mutating func click(_ point: Point) -> [Effect] {
    let layout = layout
    if layout.legend.contains(point), let action = legendAction(at: point, layout) {
      let key = settings.keys.binding(of: action, in: situation.contexts)?.keys.first
      return key.map { perform(action, $0) } ?? []
    }
    if overlay != nil { return clickOverlay(point) }
    if layout.prompt.contains(point) {
      isBrowsing = false
    } else if let pane = layout.pane(at: point) {
      focus = pane.panel
      isBrowsing = true
    }
    return []
  }

  private func legendAction(at point: Point, _ layout: Layout) -> KeyAction? {
    let entries = legend
    var frame = Frame(size: size, glyphs: settings.glyphs)
    let columns = frame.legend(entries.map(\.entry), in: layout.legend.inset(left: 1))
    return columns.firstIndex { $0.contains(point.x) }.map { entries[$0].action }
  }

  private mutating func clickOverlay(_ point: Point) -> [Effect] {
    let box = OverlayBox.rect(of: self)
    guard box.contains(point) else {
      close()
      return []
    }
    guard case .lessons(let filter, let selected) = overlay else { return [] }
    let body = OverlayBox.body(of: self)
    guard let lesson = LessonList(self).lesson(at: point, in: body) else { return [] }
    if lesson == selected { return perform(.select, .key(.enter)) }
    overlay = .lessons(filter: filter, selected: lesson)
    return []
  }
}
