import Screen
import Testing

@testable import Dashboard

struct LayoutTests {
  static let details: [LayoutRequest.Detail] = [
    .init("listing", rows: 11), .init("cache", rows: 9), .init("database", rows: 5),
    .init("queue", rows: 4),
  ]

  static func layout(_ width: Int, _ height: Int) -> Layout {
    Layout(
      size: Size(width: width, height: height),
      request: LayoutRequest(details: details, lessonRows: 8))
  }

  /// Every rectangle that something is drawn into.
  static func places(of layout: Layout) -> [Rect] {
    layout.numbered.flatMap { [$0.title, $0.body] } + layout.rules
      + [layout.title, layout.prompt, layout.assistance, layout.legend]
  }

  @Test(arguments: [(80, 24), (120, 40), (100, 30), (160, 50)])
  func `every size has its drawing`(width: Int, height: Int) throws {
    try expectSnapshot("layout.\(width)x\(height)", picture(LayoutTests.layout(width, height)))
  }

  @Test func `nothing lies outside and nothing overlaps`() {
    for width in [80, 81, 109, 110, 133, 400] {
      for height in [24, 25, 31, 40, 100] {
        let layout = LayoutTests.layout(width, height)
        var taken = [Bool](repeating: false, count: width * height)
        var overlaps = 0
        for rect in LayoutTests.places(of: layout) {
          #expect(rect.intersection(Rect(layout.size)) == rect || rect.isEmpty)
          for y in rect.y..<rect.endY {
            for x in rect.x..<rect.endX {
              if taken[y * width + x] { overlaps += 1 }
              taken[y * width + x] = true
            }
          }
        }
        #expect(overlaps == 0, "\(width)x\(height)")
      }
    }
  }

  @Test func `every row belongs to somebody`() {
    for (width, height) in [(80, 24), (120, 40), (95, 33), (200, 60)] {
      var rows = Set<Int>()
      for rect in LayoutTests.places(of: LayoutTests.layout(width, height)) {
        rows.formUnion(rect.y..<rect.endY)
      }
      #expect(rows.count == height)
    }
  }

  @Test func `below the minimum nothing has a place`() {
    for size in [Size(width: 79, height: 24), Size(width: 80, height: 23), .zero] {
      let layout = Layout(size: size, request: LayoutRequest(details: LayoutTests.details))
      #expect(layout.panes.isEmpty)
      #expect(layout.prompt.isEmpty)
    }
  }

  @Test func `at 80 columns the path is a strip of three rows and two panes are under it`() {
    let layout = LayoutTests.layout(80, 24)
    #expect(layout.pane("path")?.body.height == 3)
    #expect(layout.panes.map(\.panel) == ["path", "listing", "cache"])
    #expect(layout.pane("listing")?.body.height == 7)
    #expect(layout.log.body.height == 1)
  }
}
