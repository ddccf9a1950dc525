import Screen
import Testing

@Suite struct FrameTests {
  @Test func `text is clipped on all sides`() {
    let shown = picture(5, 2) { frame in
      frame.put("abcdefgh", at: Point(x: -2, y: 0))
      frame.put("xyz", at: Point(x: 3, y: 1))
      frame.put("no", at: Point(x: 0, y: 2))
      frame.put("no", at: Point(x: 0, y: -1))
    }
    #expect(
      shown == """
        cdefg
           xy
        """)
  }

  @Test func `put says how many columns it took`() {
    var frame = Frame(size: Size(width: 4, height: 1))
    #expect(frame.put("a漢b", at: .zero) == 4)
    #expect(frame.put("a漢b", at: .zero, maxWidth: 2) == 1)
    #expect(frame.put("a漢b", at: Point(x: 100, y: 0)) == 4)
  }

  @Test func `a wide character is never shown by half`() {
    let shown = picture(4, 4) { frame in
      frame.put("ab漢c", at: Point(x: 1, y: 0))
      frame.put("漢字", at: Point(x: 0, y: 1))
      frame.put("x", at: Point(x: 1, y: 1))
      frame.put("漢字", at: Point(x: 0, y: 2))
      frame.put("語", at: Point(x: 1, y: 2))
      frame.put("漢", at: Point(x: -1, y: 3))
    }
    #expect(shown == " ab\n x字\n 語\n")
  }

  @Test func `control characters never get into a cell`() {
    #expect(Cell("\u{1B}").character == "␛")
    #expect(Cell("\r\n").character == "␍")
    #expect(Cell("\u{202E}").character == "<")
    #expect(Cell("\u{9B}").character == "<")
    #expect(
      picture(30, 1) { $0.put("a\u{1B}[31m\u{7}b\u{202E}c", at: .zero) } == "a␛[31m␇b<202E>c")
  }

  @Test func `equal pictures are equal frames`() {
    var one = Frame(size: Size(width: 8, height: 2))
    var other = one
    #expect(one == other)
    one.put("hit", at: .zero, style: .hit)
    #expect(one != other)
    other.put("hit", at: .zero, style: .hit)
    #expect(one == other)
    other.cursor = .zero
    #expect(one != other)
  }

  @Test func `a snapshot tells rows, cursor and the styles where they change`() {
    var frame = Frame(size: Size(width: 12, height: 3))
    frame.put("key", at: Point(x: 1, y: 0), style: Style(.hit, .bold))
    frame.put("漢", at: Point(x: 5, y: 0), style: .miss)
    frame.put(".", at: Point(x: 0, y: 2), style: .node(1))
    frame.cursor = Point(x: 4, y: 2)
    #expect(
      frame.snapshot == """
        12×3
         key 漢

        .
        cursor 4,2
        0: 1-3 hit+bold, 5-6 miss
        2: 0 nodeB

        """)
  }

  @Test func `fill and restyle stay inside`() {
    var frame = Frame(size: Size(width: 3, height: 2))
    frame.fill(Rect(x: 1, y: -4, width: 9, height: 5), with: "#", style: .bar)
    #expect(frame.text == " ##\n")
    frame.restyle(Rect(x: 0, y: 0, width: 2, height: 9), .selection)
    #expect(frame.styleRuns(row: 0).map(\.style) == [.selection, .bar])
    frame.fill(frame.bounds, with: "漢", style: .bar)
    #expect(frame.text == "漢\n漢" && frame.findings().isEmpty)
  }
}
