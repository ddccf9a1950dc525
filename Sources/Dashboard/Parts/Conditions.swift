import Screen

/// Whether a cache node answers, as the screen says it.
public enum NodeCondition: Hashable, Sendable {
  case up, crashed, cut, gone

  var word: String {
    switch self {
    case .up: "up"
    case .crashed: "crashed"
    case .cut: "cut off"
    case .gone: "left"
    }
  }

  var style: Style {
    switch self {
    case .up: .fresh
    case .crashed, .cut: .bad
    case .gone: .dim
    }
  }

  func mark(_ glyphs: Glyphs) -> Character {
    switch self {
    case .up: glyphs.dot
    case .crashed: glyphs.cross
    case .cut: "~"
    case .gone: glyphs.hollowDot
    }
  }
}

/// What a cache has of a key, as the screen says it.
public enum KeyCondition: Hashable, Sendable {
  case fresh, expired, absent, stale
  /// Promised and not stored yet: newer than the row.
  case dirty

  var word: String {
    switch self {
    case .fresh: "fresh"
    case .expired: "expired"
    case .absent: "not here"
    case .stale: "old value"
    case .dirty: "not stored yet"
    }
  }

  var style: Style {
    switch self {
    case .fresh: .fresh
    case .expired: .expired
    case .absent: .miss
    case .stale: .stale
    case .dirty: .warning
    }
  }

  func mark(_ glyphs: Glyphs) -> Character {
    switch self {
    case .fresh: glyphs.dot
    case .expired: glyphs.hollowDot
    case .absent: glyphs.hollowDot
    case .stale: "!"
    case .dirty: "*"
    }
  }
}
