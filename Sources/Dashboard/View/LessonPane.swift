import Screen

// What there is to read and to do. At 80 columns it has five rows: the text gets what questions,
// goals and remarks leave, at least one row, and scrolls.

/// The lesson's side of the screen: a value with all that it says.
public struct LessonPane: Hashable, Sendable {
  public struct Option: Hashable, Sendable {
    public var letter: String
    public var text: String
    public var isMarked: Bool
  }

  public struct Review: Hashable, Sendable {
    public var said: String
    /// nil until it has been seen.
    public var was: String?
    public var isRight: Bool?
    public var remark: String?
  }

  public struct Goal: Hashable, Sendable {
    public enum State: Hashable, Sendable {
      case met, unmet, pending
    }

    public var sentence: String
    public var distance: String
    public var state: State
  }

  public var heading = ""
  public var text: [StyledText]
  /// The paragraph from which on the text is new; 0 when all of it is.
  public var fresh = 0
  public var question = StyledText()
  public var options: [Option] = []
  /// Lines to be put in order.
  public var lines: [String] = []
  public var reviews: [Review] = []
  public var goals: [Goal] = []
  public var feedback: StyledText?
  public var hint: StyledText?
  /// What comes next, once everything is done.
  public var solved: String?
  /// How it went, beside the author's way.
  public var score: String?
  /// The key that shows more of the text: beside the arrow that says that there is more.
  public var moreKey = "more"

  public init(text: [StyledText]) {
    self.text = text
  }

  /// How many rows it would like to have at a width.
  func rows(width: Int, glyphs: Glyphs) -> Int {
    textLines(width: width, glyphs: glyphs, isRoomy: false).count
      + footLines(width: width, glyphs: glyphs, isRoomy: false).count
  }

  /// The line of the text on which what is new begins.
  func freshLine(width: Int, glyphs: Glyphs, isRoomy: Bool) -> Int {
    var pane = self
    pane.text = Array(text.prefix(fresh))
    return pane.textLines(width: width, glyphs: glyphs, isRoomy: isRoomy).count
  }

  /// Draws it; returns how many lines of the text lie below.
  ///
  /// - Parameter scroll: the first line of the text; nil shows what is new.
  @discardableResult
  func draw(on frame: inout Frame, in rect: Rect, scroll: Int?, isRoomy: Bool) -> Int {
    let glyphs = frame.glyphs
    var body = rect
    var text = textLines(width: rect.width, glyphs: glyphs, isRoomy: isRoomy)
    let foot = fittedFoot(in: rect, glyphs: glyphs, isRoomy: isRoomy)
    // A question must be read as a whole, the text can be scrolled.
    let least = min(text.count, isRoomy ? 3 : question.isEmpty ? 1 : 0)
    let footRows = min(foot.count, max(0, rect.height - least))
    if isRoomy, text.count + 1 + foot.count <= rect.height {
      // The foot follows the text, where there is room for both.
      let area = body.takeTop(text.count)
      frame.textPane(text, in: area)
      _ = body.takeTop(1)
      frame.textPane(foot, in: body)
      return 0
    }
    let bottom = body.takeBottom(footRows)
    var start = 0
    if text.count > body.height {
      // Narrower by the notes that there is more, so that they hide no words.
      let width = max(1, rect.width - noteWidth)
      text = textLines(width: width, glyphs: glyphs, isRoomy: isRoomy)
      start = scroll ?? firstLine(of: text.count, width: width, glyphs: glyphs, isRoomy: isRoomy)
    }
    let first = frame.textPane(text, in: body, scroll: start, more: moreKey)
    // What is most urgent stands last: when there is no room, the first lines go.
    frame.textPane(Array(foot.suffix(footRows)), in: bottom)
    return max(0, text.count - body.height - first)
  }

  /// The columns of `PgDn ↓` and the blank before it.
  private var noteWidth: Int { moreKey.displayWidth + 3 }

  /// Where text that is too long is opened: at what is new; at its end, where it says what to do,
  /// once somebody is at work.
  private func firstLine(of count: Int, width: Int, glyphs: Glyphs, isRoomy: Bool) -> Int {
    let isAtWork = solved == nil && question.isEmpty
    if isAtWork, feedback != nil || hint != nil || !reviews.isEmpty { return count }
    return freshLine(width: width, glyphs: glyphs, isRoomy: isRoomy)
  }

  private func textLines(width: Int, glyphs: Glyphs, isRoomy: Bool) -> [StyledText] {
    var lines: [StyledText] = []
    for (index, paragraph) in text.enumerated() {
      if index > 0, isRoomy { lines.append(StyledText()) }
      // Items of a list hang below their dash.
      let isList = paragraph.spans.first?.text == "- "
      lines += paragraph.wrapped(toWidth: width, indent: isList ? 2 : 0, glyphs: glyphs)
    }
    return lines
  }

  /// The foot, without what can be missed most easily where rows are too few.
  ///
  /// Those are goals that are met beside others that are not, all goals of a part that is solved, then
  /// the score, then remarks on predictions from the oldest on. What a part that is solved has shown
  /// is told as a whole.
  private func fittedFoot(in rect: Rect, glyphs: Glyphs, isRoomy: Bool) -> [StyledText] {
    var pane = self
    func lines() -> [StyledText] {
      pane.footLines(width: rect.width, glyphs: glyphs, isRoomy: isRoomy)
    }
    var least = isRoomy ? min(3, text.count) : 1
    if solved != nil, !isRoomy, fresh > 0 {
      let width = max(1, rect.width - noteWidth)
      let lines = textLines(width: width, glyphs: glyphs, isRoomy: isRoomy)
      let known = freshLine(width: width, glyphs: glyphs, isRoomy: isRoomy)
      least = min(max(1, lines.count - known), max(1, rect.height - reviews.count))
    }
    let room = rect.height - least
    if lines().count > room, goals.contains(where: { $0.state != .met }) {
      pane.goals.removeAll { $0.state == .met }
    }
    if solved != nil, lines().count > room { pane.goals = [] }
    if lines().count > room { pane.score = nil }
    for index in reviews.indices where lines().count > room { pane.reviews[index].remark = nil }
    return lines()
  }

  private func footLines(width: Int, glyphs: Glyphs, isRoomy: Bool) -> [StyledText] {
    var groups: [[StyledText]] = []
    groups.append(
      columns(lines.map { StyledText(" " + $0, .code) }, width, glyphs, isRoomy, isTall: true))
    groups.append(reviews.flatMap { reviewLines($0, width, glyphs, isRoomy) })
    groups.append(questionLines(width, glyphs, isRoomy))
    groups.append(goalLines(width, glyphs, isRoomy))
    groups.append(
      feedback.map { text in
        let mark = StyledText("\(glyphs.arrowHeadRight) ", .warning)
        return (mark + text).wrapped(toWidth: width, indent: 2, glyphs: glyphs)
      } ?? [])
    groups.append(hint.map { $0.wrapped(toWidth: width, indent: 2, glyphs: glyphs) } ?? [])
    groups.append(
      score.map { score in
        let mark = StyledText("\(glyphs.check) ", .good)
        return (mark + StyledText(score, .dim)).wrapped(toWidth: width, indent: 2, glyphs: glyphs)
      } ?? [])
    if let solved, isRoomy { groups.append([StyledText(solved, .good)]) }
    groups.removeAll { $0.isEmpty }
    return Array(groups.joined(separator: isRoomy ? [StyledText()] : []))
  }

  private func reviewLines(
    _ review: Review, _ width: Int, _ glyphs: Glyphs, _ isRoomy: Bool
  ) -> [StyledText] {
    var said = StyledText("You said  ", .dim)
    said.append(ProseText.styled(sentence: review.said))
    guard let was = review.was else {
      return said.wrapped(toWidth: width, indent: 10, glyphs: glyphs)
    }
    var truth = StyledText("It was  ", .dim)
    truth.append(was, review.isRight == true ? .good : .strong)
    said.append(
      " \(review.isRight == true ? glyphs.check : glyphs.cross)",
      review.isRight == true ? .good : .bad)
    var lines: [StyledText]
    let joined = said + StyledText("   ") + truth
    if !isRoomy, joined.width(glyphs) <= width {
      lines = [joined]
    } else {
      var second = StyledText("It was    ", .dim)
      second.append(StyledText(Array(truth.spans.dropFirst())))
      lines = said.wrapped(toWidth: width, indent: 10, glyphs: glyphs)
      lines += second.wrapped(toWidth: width, indent: 10, glyphs: glyphs)
    }
    if let remark = review.remark {
      lines += (StyledText("          ") + ProseText.styled(sentence: remark).styled(.hint))
        .wrapped(toWidth: width, indent: 10, glyphs: glyphs)
    }
    return lines
  }

  private func questionLines(
    _ width: Int, _ glyphs: Glyphs, _ isRoomy: Bool
  ) -> [StyledText] {
    guard !question.isEmpty else { return [] }
    var lines = question.adding(.bold).wrapped(toWidth: width, glyphs: glyphs)
    let cells = options.map { option -> StyledText in
      let style: Style = option.isMarked ? .selection : .text
      let mark = option.isMarked ? "\(glyphs.arrowHeadRight)" : " "
      var cell = StyledText(mark + option.letter + " ", option.isMarked ? .selection : .key)
      cell.append(option.text, style)
      return cell
    }
    lines += columns(cells, width, glyphs, isRoomy, isTall: false)
    return lines
  }

  /// Short lines two by two where rows are dear: read across, or down for what is tall.
  private func columns(
    _ cells: [StyledText], _ width: Int, _ glyphs: Glyphs, _ isRoomy: Bool, isTall: Bool
  ) -> [StyledText] {
    let half = width / 2
    let isShort = cells.allSatisfy { $0.width(glyphs) <= half - 2 }
    guard !isRoomy, isShort, cells.count > 2 else {
      return cells.flatMap { $0.wrapped(toWidth: width, indent: 3, glyphs: glyphs) }
    }
    let rows = (cells.count + 1) / 2
    return (0..<rows).map { row in
      let (first, second) = isTall ? (row, row + rows) : (row * 2, row * 2 + 1)
      var line = cells[first]
      if cells.indices.contains(second) {
        line.append(String(repeating: " ", count: half - line.width(glyphs)))
        line.append(cells[second])
      }
      return line
    }
  }

  private func goalLines(_ width: Int, _ glyphs: Glyphs, _ isRoomy: Bool) -> [StyledText] {
    guard !goals.isEmpty, question.isEmpty else { return [] }
    var lines: [StyledText] = isRoomy ? [StyledText("To do", .heading)] : []
    var shown = goals
    if !isRoomy, goals.count > 2 {
      // Where rows are dear the goals that are met are only counted.
      let met = goals.count { $0.state == .met }
      shown = Array(goals.filter { $0.state != .met }.prefix(2))
      if met > 0 {
        lines.append(StyledText("\(glyphs.check) \(met) of \(goals.count) done", .good))
      }
    }
    for goal in shown {
      var line: StyledText =
        switch goal.state {
        case .met: StyledText("\(glyphs.check) ", .good)
        case .unmet: StyledText("\(glyphs.cross) ", .bad)
        case .pending: StyledText("\(glyphs.pending) ", .dim)
        }
      line.append(ProseText.styled(sentence: goal.sentence))
      guard !goal.distance.isEmpty else {
        lines += line.wrapped(toWidth: width, indent: 2, glyphs: glyphs)
        continue
      }
      let distance = StyledText(goal.distance, goal.state == .unmet ? .warning : .dim)
      let joined = line + StyledText("   ") + distance
      if joined.width(glyphs) <= width, !isRoomy {
        lines.append(joined)
      } else {
        lines += line.wrapped(toWidth: width, indent: 2, glyphs: glyphs)
        lines += (StyledText("    ") + distance).wrapped(toWidth: width, indent: 4, glyphs: glyphs)
      }
    }
    return lines
  }
}
