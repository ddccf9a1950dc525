import Screen
import Tutor

extension Model {
  /// Takes what came from keyboard, mouse or system.
  mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key: return press(input)
    case .paste(let text):
      paste(text)
      return []
    case .mouse(let mouse): return isTooSmall ? [] : take(mouse)
    case .resized(let size):
      self.size = size
      return []
    case .focused(let isFocused):
      self.isFocused = isFocused
      return []
    case .background: return []
    case .requested(.resumed): return [.repaint]
    case .requested(.interrupt): return perform(.interrupt, input)
    case .requested: return [.quit]
    }
  }

  private mutating func paste(_ text: String) {
    switch situation {
    case .searching: setSearch(search + text.filter { !$0.isNewline })
    case .help, .list, .confirming, .tooSmall, .replay: break
    default:
      isBrowsing = false
      completing = nil
      _ = prompt.handle(.paste(text))
    }
  }

  private mutating func press(_ input: Input) -> [Effect] {
    let situation = situation
    // A search through the history has the keys to itself.
    if prompt.search != nil, !isBrowsing, overlay == nil {
      return edit(input)
    }
    if situation == .searching {
      if case .key(.character(let letter), let modifiers) = input,
        modifiers.subtracting(.shift).isEmpty
      {
        setSearch(search + String(letter))
        return []
      }
    }
    if situation == .predicting, let effects = goOnFromChoice(input) { return effects }
    if situation == .answering, prompt.isEmpty, beginsNumber(input) { return edit(input) }
    guard let action = settings.keys.action(for: input, in: contexts) else {
      guard situation.contexts.contains(.prompt) else {
        filterByTyping(input, situation)
        return []
      }
      return edit(input)
    }
    return perform(action, input)
  }

  /// In help and lists a letter that is no key there begins the filter, as `/` does.
  private mutating func filterByTyping(_ input: Input, _ situation: Situation) {
    guard situation == .help || situation == .list,
      case .key(.character(let letter), let modifiers) = input, modifiers.isEmpty,
      letter.isLetter || letter.isNumber
    else { return }
    isSearching = true
    setSearch((overlay?.filter ?? "") + String(letter))
  }

  /// A key for the line at the prompt.
  mutating func edit(_ input: Input) -> [Effect] {
    let wasEmpty = prompt.isEmpty
    completing = nil
    switch prompt.handle(input) {
    case .submitted(let line): return submit(line)
    case .ignored:
      if input == .control("d"), wasEmpty { overlay = .confirm(.quit) }
      return []
    case .handled:
      if notice?.kind != .caption || !prompt.isEmpty { notice = nil }
      if prompt.isEmpty { isCommandForced = false }
      returnToChoice()
      tellBlank(input, wasEmpty: wasEmpty)
      return []
    }
  }

  /// Space in a half-written line is a blank: said once.
  private mutating func tellBlank(_ input: Input, wasEmpty: Bool) {
    guard !wasEmpty, !hasToldBlank, input == .typed(" "),
      playhead.isPlaying || playhead.isBehind(tutor)
    else { return }
    hasToldBlank = true
    notice = Notice(
      .remark, "Space wrote a blank: empty the line with Ctrl-U to use it as a key.")
  }

  /// Enter: the line is a command, or the answer that is waited for.
  mutating func submit(_ line: String) -> [Effect] {
    let text = line.trimmingBlanks
    guard !text.isEmpty else {
      if !suggestion.isEmpty {
        notice = Notice(.remark, "Tab takes what is suggested; Enter then runs it.")
      } else if case .paused = playhead.state {
        notice = Notice(.remark, "Space goes on.")
      }
      return []
    }
    return run(isCommandForced ? text : asAnswer(text) ?? text)
  }

  /// The line as an answer, when a question or an order waits for one and it is no command.
  private func asAnswer(_ text: String) -> String? {
    guard isSettled, let run = tutor.run else { return nil }
    let first = text.prefix { !$0.isWhitespace }
    let isCommand = CommandCatalog.firstWords.contains { $0.lowercased() == first.lowercased() }
    guard !isCommand else { return nil }
    if let question {
      switch question.prediction.form {
      case .choice where text.count > 1: return nil
      case .number where text.first?.isLetter == true: return nil
      default: break
      }
      return "answer " + text
    }
    let isOrder = text.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "," }
    guard run.step.order != nil, !run.isSolved, isOrder else { return nil }
    return "answer " + String(text.map { $0 == "," ? " " : $0 })
  }

  /// What is typed to find something.
  mutating func setSearch(_ text: String) {
    search = String(text.prefix(60))
    guard overlay != nil else {
      findMatch(from: 0, by: 1)
      return
    }
    overlay?.setFilter(search)
    scroll["overlay"] = 0
  }
}
