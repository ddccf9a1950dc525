extension Theme {
  /// Bright colours on the terminal's own background, nothing grey; for dark backgrounds.
  public static let highContrast = Theme(name: "high-contrast") { role in
    switch role {
    case .acting, .current:
      Attributes(Colour(16, basic: 0), on: Colour(226, basic: 3), flags: .bold)
    case .selection: Attributes(Colour(16, basic: 0), on: Colour(231, basic: 7), flags: .bold)
    case .focused: Attributes(Colour(226, basic: 11), flags: [.bold, .underline])
    case .title, .heading, .prompt, .accent: Attributes(Colour(87, basic: 14), flags: .bold)
    case .hit, .good, .fresh: Attributes(Colour(120, basic: 10), flags: .bold)
    case .miss, .queued, .warning, .stale: Attributes(Colour(226, basic: 11), flags: .bold)
    case .evicted, .bad, .error: Attributes(Colour(217, basic: 15), flags: [.bold, .underline])
    case .expired: Attributes(Colour(231, basic: 15), flags: .underline)
    case .moved: Attributes(Colour(225, basic: 13), flags: [.bold, .underline])
    case .nodeA, .keyword: Attributes(Colour(87, basic: 14))
    case .nodeB: Attributes(Colour(226, basic: 11))
    case .nodeC, .literal: Attributes(Colour(120, basic: 10))
    case .nodeD: Attributes(Colour(225, basic: 13))
    case .nodeE: Attributes(Colour(195, basic: 15))
    case .strong, .key: Attributes(Colour(231, basic: 15), flags: .bold)
    default: Attributes(Colour(231, basic: 15))
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
