import Screen

// What the policy goes by, a line a queue.
//
//   small  3   ▲ad7 ad8 ad9
//   main   2   menu(1) logo(3)
//   ghosts 4   ad6 ad5 ad4! ad3
//
// Who came to a queue first stands first, and so does who leaves it first: ▶ is the next of all to
// leave, ▲ where the hand stands. `*` is a bit, a number in brackets a count. Ghosts are names whose
// entries have left, the newest first; one that is asked for again is lit and has a mark.

/// The inside of an eviction policy: queues, marks, the hand, ghosts, and the numbers it steers by.
public struct PolicyPanel: Panel {
  /// A key in a queue, or a name that is remembered.
  public struct Item: Hashable, Sendable {
    public var key: String
    /// What the policy has pencilled beside it: `*`, `(2)`.
    public var mark: String
    public var isVictim: Bool
    public var isUnderHand: Bool
    /// A ghost that somebody is asking for just now.
    public var isRegretted: Bool
    /// How it looks when something has just happened to it.
    public var glow: Style?

    public init(
      _ key: String, mark: String = "", isVictim: Bool = false, isUnderHand: Bool = false,
      isRegretted: Bool = false, glow: Style? = nil
    ) {
      self.key = key
      self.mark = mark
      self.isVictim = isVictim
      self.isUnderHand = isUnderHand
      self.isRegretted = isRegretted
      self.glow = glow
    }
  }

  /// A queue of entries, or a list of ghosts.
  public struct Row: Hashable, Sendable {
    public var name: String
    public var items: [Item]
    /// How many there are in all.
    public var count: Int
    public var isGhosts: Bool

    public init(_ name: String, _ items: [Item], count: Int? = nil, isGhosts: Bool = false) {
      self.name = name
      self.items = items
      self.count = count ?? items.count
      self.isGhosts = isGhosts
    }
  }

  /// The policy of one cache, or of one lane.
  public struct Part: Hashable, Sendable {
    public var name: String
    public var rows: [Row]
    /// `p 3`: the numbers that it steers by.
    public var figures: String

    public init(_ name: String, rows: [Row], figures: String = "") {
      self.name = name
      self.rows = rows
      self.figures = figures
    }
  }

  public var parts: [Part]
  /// A question about its choice is open: it is not told.
  public var isHidden: Bool

  public init(parts: [Part], isHidden: Bool = false) {
    self.parts = parts
    self.isHidden = isHidden
  }

  public var title: StyledText {
    let names = parts.map(\.name)
    return StyledText("inside " + names.joined(separator: " and "), .heading)
  }

  public var wantedRows: Int {
    let rows = parts.reduce(0) { sum, part in
      sum + part.rows.reduce(0) { $0 + min(3, ($1.items.count + 4) / 4) }
        + (part.figures.isEmpty ? 0 : 1)
    }
    return min(12, max(4, rows + (parts.count > 1 ? parts.count : 1)))
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard !isHidden else {
      frame.putLine(StyledText("  told when you have answered", .dim), in: rect.row(0))
      return
    }
    let lines = self.lines(rect.size, frame.glyphs)
    for (index, line) in lines.prefix(rect.height).enumerated() {
      frame.putLine(line, in: rect.row(index))
    }
    let legend = self.legend(frame.glyphs, width: rect.width - 1)
    guard lines.count < rect.height, !legend.isEmpty else { return }
    frame.putLine(StyledText(" " + legend, .dim), in: rect.row(rect.height - 1))
  }

  // MARK: lines

  /// Every queue has a line; those that need more get what is left, the first ones first.
  private func lines(_ size: Size, _ glyphs: Glyphs) -> [StyledText] {
    let label = labelWidth(glyphs)
    let width = max(1, size.width - label)
    let heads = parts.count > 1 ? parts.count : 0
    let needs = parts.flatMap(\.rows).map { wrapped($0, width, .max, glyphs).count }
    let fixed = heads + needs.count + parts.count { !$0.figures.isEmpty }
    var spare = max(0, size.height - fixed)
    let rooms = needs.map { need in
      let more = min(spare, need - 1)
      spare -= more
      return 1 + more
    }
    var lines: [StyledText] = []
    var index = 0
    for part in parts {
      if heads > 0 { lines.append(StyledText(part.name, .strong)) }
      for row in part.rows {
        lines += self.lines(of: row, label: label, width: width, rooms[index], glyphs)
        index += 1
      }
      if !part.figures.isEmpty { lines.append(StyledText(" " + part.figures, .accent)) }
    }
    return lines
  }

  private func lines(
    of row: Row, label: Int, width: Int, _ room: Int, _ glyphs: Glyphs
  ) -> [StyledText] {
    let blank = String(repeating: " ", count: label)
    let lines = wrapped(row, width, room, glyphs)
    return lines.enumerated().map { index, line in
      let head = index == 0 ? row.head.padded(toWidth: label, glyphs: glyphs) : blank
      var text = StyledText(head, row.isGhosts ? .dim : .text)
      text.append(line)
      return text
    }
  }

  /// The items of a row in at most so many lines; who finds no place is counted.
  private func wrapped(
    _ row: Row, _ width: Int, _ room: Int, _ glyphs: Glyphs
  ) -> [StyledText] {
    var lines = [StyledText()]
    var used = 0
    for (index, item) in row.items.enumerated() {
      let text = styled(item, isGhost: row.isGhosts, glyphs)
      let needed = text.width(glyphs) + 1
      let isLast = index == row.items.count - 1 && row.count == row.items.count
      let rest = "\(glyphs.ellipsis) \(ClockText.grouped(row.count - index)) more"
      let reserve = lines.count == room && !isLast ? rest.displayWidth(glyphs) : 0
      if used + needed + reserve > width, used > 0 || reserve > 0 {
        guard lines.count < room else {
          lines[lines.count - 1].append(rest, .dim)
          return lines
        }
        lines.append(StyledText())
        used = 0
      }
      lines[lines.count - 1].append(text)
      lines[lines.count - 1].append(" ", .text)
      used += needed
    }
    if row.items.isEmpty { lines[0].append("\(glyphs.pending)", .dim) }
    if row.count > row.items.count {
      lines[lines.count - 1].append(
        "\(glyphs.ellipsis) \(ClockText.grouped(row.count - row.items.count)) more", .dim)
    }
    return lines
  }

  private func styled(_ item: Item, isGhost: Bool, _ glyphs: Glyphs) -> StyledText {
    var text = StyledText()
    if item.isUnderHand { text.append("\(glyphs.arrowHeadUp)", .accent) }
    if item.isVictim { text.append("\(glyphs.arrowHeadRight)", .evicted) }
    let usual: Style = isGhost ? .dim : item.isVictim ? .evicted : .text
    text.append(item.key, item.isRegretted ? .focused : item.glow ?? usual)
    if item.isRegretted { text.append("!", .focused) }
    if !item.mark.isEmpty { text.append(item.mark, .accent) }
    return text
  }

  private func labelWidth(_ glyphs: Glyphs) -> Int {
    let widths = parts.flatMap(\.rows).map { $0.head.displayWidth(glyphs) }
    return (widths.max() ?? 0) + 2
  }

  /// Only what is on the screen is explained, and only what fits.
  private func legend(_ glyphs: Glyphs, width: Int) -> String {
    let items = parts.flatMap(\.rows).flatMap(\.items)
    var words: [String] = []
    if items.contains(where: \.isVictim) { words.append("\(glyphs.arrowHeadRight) leaves next") }
    if items.contains(where: \.isUnderHand) { words.append("\(glyphs.arrowHeadUp) the hand") }
    if items.contains(where: { $0.mark == "*" }) { words.append("* asked for") }
    if items.contains(where: \.isRegretted) { words.insert("! asked for again", at: 0) }
    while words.joined(separator: "  ").displayWidth(glyphs) > width { words.removeLast() }
    return words.joined(separator: "  ")
  }
}

extension PolicyPanel.Row {
  /// What stands before its items.
  fileprivate var head: String { " \(name) \(ClockText.grouped(count))" }
}
