extension Theme {
  /// For terminals with a dark background.
  public static let dark = Theme(name: "dark") { role in
    switch role {
    case .normal, .text, .code, .label: Attributes()
    case .dim, .barEmpty, .lineNumber, .comment, .ghost: Attributes(Colour(246, basic: 7))
    case .border: Attributes(Colour(244, basic: 7))
    case .title, .heading, .prompt: Attributes(Colour(117, basic: 14), flags: .bold)
    case .accent: Attributes(Colour(117, basic: 14))
    case .strong: Attributes(Colour(231, basic: 15), flags: .bold)
    case .focused: Attributes(Colour(220, basic: 11), flags: .bold)
    case .selection: Attributes(Colour(231, basic: 15), on: Colour(24, basic: 4))
    case .hit, .good: Attributes(Colour(114, basic: 10), flags: .bold)
    case .fresh: Attributes(Colour(114, basic: 10))
    case .miss: Attributes(Colour(215, basic: 11), flags: .bold)
    case .evicted: Attributes(Colour(210, basic: 9))
    case .expired: Attributes(Colour(145, basic: 7))
    case .stale: Attributes(Colour(179, basic: 3))
    case .moved: Attributes(Colour(183, basic: 13), flags: .bold)
    case .queued: Attributes(Colour(215, basic: 11))
    case .acting: Attributes(Colour(16, basic: 0), on: Colour(220, basic: 3), flags: .bold)
    case .bad, .error: Attributes(Colour(210, basic: 9), flags: .bold)
    case .warning: Attributes(Colour(221, basic: 11))
    case .hint: Attributes(Colour(152, basic: 6))
    case .keyword: Attributes(Colour(147, basic: 12))
    case .literal: Attributes(Colour(151, basic: 10))
    case .current: Attributes(Colour(231, basic: 15), on: Colour(237, basic: 4), flags: .bold)
    case .key: Attributes(Colour(231, basic: 15), flags: .bold)
    case .bar: Attributes(Colour(75, basic: 12))
    case .nodeA: Attributes(Colour(117, basic: 14))
    case .nodeB: Attributes(Colour(215, basic: 11))
    case .nodeC: Attributes(Colour(150, basic: 10))
    case .nodeD: Attributes(Colour(218, basic: 13))
    case .nodeE: Attributes(Colour(141, basic: 12))
    case .nodeF: Attributes(Colour(187, basic: 7))
    }
  }
}
