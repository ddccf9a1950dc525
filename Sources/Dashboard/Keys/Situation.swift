import Screen

// The legend is one line, so it holds what is needed now and nothing else: at most six keys, which
// change with the situation.

/// What the person at the keyboard is doing, as far as the legend cares.
public enum Situation: String, CaseIterable, Hashable, Sendable {
  case reading, typing, moving, paused, predicting, answering, solved, finished
  case browsing, searching, help, list, replay, confirming, tooSmall

  /// The contexts in which keys are looked up, the narrowest first.
  public var contexts: [KeyContext] {
    switch self {
    case .typing: [.prompt, .anywhere]
    case .reading, .moving, .paused, .answering: [.emptyPrompt, .prompt, .anywhere]
    case .predicting: [.question, .emptyPrompt, .prompt, .anywhere]
    case .solved, .finished: [.solved, .emptyPrompt, .prompt, .anywhere]
    case .browsing: [.browsing, .anywhere]
    case .searching: [.searching, .anywhere]
    case .help: [.reading, .anywhere]
    case .list: [.choosing, .anywhere]
    case .replay: [.replaying, .anywhere]
    case .confirming: [.confirming, .anywhere]
    case .tooSmall: [.tooSmall, .anywhere]
    }
  }

  /// What the legend shows, the most important first; a word overrides the table's label.
  var shown: [(action: KeyAction, label: String?)] {
    switch self {
    case .reading:
      [
        (.run, nil), (.complete, nil), (.older, nil), (.help, nil), (.hint, nil), (.lessons, nil),
      ]
    case .typing:
      [(.run, nil), (.complete, nil), (.older, nil), (.undo, nil), (.help, nil), (.hint, nil)]
    case .moving:
      [
        (.play, "stop"), (.forward, nil), (.back, nil), (.faster, nil), (.end, nil), (.help, nil),
      ]
    case .paused:
      [
        (.play, "go on"), (.forward, nil), (.back, nil), (.end, nil), (.help, nil), (.hint, nil),
      ]
    case .predicting: [(.choose, nil), (.lockIn, nil), (.hint, nil), (.help, nil)]
    case .answering: [(.run, "lock in"), (.hint, nil), (.help, nil), (.lessons, nil)]
    case .solved:
      [(.next, nil), (.lanes, nil), (.back, "look again"), (.help, nil), (.lessons, nil)]
    case .finished:
      [
        (.next, "next lesson"), (.lanes, nil), (.back, "look again"), (.lessons, nil), (.help, nil),
      ]
    case .browsing:
      [
        (.down, "scroll"), (.nextPane, nil), (.search, nil), (.play, nil), (.leaveBrowse, nil),
        (.quit, nil),
      ]
    case .searching: [(.select, nil), (.erase, nil), (.close, nil)]
    case .help: [(.down, "scroll"), (.search, nil), (.copy, nil), (.close, nil)]
    case .list: [(.down, "move"), (.select, nil), (.search, nil), (.close, nil)]
    case .replay:
      [
        (.replayPlay, nil), (.replayForward, nil), (.nextMark, "marks"), (.takeOver, nil),
        (.leaveReplay, nil), (.help, nil),
      ]
    case .confirming: [(.confirm, nil), (.decline, nil)]
    case .tooSmall: [(.quit, nil)]
    }
  }
}

extension KeyTable {
  /// The most entries that a legend has.
  public static let legendLimit = 6

  /// The line of keys for a situation, with `leftOut` for what would do nothing now.
  public func legend(
    for situation: Situation, glyphs: Glyphs = .unicode, leftOut: Set<KeyAction> = []
  ) -> [(action: KeyAction, entry: LegendEntry)] {
    let entries: [(KeyAction, LegendEntry)] = situation.shown.compactMap { row in
      guard !leftOut.contains(row.action),
        let binding = legendBinding(row.action, situation), !binding.keys.isEmpty
      else { return nil }
      return (
        row.action,
        LegendEntry(legendKeys(row.action, binding, situation, glyphs), row.label ?? binding.label)
      )
    }
    return Array(entries.prefix(KeyTable.legendLimit))
  }

  /// Help is shown by the key that works everywhere.
  private func legendBinding(_ action: KeyAction, _ situation: Situation) -> KeyBinding? {
    let contexts = situation.contexts
    return binding(of: action, in: action == .help ? contexts.reversed() : contexts)
  }

  private func legendKeys(
    _ action: KeyAction, _ binding: KeyBinding, _ situation: Situation, _ glyphs: Glyphs
  ) -> String {
    let first = KeyName.text(of: binding.keys[0], glyphs: glyphs)
    let pair: KeyAction? =
      switch action {
      case .replayForward: .replayBack
      case .nextMark: .previousMark
      case .down: .up
      default: nil
      }
    if action == .choose {
      return binding.keys.prefix(4).map { KeyName.text(of: $0, glyphs: glyphs) }.joined(
        separator: " ")
    }
    guard let pair, let other = self.binding(of: pair, in: situation.contexts)?.keys.first else {
      return first
    }
    return KeyName.text(of: other, glyphs: glyphs) + " " + first
  }
}
