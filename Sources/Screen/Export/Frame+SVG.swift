extension Frame {
  /// The frame as a picture: SVG 1.1, a font of fixed width, one `text` for each stretch of style.
  ///
  /// - Parameter theme: a light one stands on white, every other on a dark page.
  public func svg(theme: Theme) -> String {
    let page = Page(theme)
    let width = Page.number(size.width * Page.columnTenths + 2 * Page.marginTenths)
    let height = Page.number(size.height * Page.rowTenths + 2 * Page.marginTenths)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\">",
      "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(page.background)\"/>",
      "<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\" "
        + "fill=\"\(page.foreground)\" xml:space=\"preserve\">",
    ]
    for y in 0..<size.height {
      for run in styleRuns(row: y) { lines += drawn(row: y, run.columns, run.style, page) }
    }
    if let cursor, bounds.contains(cursor) { lines.append(page.cursor(at: cursor)) }
    return (lines + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
  }

  /// A background, if there is one, and the characters over it.
  private func drawn(row y: Int, _ columns: Range<Int>, _ style: Style, _ page: Page) -> [String] {
    let look = page.look(of: style)
    var lines: [String] = []
    if let background = look.background {
      lines.append(page.box(columns, row: y, fill: background))
    }
    // A stretch starts and ends with something to see: blanks have no colour.
    let seen = columns.filter { cells[y * size.width + $0].base != " " }
    guard let first = seen.first, let last = seen.last else { return lines }
    let shown = first..<(last + max(1, Int(cells[y * size.width + last].width)))
    var text = ""
    for x in shown where x < size.width && cells[y * size.width + x].width > 0 {
      text += Page.escaped(cells[y * size.width + x].character)
    }
    lines.append(page.text(text, shown, row: y, look: look))
    return lines
  }
}

/// Where things stand in a picture and what they look like.
///
/// Lengths are counted in tenths of a unit, so that they come out the same everywhere.
private struct Page {
  static let columnTenths = 84
  static let rowTenths = 170
  static let marginTenths = 120
  private static let baselineTenths = 130

  let theme: Theme
  let background: String
  let foreground: String

  /// What a stretch of cells looks like.
  struct Look {
    var foreground: String
    var background: String?
    var flags: Style.Flags
  }

  init(_ theme: Theme) {
    self.theme = theme
    let isLight = theme.name == "light"
    background = isLight ? "#ffffff" : "#11151c"
    foreground = isLight ? "#1c1c1c" : "#d8dee9"
  }

  func look(of style: Style) -> Look {
    let attributes = theme.attributes(of: style)
    let front = attributes.foreground?.hexadecimal ?? foreground
    let back = attributes.background?.hexadecimal
    guard attributes.flags.contains(.reverse) else {
      return Look(foreground: front, background: back, flags: attributes.flags)
    }
    return Look(foreground: back ?? background, background: front, flags: attributes.flags)
  }

  func box(_ columns: Range<Int>, row: Int, fill: String) -> String {
    "<rect x=\"\(x(columns.lowerBound))\" y=\"\(y(row))\" "
      + "width=\"\(Page.number(columns.count * Page.columnTenths))\" "
      + "height=\"\(Page.number(Page.rowTenths))\" fill=\"\(fill)\"/>"
  }

  func text(_ text: String, _ columns: Range<Int>, row: Int, look: Look) -> String {
    var words = "<text x=\"\(x(columns.lowerBound))\" y=\"\(y(row, Page.baselineTenths))\" "
    words += "textLength=\"\(Page.number(columns.count * Page.columnTenths))\""
    if look.foreground != foreground { words += " fill=\"\(look.foreground)\"" }
    if look.flags.contains(.bold) { words += " font-weight=\"bold\"" }
    if look.flags.contains(.dim) { words += " opacity=\"0.7\"" }
    if look.flags.contains(.underline) { words += " text-decoration=\"underline\"" }
    return words + ">\(text)</text>"
  }

  func cursor(at point: Point) -> String {
    "<rect x=\"\(x(point.x))\" y=\"\(y(point.y))\" width=\"\(Page.number(Page.columnTenths))\" "
      + "height=\"\(Page.number(Page.rowTenths))\" fill=\"\(foreground)\" opacity=\"0.5\"/>"
  }

  private func x(_ column: Int) -> String {
    Page.number(Page.marginTenths + column * Page.columnTenths)
  }

  private func y(_ row: Int, _ offset: Int = 0) -> String {
    Page.number(Page.marginTenths + row * Page.rowTenths + offset)
  }

  static func number(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  static func escaped(_ character: Character) -> String {
    switch character {
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    default: String(character)
    }
  }
}
