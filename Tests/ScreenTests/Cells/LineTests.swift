import Screen
import Testing

@Suite struct LineTests {
  @Test func `lines that end on lines join them`() {
    let shown = picture(9, 4) { frame in
      frame.horizontalLine(at: .zero, length: 9)
      frame.horizontalLine(at: Point(x: 0, y: 3), length: 9)
      frame.verticalLine(at: Point(x: 4, y: 0), length: 4)
      frame.verticalLine(at: Point(x: 0, y: 0), length: 4)
    }
    #expect(
      shown == """
        ┬───┬────
        │   │
        │   │
        ┴───┴────
        """)
  }

  @Test func `lines that cross make crosses`() {
    let shown = picture(5, 3) { frame in
      frame.verticalLine(at: Point(x: 2, y: 0), length: 3)
      frame.horizontalLine(at: Point(x: 0, y: 1), length: 5)
    }
    #expect(
      shown == """
          │
        ──┼──
          │
        """)
  }

  @Test func `rules beside each other are one line`() {
    let shown = picture(24, 2) { frame in
      frame.rule(at: .zero, length: 11, title: "lesson")
      frame.rule(at: Point(x: 11, y: 0), length: 13, title: "log")
      frame.verticalLine(at: Point(x: 11, y: 0), length: 2)
    }
    #expect(shown == "─ lesson ──┬ log ───────\n           │")
  }

  @Test func `boxes have corners, and boxes side by side share nothing`() {
    let shown = picture(8, 3) { frame in
      frame.outline(Rect(x: 0, y: 0, width: 4, height: 3))
      frame.outline(Rect(x: 4, y: 0, width: 4, height: 3))
    }
    #expect(
      shown == """
        ┌──┐┌──┐
        │  ││  │
        └──┘└──┘
        """)
  }

  @Test(arguments: [(Glyphs.unicode, "│\n│\n└───"), (.ascii, "|\n|\n+---")])
  func `axes meet in a corner`(glyphs: Glyphs, expected: String) {
    let shown = picture(4, 3, glyphs: glyphs) { frame in
      frame.axes(corner: Point(x: 0, y: 2), height: 2, width: 3)
    }
    #expect(shown == expected)
  }

  @Test func `text is not taken for a line`() {
    let shown = picture(5, 1, glyphs: .ascii) { frame in
      frame.put("+-|", at: Point(x: 1, y: 0), style: .text)
      frame.horizontalLine(at: Point(x: 1, y: 0), length: 3)
    }
    #expect(shown == " ---")
  }

  @Test func `without box drawing lines join in a plus`() {
    let shown = picture(5, 2, glyphs: .ascii) { frame in
      frame.horizontalLine(at: .zero, length: 5)
      frame.verticalLine(at: Point(x: 2, y: 0), length: 2)
    }
    #expect(shown == "--+--\n  |")
  }
}
