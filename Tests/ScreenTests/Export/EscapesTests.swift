import Screen
import Testing

/// Frames as control sequences, read back by the smallest terminal that understands them.
struct EscapesTests {
  /// Cursor positions, erasing and characters; colours pass by.
  struct Terminal {
    var rows: [[Character]]
    var x = 0
    var y = 0
    var isCursorShown = true

    init(_ size: Size) {
      rows = Array(repeating: Array(repeating: " ", count: size.width), count: size.height)
    }

    mutating func feed(_ text: String) {
      var rest = Array(text)[...]
      while let character = rest.popFirst() {
        guard character == "\u{1B}" else {
          rows[y][x] = character
          x += 1
          continue
        }
        rest = rest.dropFirst()
        let parameters = String(rest.prefix { !$0.isLetter })
        rest = rest.dropFirst(parameters.count)
        let numbers = parameters.split(separator: ";").compactMap { Int($0) }
        switch rest.popFirst() {
        case "H": (y, x) = (numbers[0] - 1, numbers[1] - 1)
        case "J": rows = rows.map { $0.map { _ in " " } }
        case "h": isCursorShown = true
        case "l": isCursorShown = false
        default: break
        }
      }
    }

    var text: String {
      rows.map { row in
        var line = String(row)
        while line.last == " " { line.removeLast() }
        return line
      }.joined(separator: "\n")
    }
  }

  private func frame(_ words: [(String, Int, Int, Style)]) -> Frame {
    var frame = Frame(size: Size(width: 20, height: 4))
    for (text, x, y, style) in words {
      frame.put(text, at: Point(x: x, y: y), style: style)
    }
    return frame
  }

  @Test func `a page, then what differs, gives the second page`() {
    let first = frame([("hello", 0, 0, .hit), ("world", 14, 3, .miss)])
    var second = frame([("help", 0, 0, .hit), ("was here", 3, 2, .text), ("world", 14, 3, .hit)])
    second.cursor = Point(x: 4, y: 1)
    var terminal = Terminal(first.size)
    terminal.feed(first.escapes(theme: .dark))
    #expect(terminal.text == first.text)
    #expect(!terminal.isCursorShown)
    terminal.feed(second.escapes(after: first, theme: .dark))
    #expect(terminal.text == second.text)
    #expect((terminal.x, terminal.y) == (4, 1))
    #expect(terminal.isCursorShown)
  }

  @Test func `nothing new needs no bytes`() {
    let page = frame([("hello", 0, 0, .hit)])
    #expect(page.escapes(after: page, theme: .light).isEmpty)
  }

  @Test func `a colour that changes alone is painted`() {
    let first = frame([("hello", 0, 0, .hit)])
    let second = frame([("hello", 0, 0, .miss)])
    let escapes = second.escapes(after: first, theme: .dark)
    #expect(escapes.contains("\u{1B}[1;1H\u{1B}[0;1;38;5;215mhello"))
  }

  @Test func `half of a wide character is never painted alone`() {
    let first = frame([("漢漢", 0, 0, .text)])
    let second = frame([("漢字", 0, 0, .text)])
    #expect(second.escapes(after: first, theme: .dark).contains("[1;3H"))
    #expect(second.escapes(after: first, theme: .dark).contains("字"))
  }

  @Test func `text from outside stays text`() {
    let page = frame([("\u{1B}[2J\u{9B}1m", 0, 0, .text)])
    let whole = page.escapes(theme: .dark)
    #expect(whole.components(separatedBy: "\u{1B}[2J") == 2)
    #expect(!whole.contains("\u{9B}"))
  }

  @Test func `no colour asks for none`() {
    let page = frame([("hello", 0, 0, .hit), ("x", 0, 1, .selection)])
    #expect(!page.escapes(theme: .mono).contains("38;5"))
  }

  @Test func `a picture holds the words, escaped, and nothing but markup`() {
    let page = frame([("a<b & c>d", 0, 0, .hit), ("selected", 2, 2, .selection)])
    let svg = page.svg(theme: .dark)
    #expect(svg.hasPrefix("<svg "))
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(svg.contains(">a&lt;b &amp; c&gt;d</text>"))
    #expect(svg.contains("fill=\"\(Colour(24, basic: 4).hexadecimal)\""))
  }

  @Test(arguments: [
    (1, "#cd0000"), (16, "#000000"), (117, "#87d7ff"), (231, "#ffffff"), (246, "#949494"),
  ])
  func `a colour number is the colour that xterm shows`(index: UInt8, hexadecimal: String) {
    #expect(Colour(index, basic: 0).hexadecimal == hexadecimal)
  }
}

extension String {
  /// How many times the separator stands in it, plus one.
  fileprivate func components(separatedBy separator: String) -> Int {
    ranges(of: separator).count + 1
  }
}
