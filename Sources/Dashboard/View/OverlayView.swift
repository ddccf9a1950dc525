import Screen
import Tutor

/// What lies over the page.
struct OverlayView {
  private let model: Model

  init(_ model: Model) { self.model = model }

  func draw(on frame: inout Frame) {
    guard let overlay = model.overlay else { return }
    if case .confirm(let question) = overlay {
      drawQuestion(question, on: &frame)
      return
    }
    let inside = frame.overlay(title(overlay), in: OverlayBox.rect(of: model))
    var body = inside
    if OverlayBox.hasFilter(model) {
      var line = body.takeTop(1)
      var text = StyledText("/", .prompt)
      text.append(model.isSearching ? model.search : overlay.filter ?? "")
      let count = matches(overlay, width: body.width)
      frame.putLine(StyledText(count, .dim), in: line.takeRight(count.count))
      frame.putLine(text, in: line)
      if model.isSearching {
        frame.cursor = line.origin.moved(dx: min(line.width - 1, text.width(frame.glyphs)))
      }
    }
    if case .lessons = overlay {
      LessonList(model).draw(on: &frame, in: body)
    } else {
      let lines = OverlayText(model).lines(width: body.width)
      frame.textPane(lines, in: body, scroll: model.scroll["overlay"] ?? 0)
    }
  }

  /// How much of it the filter shows.
  private func matches(_ overlay: Overlay, width: Int) -> String {
    guard overlay.filter?.isEmpty == false else { return "" }
    if case .lessons(let filter, _) = overlay {
      let count = model.lessons(matching: filter).count
      return "\(count) of \(Words.count(model.tutor.lessons.count, "lesson"))"
    }
    return Words.count(OverlayText(model).matches, "match", "matches")
  }

  private func title(_ overlay: Overlay) -> StyledText {
    switch overlay {
    case .help: StyledText("keys", .heading)
    case .lessons: StyledText("lessons", .heading)
    case .text(let title, _, _): StyledText(title, .heading)
    case .confirm: StyledText()
    }
  }

  private func drawQuestion(_ question: Overlay.Question, on frame: inout Frame) {
    let (asks, tells) =
      switch question {
      case .quit: ("Leave cachetutor?", "What you did is saved; the next start goes on here.")
      case .leaveReplay: ("Leave the recording?", "You stay where it has come to.")
      }
    let width = max(asks.count, tells.count) + 4
    let rect = frame.bounds.centred(Size(width: width, height: 5))
    let inside = frame.overlay(StyledText(), in: rect)
    frame.putLine(StyledText(asks, .strong), in: inside.row(0))
    frame.putLine(StyledText(tells, .dim), in: inside.row(1))
    frame.legend(model.legend.map(\.entry), in: inside.row(2))
  }
}
