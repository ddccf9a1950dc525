import Screen
import Tutor

extension Model {
  mutating func performOnPage(_ action: KeyAction) -> [Effect] {
    switch action {
    case .help: show(.help(filter: ""))
    case .lessons:
      if let reason = reason(against: .lessons) {
        notice = Notice(.remark, reason)
      } else {
        show(.lessons(filter: "", selected: presentLesson))
      }
    case .panels:
      turned += 1
      showsLanes = false
      shownPanel = nil
    case .lanes:
      if let reason = reason(against: .lanes) {
        notice = Notice(.remark, reason)
      } else if tutor.stage.rivals.isEmpty {
        return run("author", isTyped: false)
      } else {
        showsLanes.toggle()
        shownPanel = nil
      }
    case .close: close()
    case .confirm: return confirm()
    case .decline: overlay = nil
    case .select: return select()
    case .erase: setSearch(String(search.dropLast()))
    case .search:
      isSearching = true
      search = overlay?.filter ?? ""
    case .nextMatch: findMatch(from: (scroll[focus] ?? 0) + 1, by: 1)
    case .previousMatch: findMatch(from: (scroll[focus] ?? 0) - 1, by: -1)
    case .copy: return copy()
    default: break
    }
    return []
  }

  private mutating func show(_ new: Overlay) {
    overlay = new
    isSearching = false
    search = ""
    scroll["overlay"] = 0
  }

  mutating func close() {
    if isSearching {
      isSearching = false
      if overlay != nil { setSearch("") }
      search = ""
      return
    }
    if let filter = overlay?.filter, !filter.isEmpty {
      setSearch("")
      return
    }
    overlay = nil
  }

  private mutating func confirm() -> [Effect] {
    guard case .confirm(let question) = overlay else { return [] }
    overlay = nil
    switch question {
    case .quit: return [.quit]
    case .leaveReplay:
      replay = nil
      return []
    }
  }

  /// Enter: takes the search, or what is marked.
  private mutating func select() -> [Effect] {
    if isSearching {
      isSearching = false
      return []
    }
    guard case .lessons(let filter, let selected) = overlay else { return [] }
    let found = lessons(matching: filter)
    guard found.indices.contains(selected) else { return [] }
    overlay = nil
    isBrowsing = false
    return run("lesson \(found[selected].id)", isTyped: false)
  }

  /// The lessons whose titles, chapters or names contain a text, in any case.
  func lessons(matching filter: String) -> [Lesson] {
    let wanted = filter.lowercased()
    guard !wanted.isEmpty else { return tutor.lessons }
    return tutor.lessons.filter { lesson in
      [lesson.id, lesson.title, lesson.chapter.title].contains {
        $0.lowercased().contains(wanted)
      }
    }
  }

  // MARK: panes

  mutating func walk(_ action: KeyAction, _ input: Input) {
    switch action {
    case .browse:
      if completing != nil || notice?.kind == .error {
        completing = nil
        notice = nil
      } else {
        isBrowsing = true
        notice = nil
      }
    case .leaveBrowse:
      isBrowsing = false
      search = ""
      if notice?.kind == .remark { notice = nil }
    case .nextPane: moveFocus(by: 1)
    case .previousPane: moveFocus(by: -1)
    case .pane:
      if case .key(.character(let digit), _) = input, let number = Int(String(digit)) {
        let panes = layout.numbered
        if panes.indices.contains(number - 1) { focus = panes[number - 1].panel }
      }
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .halfUp: scroll(by: -max(1, focusHeight / 2))
    case .halfDown: scroll(by: max(1, focusHeight / 2))
    case .pageUp: scroll(by: -max(1, focusHeight - 1))
    case .pageDown: scroll(by: max(1, focusHeight - 1))
    case .top: scroll(by: -1_000_000)
    case .bottom: scroll(by: 1_000_000)
    default: break
    }
  }

  private mutating func moveFocus(by step: Int) {
    let panes = layout.numbered
    let index = panes.firstIndex { $0.panel == focus } ?? 0
    focus = panes[(index + step + panes.count) % panes.count].panel
  }

  /// What scrolls: what lies over the page, the pane with the focus, or the lesson.
  private var scrolled: String {
    if overlay != nil { return "overlay" }
    return isBrowsing ? focus : "lesson"
  }

  private var focusHeight: Int {
    overlay != nil ? max(1, size.height - 8) : layout.pane(scrolled)?.body.height ?? 4
  }

  mutating func scroll(by lines: Int, in panel: String? = nil) {
    if case .lessons(let filter, let selected) = overlay {
      let count = lessons(matching: filter).count
      overlay = .lessons(filter: filter, selected: min(max(0, selected + lines), max(0, count - 1)))
      return
    }
    let panel = panel ?? scrolled
    // The log grows at its end and is read from there.
    let step = panel == "log" ? -lines : lines
    let start = scroll[panel] ?? (panel == "lesson" ? freshLine : 0)
    scroll[panel] = min(max(0, start + step), scrollLimit(of: panel))
  }

  /// Where the lesson's text stands before anybody scrolls it.
  private var freshLine: Int {
    let width = layout.lesson.body.width - 2
    return lessonPane.freshLine(
      width: width, glyphs: settings.glyphs, isRoomy: layout.isWide)
  }

  private func scrollLimit(of panel: String) -> Int {
    switch panel {
    case "overlay":
      return max(0, OverlayText(self).lines(width: OverlayBox.width(in: size)).count - 1)
    case "lesson":
      let place = layout.lesson.body.inset(left: 1, right: 1)
      var frame = Frame(size: size, glyphs: settings.glyphs)
      return lessonPane.draw(on: &frame, in: place, scroll: 0, isRoomy: layout.isWide)
    case "log": return max(0, scene.log.count - 1)
    case "listing": return max(0, playhead.shown.world.pattern.lines.count - 1)
    default:
      guard let row = PanelCatalog.find(panel), let pane = layout.pane(panel) else { return 0 }
      return max(0, row.make(bareScene).wantedRows - pane.body.height)
    }
  }

  // MARK: searching and copying

  /// The text of a pane, line by line.
  func text(of panel: String) -> [String] {
    if panel == "lesson" { return lessonPane.text.map(\.plain) }
    if panel == "log" { return scene.log.map(\.text.plain) }
    if panel == "listing" { return playhead.shown.world.pattern.lines }
    guard let row = PanelCatalog.find(panel) else { return [] }
    let height = max(1, row.make(bareScene).wantedRows)
    var frame = Frame(size: Size(width: 200, height: min(400, height)), glyphs: settings.glyphs)
    row.draw(bareScene, on: &frame, in: frame.bounds)
    return frame.rows
  }

  /// Goes to the next line of the pane that contains what is looked for.
  mutating func findMatch(from start: Int, by step: Int) {
    guard !search.isEmpty else { return }
    let lines = text(of: focus)
    let wanted = search.lowercased()
    let matches = lines.indices.filter { lines[$0].lowercased().contains(wanted) }
    guard !matches.isEmpty else {
      notice = Notice(.remark, "\"\(search)\" is not in this pane.")
      return
    }
    let isLog = focus == "log"
    let position = isLog ? lines.count - 1 - start : start
    let next = step > 0 ? matches.first { $0 >= position } : matches.last { $0 <= position }
    let match = next ?? (step > 0 ? matches[0] : matches[matches.count - 1])
    scroll[focus] = isLog ? lines.count - 1 - match : match
    let number = (matches.firstIndex(of: match) ?? 0) + 1
    notice = Notice(.remark, "match \(number) of \(matches.count)")
  }

  /// More than this is not put into the clipboard.
  private static let copyLimit = 8_192

  private mutating func copy() -> [Effect] {
    let lines: [String]
    switch overlay {
    case .text(_, let text, _): lines = text
    case .help: lines = OverlayText(self).lines(width: 76).map(\.plain)
    default: lines = text(of: focus)
    }
    let text = lines.joined(separator: "\n")
    let part = String(text.prefix(Model.copyLimit))
    let cut = part.count < text.count ? "; the rest is too long" : ""
    let count = cut.isEmpty ? lines.count : part.count { $0 == "\n" } + 1
    notice = Notice(.remark, "Copied \(Words.count(count, "line"))\(cut).")
    return [.copy(part)]
  }
}
