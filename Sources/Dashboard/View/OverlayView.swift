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
    let inside = frame.overlay(title(overlay), in: OverlayBox.rect(in: model.size))
    var body = inside
    if model.isSearching || overlay.filter?.isEmpty == false {
      let line = body.takeTop(1)
      var text = StyledText("/", .prompt)
      text.append(model.isSearching ? model.search : overlay.filter ?? "")
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
