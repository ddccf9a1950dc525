import Screen

// The program, all lines of it, and who stands where.
//
//   ▶ 5     value = db.load(key)       180 here
//
// The mark says that requests stand on a line, the words how many; the line that has just acted is
// lit. Requests that are moved by hand have their letters for marks, and two of them have a copy of
// the listing each, side by side.

/// The listing that runs.
public struct ListingPanel: Panel {
  /// The listing as one request sees it that is moved by hand.
  public struct Copy: Hashable, Sendable {
    /// `A`.
    public var letter: String
    /// `write user:2 Bo`.
    public var words: String
    /// The line that it stands before; nil when it is over.
    public var line: Int?
    /// Lines that it has just done.
    public var acting: Set<Int>
    /// How it ended: `over`, `failed`.
    public var ending: StyledText?

    public init(
      letter: String, words: String, line: Int?, acting: Set<Int> = [], ending: StyledText? = nil
    ) {
      self.letter = letter
      self.words = words
      self.line = line
      self.acting = acting
      self.ending = ending
    }
  }

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
  /// Two requests that are moved by hand; otherwise none.
  public var copies: [Copy] = []

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
    if isSorting { return StyledText("lines to sort: answer 1 2 3 …", .heading) }
    var title = StyledText("program: ", .heading)
    title.append(name.isEmpty ? "none" : name, .heading)
    if !edited.isEmpty { title.append(" (edited)", .warning) }
    return title
  }

  public var wantedRows: Int { lines.count + (footer == nil ? 0 : 1) }

  /// Two copies stand side by side, and nothing beside them.
  public func takesWholeWidth(glyphs: Glyphs) -> Bool { copies.count == 2 }

  public func sections(_ size: Size, glyphs: Glyphs) -> [PanelSection] {
    if let half = halfWidth(size.width) {
      let rows = size.height - (footer != nil && size.height > 2 ? 1 : 0)
      return [
        PanelSection(x: 0, title: title(of: copies[0])),
        PanelSection(x: half + 1, title: title(of: copies[1]), lineRows: rows),
      ]
    }
    let columns = ListingColumns(self, width: size.width)
    var sections: [PanelSection] = []
    let hasHead = columns.countWidth > 0 && !columns.hasWords
    let end = size.width - (hasHead ? 7 : 1)
    if hasHead {
      sections.append(PanelSection(x: size.width - 6, title: StyledText("here", .queued)))
    }
    let rows = size.height - (footer != nil && size.height > 2 ? 1 : 0)
    let note = "\(rows) of \(lines.count)"
    // A function that is cut says so: `show listing` has all of it.
    if isCut(height: rows), title.width(glyphs) + note.count + 5 <= end {
      sections.insert(PanelSection(x: end - note.count - 2, title: StyledText(note, .dim)), at: 0)
    }
    return sections
  }

  private func title(of copy: Copy) -> StyledText {
    var title = StyledText("\(copy.letter): \(copy.words)", .heading)
    if let ending = copy.ending {
      title.append(", ", .heading)
      title.append(ending)
    }
    return title
  }

  /// The columns of one of two copies; nil when there are not two, or not enough room for them.
  func halfWidth(_ width: Int) -> Int? {
    let half = (width - 1) / 2
    return copies.count == 2 && half >= 30 ? half : nil
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    var body = rect
    if let footer, body.height > 2 {
      frame.putLine(footer, in: body.takeBottom(1).inset(left: 1))
    }
    guard let half = halfWidth(rect.width) else {
      let columns = ListingColumns(self, width: body.width)
      for (row, line) in visibleLines(height: body.height).enumerated() {
        draw(line: line, columns, on: &frame, in: body.row(row))
      }
      return
    }
    let left = body.takeLeft(half)
    _ = body.takeLeft(1)
    for (copy, place) in zip(copies, [left, body]) { draw(copy, on: &frame, in: place) }
  }

  private func draw(_ copy: Copy, on frame: inout Frame, in rect: Rect) {
    var panel = self
    panel.copies = []
    panel.standing = []
    panel.hands = copy.line.map { [$0: copy.letter] } ?? [:]
    panel.acting = copy.acting
    panel.scroll = scroll ?? copy.line ?? copy.acting.min()
    let columns = ListingColumns(panel, width: rect.width)
    for (row, line) in panel.visibleLines(height: rect.height).enumerated() {
      panel.draw(line: line, columns, on: &frame, in: rect.row(row))
    }
  }

  // MARK: lines

  private func draw(
    line: Int, _ columns: ListingColumns, on frame: inout Frame, in rect: Rect
  ) {
    let count = standing.indices.contains(line - 1) ? standing[line - 1] : 0
    let isActing = acting.contains(line)
    let isMarked = count > 0 || isActing || hands[line] != nil
    var rest = rect
    let mark = hands[line] ?? (isMarked ? "\(frame.glyphs.arrowHeadRight)" : " ")
    let markStyle: Style = hands[line] != nil || isActing ? .focused : .accent
    frame.putLine(
      StyledText(mark, isMarked ? markStyle : .normal), in: rest.takeLeft(columns.mark),
      alignment: .right)
    let number = "\(line)".padded(toWidth: columns.digits, alignment: .right)
    let numberStyle: Style = edited.contains(line) ? .warning : .lineNumber
    frame.putLine(StyledText(number, numberStyle), in: rest.takeLeft(columns.digits))
    _ = rest.takeLeft(1)
    let place = rest.takeRight(min(rest.width, columns.room(for: count)))
    if count > 0 {
      let words = ClockText.grouped(count) + (columns.hasWords ? " here" : "")
      frame.putLine(StyledText(words, .queued), in: place, alignment: .right)
    }
    let code = ListingInk.styled(columns.code(lines[line - 1]))
    if isActing {
      frame.fill(rest, style: .current)
      frame.putLine(code.styled(.current), in: rest)
    } else {
      frame.putLine(code, in: rest)
    }
  }
}
