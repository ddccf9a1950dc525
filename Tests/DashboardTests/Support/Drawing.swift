import Screen

@testable import Dashboard

/// What a panel looks like with its title above it.
func picture(_ panel: some Panel, _ width: Int, _ height: Int, glyphs: Glyphs = .unicode) -> String
{
  var frame = Frame(size: Size(width: width, height: height + 1), glyphs: glyphs)
  frame.rule(at: .zero, length: width, title: panel.title)
  panel.draw(on: &frame, in: Rect(x: 0, y: 1, width: width, height: height))
  return frame.text
}

/// The rectangles of a layout as boxes with the names of their panels.
func picture(_ layout: Layout) -> String {
  var frame = Frame(size: layout.size)
  layout.drawLines(on: &frame) { pane in Layout.PaneTitle(text: StyledText(pane.panel)) }
  let places = [
    ("title", layout.title), ("prompt", layout.prompt),
    ("assistance", layout.assistance), ("legend", layout.legend),
  ]
  for (name, rect) in places { frame.putLine(StyledText(name), in: rect) }
  for pane in layout.numbered where pane.body.height > 0 {
    frame.put(
      "\(pane.body.width)x\(pane.body.height)", at: pane.body.origin, maxWidth: pane.body.width)
  }
  return frame.text
}
