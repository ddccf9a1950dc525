import Screen

/// How the strip of what happens is divided: at 80 columns narrow, with
/// longer arrows where there is more room.
struct PathColumns {
  private let peopleWidth: Int
  private let arrow: Int
  private let cacheWidth: Int
  private let databaseWidth: Int

  init(width: Int) {
    let free = max(0, width)
    peopleWidth = min(19, free * 24 / 100)
    databaseWidth = min(28, free * 34 / 100)
    let rest = max(0, free - peopleWidth - databaseWidth)
    arrow = min(14, max(6, rest / 4))
    cacheWidth = max(0, rest - 2 * arrow)
  }

  func people(_ rect: Rect) -> Rect { cut(rect, 0, peopleWidth) }
  func firstArrow(_ rect: Rect) -> Rect { cut(rect, peopleWidth, arrow - 2) }
  func caches(_ rect: Rect) -> Rect { cut(rect, peopleWidth + arrow, cacheWidth) }
  func secondArrow(_ rect: Rect) -> Rect {
    cut(rect, peopleWidth + arrow + cacheWidth, arrow - 2)
  }
  func wholeArrow(_ rect: Rect) -> Rect {
    cut(rect, peopleWidth, cacheWidth + 2 * arrow - 2)
  }
  func database(_ rect: Rect) -> Rect {
    cut(rect, peopleWidth + 2 * arrow + cacheWidth, databaseWidth)
  }

  private func cut(_ rect: Rect, _ x: Int, _ width: Int) -> Rect {
    rect.intersection(
      Rect(x: rect.x + x, y: rect.y, width: max(0, width), height: rect.height))
  }
}
