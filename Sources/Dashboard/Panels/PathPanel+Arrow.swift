import Screen

extension PathPanel {
  /// An arrow in the first row of a rectangle, with what travels along it.
  ///
  /// A number that travels stands above its dot when there is a row above the arrow.
  func draw(
    _ travellers: [Traveller], _ segment: Traveller.Segment, on frame: inout Frame, in rect: Rect,
    numbersAbove: Int = 0
  ) {
    guard rect.width > 1, rect.height > 0 else { return }
    let here = travellers.filter { $0.segment == segment }
    let returns = here.contains { !$0.goesRight } && !here.contains { $0.goesRight }
    let style: Style = here.isEmpty ? .border : .accent
    for x in rect.x..<rect.endX {
      frame.set(Cell(frame.glyphs.horizontal, style: style), at: Point(x: x, y: rect.y))
    }
    let head = returns ? frame.glyphs.arrowHeadLeft : frame.glyphs.arrowHeadRight
    frame.set(
      Cell(head, style: style), at: Point(x: returns ? rect.x : rect.endX - 1, y: rect.y))
    for traveller in here {
      let x = rect.x + traveller.column(of: rect.width)
      frame.set(Cell(frame.glyphs.dot, style: traveller.style), at: Point(x: x, y: rect.y))
      guard traveller.count > 1, numbersAbove > 0 else { continue }
      let label = "\(traveller.count)"
      let start = min(max(rect.x, x - label.count / 2), max(rect.x, rect.endX - label.count))
      frame.put(
        label, at: Point(x: start, y: rect.y - 1), style: traveller.style, maxWidth: rect.width)
    }
  }
}
