import Screen
import Tutor

/// The list of lessons: chapters as headings, then what each takes and how much of it is done.
struct LessonList {
  struct Row {
    var text: StyledText
    /// The place among the lessons that match; nil for a heading.
    var lesson: Int?
  }

  let rows: [Row]
  let selected: Int

  init(_ model: Model) {
    guard case .lessons(let filter, let selected) = model.overlay else {
      rows = []
      self.selected = 0
      return
    }
    self.selected = selected
    let width = OverlayBox.width(in: model.size) - 2
    let glyphs = model.settings.glyphs
    var rows: [Row] = []
    var chapter: LessonChapter?
    for (index, lesson) in model.lessons(matching: filter).enumerated() {
      if lesson.chapter != chapter {
        chapter = lesson.chapter
        if !lesson.chapter.title.isEmpty {
          rows.append(Row(text: StyledText(lesson.chapter.title, .heading), lesson: nil))
        }
      }
      let isPresent = model.tutor.run?.lesson.id == lesson.id
      rows.append(
        Row(
          text: LessonList.line(
            lesson, model.tutor.progress[lesson.id], isPresent: isPresent, width, glyphs),
          lesson: index))
    }
    self.rows = rows
  }

  /// The row that stands first so that the marked lesson is in view.
  static func firstRow(_ rows: [Row], selected: Int, height: Int) -> Int {
    let index = rows.firstIndex { $0.lesson == selected } ?? 0
    return index >= height ? index - height + 1 : 0
  }

  func draw(on frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      frame.putLine(StyledText("No lesson is called that.", .dim), in: rect.row(0))
      return
    }
    let index = rows.firstIndex { $0.lesson == selected }
    frame.list(rows.map(\.text), selected: index, in: rect)
  }

  private static func line(
    _ lesson: Lesson, _ progress: LessonProgress, isPresent: Bool, _ width: Int, _ glyphs: Glyphs
  ) -> StyledText {
    let share = lesson.steps.isEmpty ? 0 : progress.steps.count * 100 / lesson.steps.count
    let (mark, style, state): (Character, Style, String) =
      switch progress.status {
      case .solved: (glyphs.check, .good, "done")
      case .started: (glyphs.dot, .accent, "\(share) %")
      case .untouched: (glyphs.pending, .dim, "new")
      }
    let right =
      "\(lesson.minutes) min".padded(toWidth: 8, alignment: .right)
      + state.padded(toWidth: 7, alignment: .right)
    let room = max(4, width - 4 - right.count)
    let title = (isPresent ? lesson.title + "  (here)" : lesson.title)
      .clipped(toWidth: room, glyphs: glyphs).padded(toWidth: room, glyphs: glyphs)
    var line = StyledText("\(mark) ", style)
    line.append(title, .text)
    line.append(right, style)
    return line
  }
}
