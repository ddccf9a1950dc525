// Room: everything must fit an 80×24 screen.

/// What fits at 80×24.
public enum LessonRoom {
  /// Columns of the text.
  public static let columns = 78
  /// Lines of text on one screen, and how many screens a step may fill.
  public static let lines = 4
  public static let screens = 2
  /// Goals of one step; two are seen at once.
  public static let goals = 4
  /// Columns of a line of a listing.
  public static let listing = 72
}

extension LessonChecker {
  mutating func checkRoom() {
    let limit = LessonRoom.lines * LessonRoom.screens
    for step in lesson.steps {
      for text in [step.before, step.after] {
        let lines = TextRoom.lines(of: text, columns: LessonRoom.columns)
        if lines > limit, let first = text.first {
          report(.tooMuchText(lines: lines, limit: limit), at: first.line)
        }
      }
      if step.goals.count > LessonRoom.goals {
        report(.tooManyGoals(step.goals.count, limit: LessonRoom.goals), at: step.goals[0].line)
      }
      checkListing(of: step)
    }
  }

  private mutating func checkListing(of step: LessonStep) {
    let listing = step.listing
    let lines = listing?.text.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    for (index, text) in lines.enumerated() where text.count > LessonRoom.listing {
      report(
        .wideLine(columns: text.count, limit: LessonRoom.listing),
        at: (listing?.line ?? step.line).advanced(by: index))
    }
    for line in step.order?.lines ?? [] where line.text.count > LessonRoom.listing {
      report(.wideLine(columns: line.text.count, limit: LessonRoom.listing), at: line.line)
    }
  }

  /// A goal and its distance stand on one line.
  mutating func checkRoom(of goals: [GoalStatus]) {
    for status in goals {
      let columns = status.line.count + 2
      if columns > LessonRoom.columns {
        report(.wideGoal(columns: columns, limit: LessonRoom.columns), at: status.goal.line)
      }
    }
  }
}

/// How many lines a text takes when it is wrapped at blanks.
enum TextRoom {
  static func lines(of blocks: [Prose], columns: Int) -> Int {
    blocks.reduce(0) { $0 + lines(of: $1, columns: columns) }
  }

  private static func lines(of block: Prose, columns: Int) -> Int {
    switch block.kind {
    case .paragraph(let spans), .heading(_, let spans):
      wrapped(ProseSpan.plainText(spans), columns)
    case .list(_, let items): items.reduce(0) { $0 + lines(of: $1, columns: columns - 2) }
    case .code(_, let lines): lines.count
    case .quote(let inner): lines(of: inner, columns: columns - 2)
    }
  }

  private static func wrapped(_ text: String, _ columns: Int) -> Int {
    var lines = 1
    var used = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if used > 0, used + 1 + word.count > columns {
        lines += 1
        used = word.count
      } else {
        used += (used > 0 ? 1 : 0) + word.count
      }
    }
    return lines
  }
}
