import Screen
import Testing

@Suite struct RectTests {
  let page = Rect(x: 0, y: 0, width: 10, height: 4)

  @Test func `extents are never negative`() {
    #expect(Rect(x: 1, y: 1, width: -5, height: 3).size == Size(width: 0, height: 3))
    #expect(page.inset(dx: 7, dy: 9).size == .zero)
    #expect(page.split(top: 99).rest.height == 0)
    #expect(page.split(left: -3).left.width == 0)
    #expect(page.intersection(Rect(x: 20, y: 0, width: 3, height: 3)).isEmpty)
  }

  @Test func `a split covers the whole and overlaps nowhere`() {
    for cut in -1...12 {
      let (left, rest) = page.split(left: cut)
      #expect(left.width + rest.width == page.width && left.endX == rest.x)
      let (above, bottom) = page.split(bottom: cut)
      #expect(above.height + bottom.height == page.height && above.endY == bottom.y)
    }
  }

  @Test func `strips are cut off one after another`() {
    var rest = page
    let head = rest.takeTop(1)
    let foot = rest.takeBottom(1)
    let side = rest.takeRight(3)
    #expect(head == Rect(x: 0, y: 0, width: 10, height: 1))
    #expect(foot == Rect(x: 0, y: 3, width: 10, height: 1))
    #expect(side == Rect(x: 7, y: 1, width: 3, height: 2))
    #expect(rest == Rect(x: 0, y: 1, width: 7, height: 2))
  }

  @Test func `the middle of a rectangle is never larger than it`() {
    #expect(page.centred(Size(width: 4, height: 2)) == Rect(x: 3, y: 1, width: 4, height: 2))
    #expect(page.centred(Size(width: 40, height: 20)) == page)
  }

  @Test func `a row outside is empty`() {
    #expect(page.row(3) == Rect(x: 0, y: 3, width: 10, height: 1))
    #expect(page.row(4).isEmpty && page.row(-1).isEmpty)
  }
}
