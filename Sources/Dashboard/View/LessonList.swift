import Screen
import Tutor

// The list of lessons. Nothing in it is locked: what a lesson builds on is said beside it, and more
// about the marked one stands at the bottom.

/// The list of lessons: chapters as headings, then what each takes and how much of it is done.
struct LessonList {
  struct Row {
    var text: StyledText
    /// The place among the lessons that match; nil for a heading.
    var lesson: Int?
  }

  let rows: [Row]
  let selected: Int
  private let detail: [StyledText]

  init(_ model: Model) {
    guard case .lessons(let filter, let selected) = model.overlay else {
      rows = []
      self.selected = 0
      detail = []
      return
    }
    self.selected = selected
    let width = OverlayBox.width(in: model.size) - 2
    let glyphs = model.settings.glyphs
    let found = model.lessons(matching: filter)
    let due = model.tutor.progress.due.map(\.lesson)
    var rows: [Row] = []
    var chapter: LessonChapter?
    for (index, lesson) in found.enumerated() {
      if lesson.chapter != chapter {
        chapter = lesson.chapter
        if !lesson.chapter.title.isEmpty {
          rows.append(Row(text: StyledText(lesson.chapter.title, .heading), lesson: nil))
        }
      }
      let line = LessonLine(lesson, model, isDue: due.contains(lesson.id))
      rows.append(Row(text: line.text(width, glyphs), lesson: index))
    }
    self.rows = rows
    detail =
      found.indices.contains(selected)
      ? LessonList.detail(found[selected], model, due: due, OverlayBox.width(in: model.size))
      : []
  }

  /// The rows of `rect` for the list, and those for what is said about the marked lesson.
  private func split(_ rect: Rect) -> (list: Rect, detail: Rect) {
    guard !detail.isEmpty, rect.height > detail.count + 4 else {
      return (rect, Rect(x: rect.x, y: rect.endY, width: rect.width, height: 0))
    }
    var list = rect
    let bottom = list.takeBottom(detail.count)
    _ = list.takeBottom(1)
    return (list, bottom)
  }

  /// The row that stands first in `height` rows, so that the marked lesson is in view, and its
  /// chapter's heading when it is the first of it.
  private func firstRow(height: Int) -> Int {
    guard let index = rows.firstIndex(where: { $0.lesson == selected }) else { return 0 }
    // Two rows below the marked one are kept in view as well: one sees that it goes on.
    let wanted = index < height - 2 ? 0 : index - height + 3
    return Frame.clampedScroll(wanted, count: rows.count, height: height)
  }

  /// The lesson on a row of the screen; nil where there is none.
  func lesson(at point: Point, in rect: Rect) -> Int? {
    let list = split(rect).list
    guard list.contains(point) else { return nil }
    let row = firstRow(height: list.height) + point.y - list.y
    return rows.indices.contains(row) ? rows[row].lesson : nil
  }

  func draw(on frame: inout Frame, in rect: Rect) {
    guard !rows.isEmpty else {
      frame.putLine(StyledText("No lesson is called that.", .dim), in: rect.row(0))
      return
    }
    let (list, bottom) = split(rect)
    let first = firstRow(height: list.height)
    let shown = Array(rows.dropFirst(first).prefix(list.height))
    frame.list(
      shown.map(\.text), selected: shown.firstIndex { $0.lesson == selected }, in: list)
    let hidden = rows.count - first - shown.count
    if first > 0 { mark("\(frame.glyphs.upArrow)", on: &frame, in: list.row(0)) }
    if hidden > 0 {
      mark("\(frame.glyphs.downArrow)", on: &frame, in: list.row(list.height - 1))
    }
    for (row, line) in detail.enumerated() where row < bottom.height {
      frame.putLine(line, in: bottom.row(row))
    }
  }

  /// That the list goes on there; the last column is kept free for it.
  private func mark(_ text: String, on frame: inout Frame, in row: Rect) {
    var row = row
    let place = row.takeRight(1)
    frame.put(text, at: place.origin, style: .dim, maxWidth: 1)
  }

  /// What the marked lesson builds on, and how it went.
  private static func detail(
    _ lesson: Lesson, _ model: Model, due: [String], _ width: Int
  ) -> [StyledText] {
    let progress = model.tutor.progress[lesson.id]
    var parts = ["\(progress.steps.count) of \(Words.count(lesson.steps.count, "part")) solved"]
    let right = progress.predictions.count { $0.score == 100 }
    if !progress.predictions.isEmpty {
      parts.append("\(right) of \(Words.count(progress.predictions.count, "prediction")) right")
    }
    let hints = progress.hints.reduce(0) { $0 + $1.count }
    if hints > 0 { parts.append(Words.count(hints, "hint")) }
    let glyphs = model.settings.glyphs
    var second = StyledText("Nothing has to be done before it.", .dim)
    let missed = due.count { $0 == lesson.id }
    if missed > 0 {
      second = StyledText(
        "\(Words.count(missed, "question")) due: ", .warning)
      second.append("review", .code)
      second.append(" asks what you missed again.", .dim)
    } else {
      let needs = model.tutor.unmetNeeds(of: lesson).map(\.id)
      if let first = needs.first {
        let more = needs.count > 1 ? " and \(needs.count - 1) more" : ""
        second = StyledText(
          "Builds on \(first)\(more) (not done); it may be begun anyway.", .warning)
      }
    }
    return [
      StyledText("\(lesson.id): \(parts.joined(separator: ", "))", .dim)
        .clipped(toWidth: width, glyphs: glyphs),
      second.clipped(toWidth: width, glyphs: glyphs),
    ]
  }
}

/// One lesson of the list.
private struct LessonLine {
  private let lesson: Lesson
  private let isPresent: Bool
  private let isDue: Bool
  private let progress: LessonProgress
  private let needs: [String]

  init(_ lesson: Lesson, _ model: Model, isDue: Bool) {
    self.lesson = lesson
    self.isDue = isDue
    isPresent = model.tutor.run?.lesson.id == lesson.id
    progress = model.tutor.progress[lesson.id]
    needs = model.tutor.unmetNeeds(of: lesson).map(\.id)
  }

  func text(_ width: Int, _ glyphs: Glyphs) -> StyledText {
    let share = lesson.steps.isEmpty ? 0 : progress.steps.count * 100 / lesson.steps.count
    let (mark, style, state) = status(glyphs)
    let right =
      "\(lesson.minutes) min".padded(toWidth: 8, alignment: .right)
      + "\(share) %".padded(toWidth: 7, alignment: .right) + "  "
      + state.padded(toWidth: 8, glyphs: glyphs)
    let room = max(4, width - 3 - right.count)
    let title = isPresent ? lesson.title + "  (here)" : lesson.title
    var left = StyledText(title, .text)
    if let first = needs.first, progress.status != .solved {
      let more = needs.count > 1 ? " +\(needs.count - 1)" : ""
      let words = "  needs \(first)\(more)"
      // Where it has no room, it is said below of the lesson that is marked.
      if left.width(glyphs) + words.displayWidth(glyphs) <= room { left.append(words, .dim) }
    }
    left = left.clipped(toWidth: room, glyphs: glyphs)
    left.append(String(repeating: " ", count: max(0, room - left.width(glyphs))))
    var line = StyledText("\(mark) ", style)
    line.append(left)
    line.append(right, style)
    return line
  }

  private func status(_ glyphs: Glyphs) -> (Character, Style, String) {
    if isDue { return ("!", .warning, "DUE") }
    switch progress.status {
    case .solved: return (glyphs.check, .good, "done")
    case .started: return (glyphs.dot, .accent, "started")
    case .untouched: return (glyphs.pending, .dim, "pending")
    }
  }
}
