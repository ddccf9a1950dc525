extension LineEditor {
  /// What became of a key.
  public enum Outcome: Hashable, Sendable {
    /// Not a key of the editor; it is somebody else's.
    case ignored
    case handled
    /// Enter: the line, which is now in the history; the editor is empty again.
    case submitted(String)
  }

  /// Does what a key or a paste means.
  public mutating func handle(_ input: Input) -> Outcome {
    if search != nil { return handleSearching(input) }
    let before = lastAction
    lastAction = .other
    switch input {
    case .paste(let pasted):
      insert(Self.oneLine(pasted))
    case .key(let key, let modifiers):
      return handle(key, modifiers, after: before)
    default:
      lastAction = before
      return .ignored
    }
    return .handled
  }

  private mutating func handle(
    _ key: Key, _ modifiers: Modifiers, after before: Action
  ) -> Outcome {
    switch (key, modifiers.subtracting(.shift)) {
    case (.character(let character), []): insert(String(character))
    case (.character(let character), .control): return control(character, after: before)
    case (.character(let character), .alt): return alt(character, after: before)
    case (.enter, []): return submit()
    case (.left, []): cursor = max(0, cursor - 1)
    case (.right, []): cursor = min(text.count, cursor + 1)
    case (.left, .control), (.left, .alt): cursor = wordStart(before: cursor)
    case (.right, .control), (.right, .alt): cursor = wordEnd(after: cursor)
    case (.home, _): cursor = 0
    case (.end, _): cursor = text.count
    case (.up, []): visitOlder()
    case (.down, []): visitNewer()
    case (.backspace, []): replace(cursor - 1..<max(cursor, cursor - 1), with: "")
    case (.backspace, _): cut(wordStart(before: cursor)..<cursor, after: before)
    case (.delete, []): deleteForward()
    case (.delete, _): cut(cursor..<wordEnd(after: cursor), after: before)
    default: return .ignored
    }
    return .handled
  }

  private mutating func control(_ character: Character, after before: Action) -> Outcome {
    switch character {
    case "a": cursor = 0
    case "e": cursor = text.count
    case "b": cursor = max(0, cursor - 1)
    case "f": cursor = min(text.count, cursor + 1)
    case "d":
      guard !isEmpty else { return .ignored }
      deleteForward()
    case "h": return handle(.backspace, [], after: before)
    case "j", "m": return submit()
    case "k": cut(cursor..<text.count, after: before)
    case "u": cut(0..<cursor, after: before)
    case "w": cut(blankDelimitedStart(before: cursor)..<cursor, after: before)
    case "y": yank()
    case "p": visitOlder()
    case "n": visitNewer()
    case "r": startSearch()
    case "t": transpose()
    default: return .ignored
    }
    return .handled
  }

  private mutating func alt(_ character: Character, after before: Action) -> Outcome {
    switch character {
    case "b": cursor = wordStart(before: cursor)
    case "f": cursor = wordEnd(after: cursor)
    case "d": cut(cursor..<wordEnd(after: cursor), after: before)
    case "y": yankEarlier(after: before)
    default: return .ignored
    }
    return .handled
  }

  mutating func submit() -> Outcome {
    let line = text
    history.add(line)
    clear()
    return .submitted(line)
  }

  /// Line breaks and tabs become blanks, those at the ends vanish: a paste never runs anything.
  static func oneLine(_ pasted: String) -> String {
    let isBreak: (Character) -> Bool = { $0.isNewline }
    let lines = pasted.split(omittingEmptySubsequences: true, whereSeparator: isBreak)
    return String(lines.joined(separator: " ").map { $0 == "\t" ? " " : $0 })
  }
}
