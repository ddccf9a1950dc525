import Screen
import Testing

/// Every widget draws into any rectangle, of any size, anywhere.
@Suite struct TinyRectTests {
  private static let widgets: [(name: String, draw: @Sendable (inout Frame, Rect) -> Void)] = [
    ("panel", { $0.panel("title", in: $1) }), ("overlay", { $0.overlay("title", in: $1) }),
    ("outline", { $0.outline($1) }),
    ("tooSmall", { $0.tooSmall(needs: Size(width: 9, height: 9), in: $1) }),
    ("textPane", { $0.textPane(["a 漢 line", "b", "c", "d"], in: $1, scroll: 1) }),
    ("list", { $0.list(["漢字漢字", "b", "c"], selected: 2, in: $1) }),
    (
      "table",
      { frame, rect in
        let columns = [
          TableColumn("key"), TableColumn("v", .share(minimum: 1)), TableColumn("x", .fixed(2)),
        ]
        frame.table(columns, rows: [["漢字", "b", "c"], ["d"]], in: rect, selected: 1)
      }
    ),
    ("gauge", { $0.gauge(3, of: 4, in: $1) }), ("sparkline", { $0.sparkline([1, 5, 3], in: $1) }),
    ("blocks", { $0.blocks(9, in: $1) }),
    ("legend", { $0.legend([LegendEntry("F1", "help")], in: $1) }),
    (
      "textField",
      { frame, rect in
        var editor = LineEditor()
        editor.setText("get 漢字漢字")
        frame.textField(editor, in: rect, prompt: "› ", ghost: "ghost")
      }
    ),
    (
      "canvas",
      { frame, rect in
        var canvas = BrailleCanvas(size: rect.size)
        canvas.circle(around: (1, 1), radius: 3)
        canvas.line(from: (-1_000_000, 5), to: (1_000_000, -5))
        frame.draw(canvas, in: rect)
      }
    ),
    ("line", { $0.putLine("漢字漢字", in: $1, alignment: .centre) }),
    ("fill", { $0.fill($1, with: "漢") }),
  ]

  @Test func `widgets draw nothing outside of their rectangle and nothing broken`() {
    for (name, draw) in Self.widgets {
      for width in 0...7 {
        for height in 0...4 {
          let rect = Rect(x: 2, y: 1, width: width, height: height)
          var frame = Frame(size: Size(width: 11, height: 6))
          draw(&frame, rect)
          #expect(frame.findings() == [], "\(name) in \(rect.size)")
          for y in 0..<6 {
            for x in 0..<11 where !rect.contains(Point(x: x, y: y)) {
              #expect(frame[Point(x: x, y: y)]?.character == " ", "\(name) in \(rect.size)")
            }
          }
        }
      }
    }
  }

  @Test func `widgets may stand anywhere on a frame of any size`() {
    for (name, draw) in Self.widgets {
      for size in [
        Size.zero, Size(width: 1, height: 1), Size(width: 2, height: 1), Size(width: 5, height: 3),
      ] {
        for (x, y) in [(-3, -1), (0, 0), (1, 0), (4, 2), (9, 9)] {
          var frame = Frame(size: size, glyphs: x == 1 ? .ascii : .unicode)
          draw(&frame, Rect(x: x, y: y, width: 6, height: 3))
          #expect(frame.findings() == [], "\(name) in \(size)")
        }
      }
    }
  }
}
