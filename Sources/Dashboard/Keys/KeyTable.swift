import Screen

/// Which key asks for what: one value that input, legend, help and README are read off.
public struct KeyTable: Hashable, Sendable {
  public internal(set) var bindings: [KeyBinding]

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
