extension ListingPanel {
  /// The lines, from 1, that are shown: as much as fits around what happens.
  ///
  /// A function that fits is shown whole; of one that does not, the first line and the last stay.
  func visibleLines(height: Int) -> [Int] {
    guard height > 0, !lines.isEmpty else { return [] }
    guard lines.count > height else { return Array(1...lines.count) }
    let focus = self.focus
    let block = function(around: focus)
    if block.count <= height {
      let first = min(block.lowerBound, lines.count - height + 1)
      return Array(first..<(first + height))
    }
    guard height >= 4 else {
      let first = min(max(block.lowerBound, focus - height / 2), block.upperBound - height + 1)
      return Array(first..<(first + height))
    }
    let window = height - 2
    let last = block.upperBound
    let first = min(max(block.lowerBound + 1, focus - window / 2), last - window)
    return [block.lowerBound] + Array(first..<(first + window)) + [last]
  }

  /// Whether the function that is looked at has more lines than there is room for.
  func isCut(height: Int) -> Bool {
    guard height > 0, lines.count > height else { return false }
    return function(around: focus).count > height
  }

  /// The line around which as much as fits is shown.
  private var focus: Int {
    min(max(1, scroll ?? acting.min() ?? busiestLine ?? focusLine ?? 1), lines.count)
  }

  /// The lines of the function that a line belongs to, blank lines after it left out.
  private func function(around line: Int) -> ClosedRange<Int> {
    func isHead(_ line: Int) -> Bool {
      lines[line - 1].first.map { $0 != " " && $0 != "#" } ?? false
    }
    var first = line
    while first > 1, !isHead(first) { first -= 1 }
    var last = first
    while last < lines.count, !isHead(last + 1) { last += 1 }
    while last > first, lines[last - 1].allSatisfy({ $0 == " " }) { last -= 1 }
    return first...last
  }

  private var busiestLine: Int? {
    guard let most = standing.max(), most > 0, let index = standing.firstIndex(of: most) else {
      return hands.keys.min()
    }
    return index + 1
  }
}
