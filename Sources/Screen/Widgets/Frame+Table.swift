extension Frame {
  /// A table: a row of heads, then the rows from `scroll` on; two blanks between its columns.
  ///
  /// Columns that have no room are left out from the right; cells end in an ellipsis. Without
  /// any titles there is no row of heads. Returns the row that stands first.
  @discardableResult
  public mutating func table(
    _ columns: [TableColumn], rows: [[StyledText]], in rect: Rect, selected: Int? = nil,
    scroll: Int = 0
  ) -> Int {
    let widths = tableWidths(columns, rows: rows, total: rect.width)
    var body = rect
    if columns.contains(where: { !$0.title.isEmpty }) {
      let heads = columns.map { StyledText($0.title, .dim) }
      tableRow(heads, columns, widths, in: body.takeTop(1))
    }
    var first = Self.clampedScroll(scroll, count: rows.count, height: body.height)
    if let selected {
      first = min(first, max(0, selected))
      if selected >= first + body.height { first = selected - body.height + 1 }
      first = Self.clampedScroll(first, count: rows.count, height: body.height)
    }
    for row in 0..<max(0, min(body.height, rows.count - first)) {
      tableRow(rows[first + row], columns, widths, in: body.row(row))
      if first + row == selected { restyle(body.row(row), .selection) }
    }
    return first
  }

  private mutating func tableRow(
    _ cells: [StyledText], _ columns: [TableColumn], _ widths: [Int], in rect: Rect
  ) {
    var rest = rect
    for (index, width) in widths.enumerated() where index < cells.count {
      if index > 0 { _ = rest.takeLeft(2) }
      putLine(cells[index], in: rest.takeLeft(width), alignment: columns[index].alignment)
    }
  }

  /// The widths of the columns that have room, from the left.
  private func tableWidths(
    _ columns: [TableColumn], rows: [[StyledText]], total: Int
  ) -> [Int] {
    var widths = columns.enumerated().map { index, column in
      switch column.width {
      case .fixed(let width): return width
      case .share(let minimum): return minimum
      case .content(let maximum):
        let widest = rows.reduce(column.title.displayWidth(glyphs)) { widest, row in
          index < row.count ? max(widest, row[index].width(glyphs)) : widest
        }
        return min(widest, maximum)
      }
    }
    while widths.count > 1, needed(widths) > total { widths.removeLast() }
    share(total - needed(widths), among: columns, &widths)
    return widths
  }

  private func needed(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + 2 * max(0, widths.count - 1)
  }

  private func share(_ free: Int, among columns: [TableColumn], _ widths: inout [Int]) {
    let sharing = widths.indices.filter {
      if case .share = columns[$0].width { true } else { false }
    }
    guard free > 0, !sharing.isEmpty else { return }
    for (order, index) in sharing.enumerated() {
      widths[index] += free / sharing.count + (order < free % sharing.count ? 1 : 0)
    }
  }
}
