import Screen
import Tutor

// Letters at a question. A lone letter chooses an answer, and a command begins with a letter too:
// so the letter stays in view at the prompt, the next one makes a word of both, and Backspace
// leads back the same way. Nobody has to know a key for it.

extension Model {
  /// What a key means while an answer is marked; nil when it means what it always does.
  mutating func goOnFromChoice(_ input: Input) -> [Effect]? {
    guard choice != nil, let first = choiceLetter else { return nil }
    switch input {
    case .key(.backspace, []), .control("h"), .control("u"), .control("w"):
      choice = nil
      choiceLetter = nil
      notice = nil
      return []
    case .key(.character(let letter), let modifiers) where modifiers.subtracting(.shift).isEmpty:
      let acts = settings.keys.action(for: input, in: [.emptyPrompt]) != nil
      guard !acts, !isAnotherChoice(input, after: String([first, letter])) else { return nil }
      prompt.setText(String(first))
      choice = nil
      choiceLetter = nil
      return edit(input)
    default: return nil
    }
  }

  /// Whether a second letter is a change of mind: it would choose, and no command begins so.
  private func isAnotherChoice(_ input: Input, after word: String) -> Bool {
    let keys = settings.keys.binding(of: .choose, in: [.question])?.keys ?? []
    guard let index = keys.firstIndex(of: input), let question,
      question.options.indices.contains(index)
    else { return false }
    return !CommandCatalog.firstWords.contains { $0.lowercased().hasPrefix(word.lowercased()) }
  }

  /// A word that has been erased but for its first letter is a choice again.
  mutating func returnToChoice() {
    guard !isCommandForced, let question, question.prediction.form == .choice,
      prompt.text.count == 1, prompt.isCursorAtEnd, let letter = prompt.text.first
    else { return }
    let keys = settings.keys.binding(of: .choose, in: [.question])?.keys ?? []
    guard let index = keys.firstIndex(of: .typed(letter)),
      question.options.indices.contains(index)
    else { return }
    prompt.clear()
    choice = index
    choiceLetter = letter
  }

  /// A sign or a point begins a number where one is asked for, and is no key there.
  func beginsNumber(_ input: Input) -> Bool {
    guard case .number? = question?.prediction.form,
      case .key(.character(let letter), let modifiers) = input, modifiers.isEmpty
    else { return false }
    return "+-.".contains(letter)
  }
}
