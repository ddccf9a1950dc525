extension Theme {
  /// Bright colours on black, nothing grey.
  ///
  /// It brings its own background: on a light terminal bright colours could not be read at all.
  public static let highContrast = Theme(name: "high-contrast") { role in
    func ink(_ index: UInt8, _ basic: UInt8, _ flags: Style.Flags = []) -> Attributes {
      Attributes(Colour(index, basic: basic), on: Colour(16, basic: 0), flags: flags)
    }
    switch role {
    case .acting, .current:
      return Attributes(Colour(16, basic: 0), on: Colour(226, basic: 3), flags: .bold)
    case .selection:
      return Attributes(Colour(16, basic: 0), on: Colour(231, basic: 7), flags: .bold)
    case .focused: return ink(226, 11, [.bold, .underline])
    case .title, .heading, .prompt, .accent: return ink(87, 14, .bold)
    case .hit, .good, .fresh: return ink(120, 10, .bold)
    case .miss, .queued, .warning, .stale: return ink(226, 11, .bold)
    case .evicted, .bad, .error: return ink(217, 15, [.bold, .underline])
    case .expired: return ink(231, 15, .underline)
    case .moved: return ink(225, 13, [.bold, .underline])
    case .nodeA, .keyword: return ink(87, 14)
    case .nodeB: return ink(226, 11)
    case .nodeC, .literal: return ink(120, 10)
    case .nodeD: return ink(225, 13)
    case .nodeE: return ink(195, 15)
    case .strong, .key: return ink(231, 15, .bold)
    default: return ink(231, 15)
    }
  }

  /// No colour at all: bold, underlined, reversed; for `NO_COLOR` and for terminals without.
  public static let mono = Theme(name: "mono") { role in
    switch role {
    case .acting, .selection, .current: Attributes(flags: [.reverse])
    case .title, .heading, .prompt, .strong, .key, .hit, .good, .miss: Attributes(flags: .bold)
    case .focused, .error, .bad: Attributes(flags: [.bold, .underline])
    case .evicted, .moved, .accent, .literal: Attributes(flags: .underline)
    case .dim, .ghost, .expired, .comment, .lineNumber, .barEmpty: Attributes(flags: .dim)
    default: Attributes()
    }
  }
}
