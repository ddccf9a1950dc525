import Screen

/// The names of keys: as the screen shows them, and as a configuration file writes them.
public enum KeyName {
  /// What the legend and help call a key: `Space`, `^C`, `F1`, `→`.
  public static func text(of input: Input, glyphs: Glyphs = .unicode) -> String {
    guard case .key(let key, let modifiers) = input else { return "?" }
    var prefix = ""
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.control) {
      if case .character(let letter) = key { return prefix + "^" + letter.uppercased() }
      prefix += "Ctrl-"
    }
    return prefix + name(of: key, glyphs)
  }

  private static func name(of key: Key, _ glyphs: Glyphs) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: glyphs == .unicode ? "↑" : "Up"
    case .down: glyphs == .unicode ? "↓" : "Down"
    case .left: glyphs == .unicode ? "←" : "Left"
    case .right: glyphs == .unicode ? "→" : "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }

  /// Reads a key as a configuration file writes it: `ctrl-r`, `f5`, `space`, `alt-left`, `q`.
  ///
  /// Words in any case; a single character stands for itself. Nil for what is no key.
  public static func parse(_ text: String) -> Input? {
    var rest = text[...]
    var modifiers: Modifiers = []
    while rest.count > 1 {
      let lower = rest.lowercased()
      if lower.hasPrefix("ctrl-") {
        modifiers.insert(.control)
        rest = rest.dropFirst(5)
      } else if lower.hasPrefix("alt-") {
        modifiers.insert(.alt)
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("^") {
        modifiers.insert(.control)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    if rest.count == 1, let character = rest.first {
      let isControl = modifiers.contains(.control)
      let letter = isControl ? Character(character.lowercased()) : character
      return .key(.character(letter), modifiers)
    }
    return named(rest.lowercased()).map { .key($0, modifiers) }
  }

  /// Every word that stands for a key, for "did you mean".
  public static var words: [String] {
    keys.map(\.name) + (1...12).map { "f\($0)" }
  }

  /// A key as a configuration file writes it: what `parse` reads.
  public static func written(_ input: Input) -> String {
    guard case .key(let key, let modifiers) = input else { return "" }
    var name = modifiers.contains(.control) ? "ctrl-" : ""
    if modifiers.contains(.alt) { name += "alt-" }
    switch key {
    case .function(let number): return name + "F\(number)"
    case .character(let character) where character != " ": return name + String(character)
    default: return name + (keys.first { $0.key == key }?.name ?? "")
    }
  }

  private static func named(_ name: String) -> Key? {
    if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return keys.first { $0.name == name }?.key
  }

  private static let keys: [(name: String, key: Key)] = [
    ("space", .character(" ")), ("enter", .enter), ("tab", .tab), ("shift-tab", .backTab),
    ("esc", .escape), ("escape", .escape), ("backspace", .backspace), ("del", .delete),
    ("delete", .delete), ("ins", .insert), ("insert", .insert), ("up", .up), ("down", .down),
    ("left", .left), ("right", .right), ("home", .home), ("end", .end), ("pgup", .pageUp),
    ("pageup", .pageUp), ("pgdn", .pageDown), ("pagedown", .pageDown),
  ]
}
