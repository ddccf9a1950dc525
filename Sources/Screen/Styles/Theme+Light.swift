extension Theme {
  /// For terminals with a light background.
  public static let light = Theme(name: "light") { role in
    switch role {
    case .normal, .text, .code, .label: Attributes()
    case .dim, .barEmpty, .lineNumber, .comment, .ghost: Attributes(Colour(241, basic: 8))
    case .border: Attributes(Colour(242, basic: 8))
    case .title, .heading, .prompt: Attributes(Colour(24, basic: 4), flags: .bold)
    case .accent: Attributes(Colour(24, basic: 4))
    case .strong: Attributes(Colour(16, basic: 0), flags: .bold)
    case .focused: Attributes(Colour(90, basic: 5), flags: .bold)
    case .selection: Attributes(Colour(16, basic: 0), on: Colour(153, basic: 6))
    case .hit, .good: Attributes(Colour(22, basic: 2), flags: .bold)
    case .fresh: Attributes(Colour(22, basic: 2))
    case .miss: Attributes(Colour(130, basic: 1), flags: .bold)
    case .evicted: Attributes(Colour(124, basic: 1))
    case .expired: Attributes(Colour(94, basic: 5))
    case .stale: Attributes(Colour(94, basic: 5))
    case .moved: Attributes(Colour(90, basic: 5), flags: .bold)
    case .queued: Attributes(Colour(130, basic: 1))
    case .acting: Attributes(Colour(16, basic: 0), on: Colour(221, basic: 3), flags: .bold)
    case .bad, .error: Attributes(Colour(124, basic: 1), flags: .bold)
    case .warning: Attributes(Colour(94, basic: 1))
    case .hint: Attributes(Colour(23, basic: 4))
    case .keyword: Attributes(Colour(18, basic: 4))
    case .literal: Attributes(Colour(22, basic: 2))
    case .current: Attributes(Colour(16, basic: 0), on: Colour(254, basic: 6), flags: .bold)
    case .key: Attributes(Colour(16, basic: 0), flags: .bold)
    case .bar: Attributes(Colour(25, basic: 4))
    case .nodeA: Attributes(Colour(24, basic: 4))
    case .nodeB: Attributes(Colour(130, basic: 1))
    case .nodeC: Attributes(Colour(22, basic: 2))
    case .nodeD: Attributes(Colour(125, basic: 5))
    case .nodeE: Attributes(Colour(54, basic: 5))
    case .nodeF: Attributes(Colour(58, basic: 0))
    }
  }
}
