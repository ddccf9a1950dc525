import Screen

// A key that somebody gives to an action acts wherever the action does, and whatever had it there
// before loses it. The other keys of the action stay; the new one is what the legend shows. Two
// things are not to be had: the keys by which one always gets away, and letters at the prompt.

extension KeyTable {
  /// Why a key cannot be given.
  public enum RemapError: Error, Hashable, Sendable {
    case unknownAction(String)
    case unknownKey(String)
    /// The key has one meaning for good.
    case kept(key: String, by: KeyAction)
    /// The key writes a letter wherever the action could act.
    case typed(key: String)
  }

  /// What keys can be given to.
  ///
  /// Choosing an answer or a pane is not among them: it goes by the places of its keys.
  public static let actions = KeyAction.allCases.filter {
    ![.choose, .pane, .command].contains($0)
  }

  /// The action that a configuration file calls so, in any case; nil when there is none.
  public static func action(named name: String) -> KeyAction? {
    actions.first { $0.rawValue.lowercased() == name.lowercased() }
  }

  private static let kept: [(key: Input, action: KeyAction)] = [
    (.control("c"), .interrupt), (.control("l"), .repaint), (.control("z"), .suspend),
  ]

  /// Gives a key to an action.
  ///
  /// - Parameter name: the key as a configuration file writes it, such as `ctrl-f`.
  /// - Returns: the actions that have no key any more, in some place where they had one.
  public mutating func give(
    _ name: String, to action: KeyAction
  ) throws(RemapError) -> [KeyAction] {
    let key = try KeyTable.key(name)
    let places = bindings.filter { $0.action == action }.map(\.context)
      .filter { !$0.takes(key) }
    guard !places.isEmpty else { throw .typed(key: name) }
    let bereft = take(key, from: places, unless: action)
    for index in bindings.indices
    where bindings[index].action == action && places.contains(bindings[index].context) {
      bindings[index].keys.removeAll { $0 == key }
      bindings[index].keys.insert(key, at: 0)
    }
    return bereft
  }

  /// Lets a key run a command line at the prompt; as `give`.
  public mutating func give(
    _ name: String, toCommand line: String
  ) throws(RemapError) -> [KeyAction] {
    let key = try KeyTable.key(name)
    guard !KeyContext.prompt.takes(key) else { throw .typed(key: name) }
    let bereft = take(key, from: [.prompt], unless: nil)
    bindings.removeAll { $0.action == .command && $0.keys == [key] }
    bindings.append(
      KeyBinding(.command, in: .prompt, [key], "command", "runs `\(line)`", line: line))
    return bereft
  }

  /// What one cannot do without.
  private static let vital: Set<KeyAction> = [
    .run, .help, .select, .close, .erase, .leaveBrowse, .leaveReplay, .confirm, .decline, .quit,
  ]

  /// Whether an action that one cannot do without has no key in a place where it should have one.
  public func isStuck(without action: KeyAction) -> Bool {
    KeyTable.vital.contains(action)
      && bindings.contains { $0.action == action && $0.keys.isEmpty }
  }

  private static func key(_ name: String) throws(RemapError) -> Input {
    guard let key = KeyName.parse(name) else { throw .unknownKey(name) }
    if let row = kept.first(where: { $0.key == key }) {
      throw .kept(key: name, by: row.action)
    }
    return key
  }

  /// Takes a key from everything that it did where it is to do something else.
  private mutating func take(
    _ key: Input, from places: [KeyContext], unless action: KeyAction?
  ) -> [KeyAction] {
    let reach = Set(places.flatMap(\.reach))
    var bereft: [KeyAction] = []
    for index in bindings.indices
    where bindings[index].action != action && reach.contains(bindings[index].context) {
      guard bindings[index].keys.contains(key) else { continue }
      bindings[index].keys.removeAll { $0 == key }
      if bindings[index].keys.isEmpty { bereft.append(bindings[index].action) }
    }
    bindings.removeAll { $0.action == .command && $0.keys.isEmpty }
    return bereft.filter { $0 != .command }
  }
}

extension KeyContext {
  /// Whether a key writes something here, and so cannot do anything else.
  fileprivate func takes(_ key: Input) -> Bool {
    guard case .key(.character(let character), let modifiers) = key,
      modifiers.subtracting(.shift).isEmpty
    else { return false }
    switch self {
    case .anywhere, .prompt, .searching: return true
    case .emptyPrompt, .solved: return character.isLetter || character.isNumber
    default: return false
    }
  }

  /// The places in which the same key press could be meant.
  fileprivate var reach: [KeyContext] {
    switch self {
    case .anywhere: KeyContext.allCases
    case .prompt: [.prompt, .emptyPrompt, .question, .solved, .anywhere]
    default: [self, .anywhere]
    }
  }
}
