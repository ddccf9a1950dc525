import Screen
import Tutor

// The prompt and the row below it. A person who types looks here, so this is where the screen says
// what could come next, what is wrong and where, and what the lesson wants to have read.

/// The line being typed, and what helps with it.
struct PromptView {
  private let model: Model
  private let glyphs: Glyphs
  private let situation: Situation
  /// What could come next and what is wrong, while a command is being typed.
  private let hint: ArgumentHint?

  init(_ model: Model) {
    self.model = model
    glyphs = model.settings.glyphs
    situation = model.situation
    hint =
      situation == .typing && !model.prompt.isEmpty
      ? ArgumentHint.hint(model.prompt.text, in: model.tutor) : nil
  }

  func draw(on frame: inout Frame, _ layout: Layout) {
    let row = layout.prompt.inset(left: 1, right: 1)
    if let replay = model.replay {
      ScrubBar(replay).draw(on: &frame, in: row)
    } else if model.isBrowsing {
      drawBrowsing(on: &frame, in: row)
    } else {
      drawPrompt(on: &frame, in: row)
    }
    let assistance = layout.assistance.inset(left: 1, right: 1)
    if !drawCandidates(on: &frame, in: assistance) {
      drawNotice(on: &frame, layout, in: assistance)
    }
  }

  // MARK: the line

  private var label: StyledText {
    switch situation {
    case .answering: return StyledText("answer \(glyphs.prompt) ", .prompt)
    default:
      var label = StyledText("\(glyphs.prompt) ", .prompt)
      // What marked the answer stays in view: further letters make a word of it.
      if situation == .predicting, model.choice != nil, let letter = model.choiceLetter {
        label.append(String(letter), .strong)
      }
      return label
    }
  }

  private func drawPrompt(on frame: inout Frame, in rect: Rect) {
    let isCovered = model.overlay != nil
    frame.textField(
      model.prompt, in: rect, prompt: label, ghost: ghost, completion: completion,
      showsCursor: !isCovered)
    guard let place = markedPlace else { return }
    // The words that are wrong are marked in the line too; the row below says what is wrong.
    let start = rect.x + label.width(glyphs) + column(of: place.lowerBound)
    let end = rect.x + label.width(glyphs) + column(of: place.upperBound)
    frame.addFlags(
      .underline, in: Rect(x: start, y: rect.y, width: max(1, end - start), height: 1))
  }

  private var ghost: String {
    switch situation {
    case .predicting:
      guard let question = model.question else { return "" }
      let first = question.options.first.map { String($0.letter) } ?? "a"
      let last = question.options.last.map { String($0.letter) } ?? "d"
      return model.choice == nil ? "\(first) to \(last)" : "  Enter locks it in"
    default: return model.settings.showsHints ? model.suggestion : ""
    }
  }

  /// What follows the text: the rest of the only word that fits, or what comes next.
  private var completion: String {
    let text = model.prompt.text
    guard let hint, model.settings.showsHints, model.completing == nil else { return "" }
    let found = Completion.complete(text, cursor: text.count, in: model.tutor)
    if found.candidates.count == 1, let only = found.candidates.first, !found.place.isEmpty,
      only.text.hasPrefix(String(text.suffix(found.place.count)))
    {
      return String(only.text.dropFirst(found.place.count))
    }
    let word = String(text.suffix(found.place.count)).lowercased()
    let isWhole = found.candidates.contains { $0.text.lowercased() == word }
    guard !hint.ghost.isEmpty, found.place.isEmpty || found.candidates.isEmpty || isWhole else {
      return ""
    }
    return (text.last == " " ? "" : " ") + hint.ghost
  }

  private func drawBrowsing(on frame: inout Frame, in rect: Rect) {
    var line = StyledText("browse ", .focused)
    line.append(model.focus, .strong)
    if model.isSearching || !model.search.isEmpty {
      line.append("   /", .prompt)
      line.append(model.search)
    }
    frame.putLine(line, in: rect)
    if model.isSearching, model.overlay == nil {
      frame.cursor = rect.origin.moved(dx: min(rect.width - 1, line.width(glyphs)))
    }
  }

  // MARK: the row below it

  private func drawCandidates(on frame: inout Frame, in rect: Rect) -> Bool {
    guard let completing = model.completing, !completing.candidates.isEmpty else { return false }
    let selected = completing.index
    var line = StyledText()
    // Enough of those before the marked one are left out for it to be in view.
    var first = 0
    if let selected {
      var width = 0
      for index in stride(from: selected, through: 0, by: -1) {
        width += completing.candidates[index].text.displayWidth(glyphs) + 2
        if width > rect.width / 2 { break }
        first = index
      }
    }
    if first > 0 { line.append("\(glyphs.ellipsis) ", .dim) }
    for index in first..<completing.candidates.count {
      let isSelected = index == selected
      line.append(completing.candidates[index].text, isSelected ? .selection : .text)
      line.append("  ")
      if line.width(glyphs) > rect.width { break }
    }
    if let selected {
      let detail = completing.candidates[selected].detail
      if !detail.isEmpty, line.width(glyphs) + detail.displayWidth(glyphs) + 2 <= rect.width {
        line.append("  " + detail, .dim)
      }
    }
    frame.putLine(line, in: rect)
    return true
  }

  private var problem: ArgumentHint.Problem? {
    model.notice == nil ? hint?.problem : nil
  }

  private var markedPlace: Range<Int>? {
    if let notice = model.notice, notice.kind == .error { return notice.place }
    return problem?.place
  }

  private func drawNotice(on frame: inout Frame, _ layout: Layout, in rect: Rect) {
    if let notice = model.notice {
      switch notice.kind {
      case .error:
        drawError(notice.text, notice.place, .error, on: &frame, layout, in: rect)
      case .caption:
        var isPaused = false
        if case .paused = model.playhead.state { isPaused = true }
        var line = StyledText(isPaused ? "\(glyphs.pause) " : "", .warning)
        line.append(ProseText.styled(sentence: notice.text).styled(.accent))
        drawLong(line, on: &frame, layout, in: rect)
      case .remark:
        drawLong(
          ProseText.styled(sentence: notice.text).styled(.hint), on: &frame, layout, in: rect)
      }
    } else if model.playhead.state == .stopped, situation == .paused {
      ScrubBar(model.playhead, model.tutor).draw(on: &frame, in: rect)
    } else if let problem {
      drawError(problem.reason, problem.place, .warning, on: &frame, layout, in: rect)
    }
  }

  /// A caret under what is wrong, and the reason behind it; above the prompt when it is too long.
  private func drawError(
    _ text: String, _ place: Range<Int>?, _ style: Style, on frame: inout Frame,
    _ layout: Layout, in rect: Rect
  ) {
    guard let place else {
      drawLong(StyledText("\(glyphs.cross) " + text, style), on: &frame, layout, in: rect)
      return
    }
    let start = label.width(glyphs) + column(of: place.lowerBound)
    let length = max(1, column(of: place.upperBound) - column(of: place.lowerBound))
    let caret = String(repeating: "^", count: min(length, max(1, rect.width - start)))
    frame.put(
      caret, at: rect.origin.moved(dx: min(start, rect.width - 1)), style: style,
      maxWidth: max(0, rect.width - start))
    let after = start + caret.count + 1
    if after + text.displayWidth(glyphs) <= rect.width {
      frame.put(text, at: rect.origin.moved(dx: after), style: style, maxWidth: rect.width - after)
    } else {
      drawAbove(StyledText("\(glyphs.cross) " + text, style), on: &frame, layout)
    }
  }

  private func drawLong(
    _ text: StyledText, on frame: inout Frame, _ layout: Layout, in rect: Rect
  ) {
    if text.width(glyphs) <= rect.width {
      frame.putLine(text, in: rect)
    } else {
      drawAbove(text, on: &frame, layout)
    }
  }

  /// Over the rows right above the prompt, as many as it takes.
  private func drawAbove(_ text: StyledText, on frame: inout Frame, _ layout: Layout) {
    let width = layout.prompt.width - 2
    let lines = text.wrapped(toWidth: width, indent: 2, glyphs: glyphs)
    let bottom = layout.isWide ? layout.prompt.y - 1 : layout.prompt.y
    let top = max(layout.log.title.y + 1, bottom - lines.count)
    let overflow = lines.count - (bottom - top)
    let start = top - max(0, min(overflow, 3))
    for (row, line) in lines.enumerated() where start + row < bottom {
      let place = Rect(x: 0, y: start + row, width: layout.size.width, height: 1)
      frame.fill(place)
      frame.putLine(line, in: place.inset(left: 1, right: 1))
    }
  }

  /// The column at which a character of the line stands.
  private func column(of index: Int) -> Int {
    String(model.prompt.text.prefix(index)).displayWidth(glyphs)
  }
}
