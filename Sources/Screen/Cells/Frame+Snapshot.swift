extension Frame {
  /// The rows as text, without blanks at their ends.
  public var rows: [String] {
    (0..<size.height).map { y in
      var row = ""
      for cell in cells[(y * size.width)..<((y + 1) * size.width)] where cell.width > 0 {
        row.append(cell.character)
      }
      while row.last == " " { row.removeLast() }
      return row
    }
  }

  /// The rows as one text, a line each.
  public var text: String { rows.joined(separator: "\n") }

  /// The screen as a test keeps it: the rows, the cursor, and the styles where they change.
  ///
  /// A style line reads `row: columns style, columns style`; blank cells in the normal style and
  /// rows that have nothing else are left out.
  public var snapshot: String {
    var lines = ["\(size)"] + rows
    lines.append(cursor.map { "cursor \($0.x),\($0.y)" } ?? "no cursor")
    for y in 0..<size.height {
      let runs = styleRuns(row: y).filter { $0.style != .normal }
      guard !runs.isEmpty else { continue }
      let words = runs.map { run in
        let end = run.columns.upperBound - 1
        let columns =
          end == run.columns.lowerBound ? "\(end)" : "\(run.columns.lowerBound)-\(end)"
        return "\(columns) \(run.style)"
      }
      lines.append("\(y): " + words.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The stretches of equal style in row `y`, from left to right.
  public func styleRuns(row y: Int) -> [(columns: Range<Int>, style: Style)] {
    guard y >= 0, y < size.height else { return [] }
    var runs: [(columns: Range<Int>, style: Style)] = []
    var start = 0
    for x in 0..<size.width {
      let style = cells[y * size.width + x].style
      let isLast = x + 1 == size.width
      if isLast || cells[y * size.width + x + 1].style != style {
        runs.append((start..<(x + 1), style))
        start = x + 1
      }
    }
    return runs
  }
}
