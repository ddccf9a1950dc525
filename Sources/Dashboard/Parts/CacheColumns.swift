import Screen

/// The columns of a cache panel: mark, key, value, what the policy counts, expiry.
struct CacheColumns {
  let hasBadge: Bool
  /// Whether the key column is too narrow for a sentence at its head.
  var isNarrow: Bool { keyWidth < 14 }
  /// Whether no value is cut.
  let fitsValues: Bool
  private let keyWidth: Int
  private let valueWidth: Int
  private let badgeWidth: Int
  /// `60 s` and a bar of five, of two, or the number alone.
  private let expiryWidth: Int
  private static let expiryWidths = [10, 7]

  init(width: Int, rows: [CachePanel.Row], glyphs: Glyphs) {
    hasBadge = rows.contains { $0.badge != .none } && width >= 34
    // `×12` fits under its head, `1 002 ago` needs more.
    badgeWidth = rows.reduce(5) { max($0, min(9, $1.badge.text(glyphs).displayWidth(glyphs))) }
    let badge = hasBadge ? badgeWidth + 2 : 0
    let longestKey = rows.reduce(8) { max($0, $1.key.displayWidth(glyphs) + ($1.isDirty ? 1 : 0)) }
    let longestValue = rows.reduce(5) {
      max($0, $1.value.displayWidth(glyphs) + ($1.isStale ? 3 : 0))
    }
    // The bars give way before keys and values are cut.
    let free = width - 2 - 2 - 2 - badge
    let needed = min(longestKey + longestValue, 24)
    expiryWidth =
      CacheColumns.expiryWidths.first { free - $0 >= needed } ?? CacheColumns.expiryWidths[1]
    let room = max(0, free - expiryWidth)
    fitsValues = longestKey + longestValue <= room
    if fitsValues {
      // The head of the key column is a sentence where there is room for it.
      keyWidth = max(longestKey, min(14, room - longestValue))
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
    cut(rect, 2 + keyWidth + 2 + valueWidth + 2, hasBadge ? badgeWidth : 0)
  }
  func expiry(_ rect: Rect) -> Rect {
    let badge = hasBadge ? badgeWidth + 2 : 0
    return cut(rect, 2 + keyWidth + 2 + valueWidth + 2 + badge, expiryWidth)
  }

  private func cut(_ rect: Rect, _ x: Int, _ width: Int) -> Rect {
    rect.intersection(Rect(x: rect.x + x, y: rect.y, width: width, height: rect.height))
  }
}
