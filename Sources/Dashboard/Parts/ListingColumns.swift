import Screen

// A count never stands over the text of its line. Where `180 here` finds no room beside a line, all
// counts get a narrow column with the word above it; where even that is too much, the lines are
// indented by half as many blanks. The code begins in the same column either way, so that nothing
// jumps when people arrive.

/// The columns of a listing: mark, number, code, how many stand there.
struct ListingColumns {
  /// Columns for the marks: the letters of all that stand on one line.
  let mark: Int
  let digits: Int
  /// Columns for counts, the blank before them included; 0 without counts.
  let countWidth: Int
  /// Whether each count says `here`; otherwise the column's head does.
  let hasWords: Bool
  private let halvesIndentation: Bool

  /// ` 123`, and ` 123 here`.
  private static let narrow = 4
  private static let wordy = 9

  init(_ panel: ListingPanel, width: Int) {
    let plain = "\(panel.lines.count)".count
    let longest = panel.lines.map(\.displayWidth).max() ?? 0
    // Room for counts is kept free before anybody stands there.
    let (wordy, narrow) =
      panel.standing.isEmpty ? (0, 0) : (ListingColumns.wordy, ListingColumns.narrow)
    // The blank before the numbers is the first thing to go.
    mark = min(5, max(1, panel.hands.values.map(\.count).max() ?? 1))
    digits = mark + plain + 2 + longest + wordy <= width ? plain + 1 : plain
    let gutter = mark + digits + 1
    halvesIndentation = gutter + longest + narrow > width
    let most = panel.standing.max() ?? 0
    hasWords = zip(panel.lines, panel.standing).allSatisfy { line, count in
      count == 0 || gutter + line.displayWidth + ClockText.grouped(count).count + 6 <= width
    }
    countWidth = most == 0 ? 0 : ClockText.grouped(most).count + (hasWords ? 6 : 1)
  }

  /// The columns at the right end of a line with a count: all lines alike, unless words say it.
  func room(for count: Int) -> Int {
    if hasWords { return count > 0 ? ClockText.grouped(count).count + 6 : 0 }
    return countWidth
  }

  func code(_ line: String) -> String {
    guard halvesIndentation else { return line }
    let blanks = line.prefix { $0 == " " }.count
    return String(repeating: " ", count: blanks / 2) + line.dropFirst(blanks)
  }
}
