import Screen

// The program, all lines of it, and who stands where.
//
//   ▶ 5     value = db.load(key)       180 here
//
// The mark says that requests stand on a line, the words how many; the line that has just acted is
// lit. Requests that are moved by hand have their letters for marks.

/// The listing that runs.
public struct ListingPanel: Panel {
  public var name: String
  public var lines: [String]
  /// Requests on each line; index 0 is line 1.
  public var standing: [Int]
  /// Lines, from 1, that have just acted.
  public var acting: Set<Int>
  /// Letters of requests moved by hand, by line.
  public var hands: [Int: String]
  /// Lines that differ from the pattern's own.
  public var edited: Set<Int>
  /// What database and cache say of the key that is moved by hand.
  public var footer: StyledText?
  /// The line that must be in view; nil lets the panel choose.
  public var scroll: Int?
  /// The line to look at while nothing acts.
  public var focusLine: Int?
  /// Lines to be put in order are no program.
  public var isSorting = false

  public init(
    name: String, lines: [String], standing: [Int] = [], acting: Set<Int> = [],
    hands: [Int: String] = [:], edited: Set<Int> = [], footer: StyledText? = nil,
    scroll: Int? = nil
  ) {
    self.name = name
    self.lines = lines
    self.standing = standing
    self.acting = acting
    self.hands = hands
    self.edited = edited
    self.footer = footer
    self.scroll = scroll
  }

  public var title: StyledText {
    if isSorting { return StyledText("lines to sort: answer 3 1 2 …", .heading) }
    var title = StyledText("program: ", .heading)
    title.append(name.isEmpty ? "none" : name, .heading)
    if !edited.isEmpty { title.append(" (edited)", .warning) }
    return title
  }

  public var wantedRows: Int { lines.count + (footer == nil ? 0 : 1) }

  public func draw(on frame: inout Frame, in rect: Rect) {
    var body = rect
    if let footer, body.height > 2 {
      frame.putLine(footer, in: body.takeBottom(1))
    }
    for (row, line) in visibleLines(height: body.height).enumerated() {
      draw(line: line, on: &frame, in: body.row(row))
    }
  }

  /// The lines, from 1, that are shown: as much as fits around what happens.
  ///
  /// A function that fits is shown whole; of one that does not, the first line and the last stay.
  func visibleLines(height: Int) -> [Int] {
    guard height > 0, !lines.isEmpty else { return [] }
    guard lines.count > height else { return Array(1...lines.count) }
    let focus = min(max(1, scroll ?? acting.min() ?? busiestLine ?? focusLine ?? 1), lines.count)
    let block = function(around: focus)
    if block.count <= height {
      let first = min(block.lowerBound, lines.count - height + 1)
      return Array(first..<(first + height))
    }
    guard height >= 4 else {
      let first = min(max(block.lowerBound, focus - height / 2), block.upperBound - height + 1)
      return Array(first..<(first + height))
    }
    let window = height - 2
    let last = block.upperBound
    let first = min(max(block.lowerBound + 1, focus - window / 2), last - window)
    return [block.lowerBound] + Array(first..<(first + window)) + [last]
  }

  /// The lines of the function that a line belongs to, blank lines after it left out.
  private func function(around line: Int) -> ClosedRange<Int> {
    func isHead(_ line: Int) -> Bool {
      lines[line - 1].first.map { $0 != " " && $0 != "#" } ?? false
    }
    var first = line
    while first > 1, !isHead(first) { first -= 1 }
    var last = first
    while last < lines.count, !isHead(last + 1) { last += 1 }
    while last > first, lines[last - 1].allSatisfy({ $0 == " " }) { last -= 1 }
    return first...last
  }

  private var busiestLine: Int? {
    guard let most = standing.max(), most > 0, let index = standing.firstIndex(of: most) else {
      return hands.keys.min()
    }
    return index + 1
  }

  private func draw(line: Int, on frame: inout Frame, in rect: Rect) {
    let count = standing.indices.contains(line - 1) ? standing[line - 1] : 0
    let isActing = acting.contains(line)
    let isMarked = count > 0 || isActing || hands[line] != nil
    var rest = rect
    let mark = hands[line] ?? (isMarked ? "\(frame.glyphs.arrowHeadRight)" : " ")
    let markStyle: Style = isActing ? .acting : hands[line] != nil ? .focused : .accent
    frame.putLine(
      StyledText(mark, isMarked ? markStyle : .normal), in: rest.takeLeft(1))
    let digits = "\(lines.count)".count + 1
    let number = "\(line)".padded(toWidth: digits, alignment: .right)
    let numberStyle: Style = edited.contains(line) ? .warning : .lineNumber
    frame.putLine(StyledText(number, numberStyle), in: rest.takeLeft(digits))
    _ = rest.takeLeft(1)
    if count > 0, rest.width > 12 {
      let words = " \(ClockText.grouped(count)) here"
      let place = rest.takeRight(words.count)
      frame.putLine(StyledText(words, .queued), in: place, alignment: .right)
    }
    let code = ListingInk.styled(lines[line - 1])
    if isActing {
      frame.fill(rest, style: .current)
      frame.putLine(code.styled(.current), in: rest)
    } else {
      frame.putLine(code, in: rest)
    }
  }
}
