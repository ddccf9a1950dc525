import Screen
import Testing

@Suite struct WidgetTests {
  @Test func `a panel has its title in a rule`() {
    var inside = Rect.zero
    let shown = picture(20, 3) { frame in
      inside = frame.panel("what happens", in: frame.bounds)
      frame.putLine("200 people", in: inside)
    }
    #expect(shown == "─ what happens ─────\n 200 people\n")
    #expect(inside == Rect(x: 1, y: 1, width: 19, height: 2))
  }

  @Test func `a long title ends in an ellipsis`() {
    #expect(picture(12, 1) { $0.panel("what happens", in: $0.bounds) } == "─ what ha… ─")
    #expect(picture(3, 1) { $0.panel("what happens", in: $0.bounds) } == "───")
  }

  @Test func `an overlay blanks what is under it`() {
    let shown = picture(12, 4) { frame in
      frame.fill(frame.bounds, with: "x")
      let inside = frame.overlay("help", in: frame.bounds.inset(dx: 1))
      frame.putLine("? more", in: inside)
    }
    #expect(
      shown == """
        x┌─ help ─┐x
        x│ ? more │x
        x│        │x
        x└────────┘x
        """)
  }

  @Test func `a text pane says that there is more`() {
    let lines = (1...5).map { StyledText("line \($0) of the lesson") }
    let top = picture(16, 3) { $0.textPane(lines, in: $0.bounds) }
    #expect(top == "line 1 of the l…\nline 2 of the l…\nline 3 o… more ↓")
    let end = picture(16, 3) { frame in
      #expect(frame.textPane(lines, in: frame.bounds, scroll: 99) == 2)
    }
    #expect(end == "line 3 of the… ↑\nline 4 of the l…\nline 5 of the l…")
  }

  @Test func `a list keeps its selected line in view`() {
    let items = (1...9).map { StyledText("lesson \($0)") }
    #expect(
      picture(12, 3) { $0.list(items, selected: 1, in: $0.bounds) }
        == "  lesson 1\n▶ lesson 2\n  lesson 3")
    #expect(
      picture(12, 3) { $0.list(items, selected: 8, in: $0.bounds) }
        == "  lesson 7\n  lesson 8\n▶ lesson 9")
  }

  @Test func `a table aligns its columns and drops what has no room`() {
    let columns = [
      TableColumn("key"), TableColumn("value", .share(minimum: 5)),
      TableColumn("expires", alignment: .right),
    ]
    let rows: [[StyledText]] = [["page:home", "Welcome", "60 s"], ["漢", "a long value", "5 s"]]
    #expect(
      picture(30, 3) { $0.table(columns, rows: rows, in: $0.bounds) } == """
        key        value       expires
        page:home  Welcome        60 s
        漢         a long va…      5 s
        """)
    #expect(
      picture(17, 2) { $0.table(columns, rows: rows, in: $0.bounds) } == """
        key        value
        page:home  Welco…
        """)
  }

  @Test func `a table follows its selection`() {
    let rows = (1...6).map { [StyledText("row \($0)")] }
    let shown = picture(6, 2) { frame in
      #expect(frame.table([TableColumn("")], rows: rows, in: frame.bounds, selected: 4) == 3)
    }
    #expect(shown == "row 4\nrow 5")
  }

  @Test(arguments: [
    (0, 8, "[    ]"), (1, 800, "[▏   ]"), (1, 8, "[▌   ]"), (4, 8, "[██  ]"), (7, 8, "[███▌]"),
    (799, 800, "[███▉]"), (8, 8, "[████]"), (9, 8, "[████]"), (5, 0, "[    ]"), (-1, 8, "[    ]"),
  ])
  func `a gauge fills in eighths and never lies at its ends`(part: Int, whole: Int, shown: String) {
    let text = picture(6, 1) { frame in
      frame.put("[    ]", at: .zero)
      frame.gauge(part, of: whole, in: Rect(x: 1, y: 0, width: 4, height: 1))
    }
    #expect(text == shown)
  }

  @Test func `a sparkline shows the newest values at the right`() {
    let values = [9, 9, 0, 1, 2, 4, 8]
    #expect(picture(5, 1) { $0.sparkline(values, in: $0.bounds) } == " ▁▂▄█")
    #expect(picture(5, 2) { $0.sparkline(values, in: $0.bounds) } == "    █\n ▂▄██")
    #expect(picture(5, 1, glyphs: .ascii) { $0.sparkline(values, in: $0.bounds) } == " _.=@")
    #expect(picture(4, 1) { $0.sparkline([], in: $0.bounds) } == "")
  }

  @Test func `the legend leaves out what has no room`() {
    let keys = [
      LegendEntry("Enter", "run"), LegendEntry("Tab", "complete"), LegendEntry("F1", "help"),
    ]
    #expect(
      picture(40, 1) { $0.legend(keys, in: $0.bounds) } == "Enter run    Tab complete    F1 help")
    #expect(picture(34, 1) { $0.legend(keys, in: $0.bounds) } == "Enter run  Tab complete  F1 help")
    #expect(picture(30, 1) { $0.legend(keys, in: $0.bounds) } == "Enter run  Tab complete")
    var frame = Frame(size: Size(width: 40, height: 1))
    #expect(frame.legend(keys, in: frame.bounds) == [0..<9, 13..<25, 29..<36])
  }

  @Test func `too small a place says what it needs`() {
    let needs = Size(width: 40, height: 12)
    #expect(picture(13, 3) { $0.tooSmall(needs: needs, in: $0.bounds) } == "\n needs 40×12\n")
    #expect(picture(7, 1) { $0.tooSmall(needs: needs, in: $0.bounds) } == " 40×12")
  }

  @Test func `braille draws circles and lines`() {
    var canvas = BrailleCanvas(size: Size(width: 6, height: 3))
    canvas.circle(around: (5, 5), radius: 5)
    #expect(
      picture(6, 3) { $0.draw(canvas, in: $0.bounds) } == """
        ⡠⠊⠉⠉⠢⡀
        ⡇    ⡇
        ⠈⠢⠤⠤⠊
        """)
    var line = BrailleCanvas(size: Size(width: 3, height: 1))
    line.line(from: (0, 0), to: (5, 3))
    line.dot(99, -1)
    #expect(picture(3, 1) { $0.draw(line, in: $0.bounds) } == "⠑⠢⢄")
  }
}
