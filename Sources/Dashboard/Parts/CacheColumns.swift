import Screen

/// The columns of a cache panel: mark, key, value, what the policy counts, expiry.
struct CacheColumns {
  let hasBadge: Bool
  /// Whether the key column is too narrow for a sentence at its head.
  var isNarrow: Bool { keyWidth < 14 }
  private let keyWidth: Int
  private let valueWidth: Int
  private static let badgeWidth = 5
  private static let expiryWidth = 10

  init(width: Int, rows: [CachePanel.Row], glyphs: Glyphs) {
    hasBadge = rows.contains { $0.badge != .none } && width >= 36
    let badge = hasBadge ? CacheColumns.badgeWidth + 2 : 0
    let room = max(0, width - 2 - 2 - 2 - badge - CacheColumns.expiryWidth)
    let longestKey = rows.reduce(14) { max($0, $1.key.displayWidth(glyphs) + ($1.isDirty ? 1 : 0)) }
    let longestValue = rows.reduce(5) {
      max($0, $1.value.displayWidth(glyphs) + ($1.isStale ? 3 : 0))
    }
    if longestKey + longestValue <= room {
      keyWidth = longestKey
      valueWidth = longestValue
    } else {
      // Who needs less than half gets what it needs.
      let half = room / 2
      keyWidth =
        longestKey <= half
        ? longestKey : longestValue <= half ? room - longestValue : room - half
      valueWidth = room - keyWidth
    }
  }

  func key(_ rect: Rect) -> Rect { cut(rect, 2, keyWidth) }
  func value(_ rect: Rect) -> Rect { cut(rect, 2 + keyWidth + 2, valueWidth) }
  func badge(_ rect: Rect) -> Rect {
    cut(rect, 2 + keyWidth + 2 + valueWidth + 2, hasBadge ? CacheColumns.badgeWidth : 0)
  }
  func expiry(_ rect: Rect) -> Rect {
    let badge = hasBadge ? CacheColumns.badgeWidth + 2 : 0
    return cut(rect, 2 + keyWidth + 2 + valueWidth + 2 + badge, CacheColumns.expiryWidth)
  }

  private func cut(_ rect: Rect, _ x: Int, _ width: Int) -> Rect {
    rect.intersection(Rect(x: rect.x + x, y: rect.y, width: width, height: rect.height))
  }
}
