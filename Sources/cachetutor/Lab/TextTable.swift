/// A table of text with columns as wide as they need to be.
enum TextTable {
  enum Head {
    case left(String)
    case right(String)

    var text: String {
      switch self {
      case .left(let text), .right(let text): text
      }
    }

    fileprivate func padded(_ text: String, to width: Int) -> String {
      let blanks = String(repeating: " ", count: max(0, width - text.count))
      return if case .left = self { text + blanks } else { blanks + text }
    }
  }

  /// Two blanks between columns; a row without cells is an empty line.
  static func lines(heads: [Head], rows: [[String]]) -> [String] {
    let all = [heads.map(\.text)] + rows
    let widths = heads.indices.map { column in
      all.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return all.map { row in
      let cells = zip(zip(heads, widths), row).map { $0.0.padded($1, to: $0.1) }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
