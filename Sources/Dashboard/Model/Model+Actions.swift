import Screen
import Tutor

extension Model {
  /// Does what a key asks for.
  mutating func perform(_ action: KeyAction, _ input: Input) -> [Effect] {
    if uncovers(for: action) { return [] }
    switch action {
    case .help, .lessons, .panels, .lanes, .close, .confirm, .decline, .select, .erase, .search,
      .nextMatch, .previousMatch, .copy:
      return performOnPage(action)
    case .up, .down, .top, .bottom, .halfUp, .halfDown, .pageUp, .pageDown, .nextPane,
      .previousPane, .pane, .browse, .leaveBrowse:
      walk(action, input)
      return []
    case .play, .forward, .back, .left, .right, .oneEvent, .end, .faster, .slower:
      move(action)
      return []
    case .replayPlay, .replayForward, .replayBack, .nextMark, .previousMark, .takeOver,
      .leaveReplay:
      return performInReplay(action)
    case .complete, .completeBack:
      complete(action == .complete ? 1 : -1)
      return []
    case .older: return edit(.key(.up))
    case .newer: return edit(.key(.down))
    case .searchHistory: return edit(.control("r"))
    case .run: return edit(.key(.enter))
    case .typeCommand:
      isCommandForced = true
      notice = nil
      return []
    case .choose, .lockIn, .next, .hint, .undo: return performInLesson(action, input)
    case .theme, .mouse, .motion: return change(action)
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit:
      guard !isTooSmall else { return [.quit] }
      overlay = .confirm(.quit)
      return []
    case .interrupt: return interrupt()
    case .command:
      let row = settings.keys.bindings.first { $0.line != nil && $0.keys.contains(input) }
      return row?.line.map { run($0, isTyped: false) } ?? []
    }
  }

  /// What a key does to the page must be seen: what lies over it goes first.
  ///
  /// - Returns: whether that is all, because the key has put it there.
  private mutating func uncovers(for action: KeyAction) -> Bool {
    guard [.hint, .panels, .lanes, .undo].contains(action) else { return false }
    switch overlay {
    case .text(let title, _, _):
      overlay = nil
      isSearching = false
      return action == .lanes && title == "author"
    case .help, .lessons:
      overlay = nil
      isSearching = false
    case .confirm, nil: break
    }
    return false
  }

  /// How the screen looks and moves.
  private mutating func change(_ action: KeyAction) -> [Effect] {
    switch action {
    case .theme:
      let index = Theme.all.firstIndex { $0.name == settings.theme } ?? -1
      settings.theme = Theme.all[(index + 1) % Theme.all.count].name
      notice = Notice(.remark, "Theme: \(settings.theme).")
      return [.setTheme(settings.theme)]
    case .mouse:
      settings.usesMouse.toggle()
      notice = Notice(
        .remark, settings.usesMouse ? "The mouse is used here." : "The mouse is the terminal's.")
      return [.setMouse(settings.usesMouse)]
    default:
      settings.isMotionReduced.toggle()
      motion.isReduced = settings.isMotionReduced
      notice = Notice(.remark, settings.isMotionReduced ? "Nothing travels." : "Things travel.")
      return []
    }
  }

  /// Ctrl-C: stops what moves, else empties the line, else leaves.
  private mutating func interrupt() -> [Effect] {
    if case .confirm = overlay { return [.quit] }
    if overlay != nil || isSearching {
      close()
    } else if playhead.isPlaying {
      playhead.toggle(tutor)
    } else if hasRunningTraffic {
      isTrafficHeld = true
    } else if !prompt.isEmpty || prompt.search != nil {
      prompt.clear()
      completing = nil
      notice = nil
    } else {
      // Nothing is lost: the next start goes on here.
      return [.quit]
    }
    return []
  }

  private mutating func performInLesson(_ action: KeyAction, _ input: Input) -> [Effect] {
    if let reason = reason(against: action) {
      notice = Notice(.remark, reason)
      return []
    }
    switch action {
    case .choose:
      let keys = settings.keys.binding(of: .choose, in: [.question])?.keys ?? []
      guard let index = keys.firstIndex(of: input), let question,
        question.options.indices.contains(index)
      else { return edit(input) }
      choice = index
      if case .key(.character(let letter), _) = input { choiceLetter = letter }
      notice = nil
    case .lockIn:
      guard let question, let choice, question.options.indices.contains(choice) else {
        notice = Notice(.remark, "Choose a letter first; : types a command instead.")
        return []
      }
      return run("answer \(question.options[choice].letter)", isTyped: false)
    case .next: return run("next", isTyped: false)
    case .hint: return run("hint", isTyped: false)
    case .undo: return run("undo", isTyped: false)
    default: break
    }
    return []
  }

  private mutating func move(_ action: KeyAction) {
    completing = nil
    switch action {
    case .play:
      let isBehind = playhead.isBehind(tutor)
      if !isBehind, tutor.stage.world.hasTraffic {
        isTrafficHeld.toggle()
        notice = isTrafficHeld ? Notice(.remark, "The clock stands; Space goes on.") : nil
      } else if playhead.state == .resting || !isBehind {
        notice = Notice(.remark, "Nothing is moving: run a command first.")
      } else {
        playhead.toggle(tutor)
        notice = nil
      }
    case .forward, .right, .oneEvent: stepForward()
    case .back, .left: stepBack()
    case .end:
      if let reason = reason(against: .end) {
        notice = Notice(.remark, reason)
      } else {
        notice = nil
        absorb(playhead.finish(tutor, isStopped: isStopped), .jumping)
      }
    case .faster: playhead.pace.faster()
    case .slower: playhead.pace.slower()
    default: break
    }
  }

  /// Tab: takes the suggestion, completes the word, or goes through the candidates.
  private mutating func complete(_ direction: Int) {
    if prompt.isEmpty, completing == nil {
      if !suggestion.isEmpty { prompt.setText(suggestion) } else { offer() }
      return
    }
    guard var current = completing, !current.candidates.isEmpty else {
      offer()
      return
    }
    let count = current.candidates.count
    let index =
      current.index.map { ($0 + direction + count) % count } ?? (direction > 0 ? 0 : count - 1)
    let word = current.candidates[index].text
    prompt.replace(current.place, with: word)
    current.place = current.place.lowerBound..<(current.place.lowerBound + word.count)
    current.index = index
    completing = current
  }

  /// Looks for what could stand at the cursor; a single one is taken at once.
  private mutating func offer() {
    let found = Completion.complete(prompt.text, cursor: prompt.cursor, in: tutor)
    notice = nil
    guard let first = found.candidates.first else {
      notice = Notice(.remark, "Nothing fits here.")
      return
    }
    if found.candidates.count == 1 {
      prompt.replace(found.place, with: first.text.hasSuffix("=") ? first.text : first.text + " ")
      return
    }
    let prefix = found.commonPrefix
    var place = found.place
    if prefix.count > place.count {
      prompt.replace(place, with: prefix)
      place = place.lowerBound..<(place.lowerBound + prefix.count)
    }
    completing = Completing(candidates: found.candidates, place: place)
  }
}
