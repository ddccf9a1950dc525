import Screen

/// Which key asks for what: one value that input, legend, help and README are read off.
public struct KeyTable: Hashable, Sendable {
  public private(set) var bindings: [KeyBinding]

  init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
  }

  /// What a key asks for, in the first of `contexts` that knows it; nil when none does.
  public func action(for input: Input, in contexts: [KeyContext]) -> KeyAction? {
    for context in contexts {
      let binding = bindings.first { $0.context == context && $0.keys.contains(input) }
      if let binding { return binding.action }
    }
    return nil
  }

  /// The row of an action in the first of `contexts` that has one.
  public func binding(of action: KeyAction, in contexts: [KeyContext]) -> KeyBinding? {
    for context in contexts {
      if let found = bindings.first(where: { $0.context == context && $0.action == action }) {
        return found
      }
    }
    return nil
  }

  /// What may go wrong when keys are given anew.
  public enum RemapError: Error, Hashable, Sendable {
    case unknownAction(String)
    case unknownKey(String)
    case taken(key: String, by: KeyAction)
  }

  /// Gives an action other keys, wherever it has any.
  ///
  /// - Parameters:
  ///   - action: an action's raw value, such as `faster`.
  ///   - names: keys as a configuration file writes them, such as `ctrl-f`.
  /// - Throws: when there is no such action or key, or another action has the key already.
  public mutating func remap(_ action: String, to names: [String]) throws(RemapError) {
    guard let wanted = KeyAction(rawValue: action) else { throw .unknownAction(action) }
    var keys: [Input] = []
    for name in names {
      guard let key = KeyName.parse(name) else { throw .unknownKey(name) }
      keys.append(key)
    }
    let contexts = bindings.filter { $0.action == wanted }.map(\.context)
    for other in bindings where other.action != wanted && contexts.contains(other.context) {
      if let index = keys.firstIndex(where: other.keys.contains) {
        throw .taken(key: names[index], by: other.action)
      }
    }
    for index in bindings.indices where bindings[index].action == wanted {
      bindings[index].keys = keys
    }
  }

  /// The keys as Markdown tables, one a context: the README's section.
  public var markdown: String {
    var text = ""
    for context in KeyContext.allCases {
      let rows = bindings.filter { $0.context == context && !$0.keys.isEmpty }
      guard !rows.isEmpty else { continue }
      text += "### \(context.heading)\n\n| key | what it does |\n|---|---|\n"
      for row in rows {
        text += "| \(KeyTable.names(of: row).replacing("|", with: "\\|")) | \(row.description) |\n"
      }
      text += "\n"
    }
    return text
  }

  /// All keys of a row in words: `Space`, `1 … 9`, `k, ↑`.
  public static func names(of binding: KeyBinding, glyphs: Glyphs = .unicode) -> String {
    let names = binding.keys.map { KeyName.text(of: $0, glyphs: glyphs) }
    guard names.count > 4, let first = names.first, let last = names.last else {
      return names.joined(separator: ", ")
    }
    return "\(first) \(glyphs.ellipsis) \(last)"
  }
}
