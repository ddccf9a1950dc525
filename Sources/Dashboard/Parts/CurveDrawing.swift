import Screen
import Tutor

// A curve of misses falls and is bent towards the corner below: so above it, to the right of every
// point, there is room for words. Places stand at equal distances, as they are paid for, and the
// bend is then where the eye looks for it.

/// The picture of a curve in a rectangle: axes, line, dots, legend.
struct CurveDrawing {
  private let panel: CurvePanel
  private let rect: Rect
  /// The line, and to its left and below it the axes.
  private let plot: Rect
  /// Row of the axis of places, where there is one.
  private let axis: Int?
  private let labels: Rect
  private let legendRows: Int
  /// Places at the right end.
  private let most: Int

  /// `100 %` and the axis.
  private static let margin = 6

  init(_ panel: CurvePanel, in rect: Rect) {
    self.panel = panel
    self.rect = rect
    let keys = max(4, panel.hits.count - 1)
    // A cache that is larger than everything asked for is shown as far as that helps.
    let largest = panel.dots.map(\.capacity).max() ?? 0
    most = max(keys, min(largest, keys * 2))
    var rest = rect
    legendRows = rect.height >= 10 ? 2 : 1
    _ = rest.takeBottom(legendRows)
    labels = rest.takeBottom(1)
    axis = rect.height >= 8 ? rest.takeBottom(1).y : nil
    _ = rest.takeLeft(CurveDrawing.margin)
    plot = rest
  }

  func draw(on frame: inout Frame) {
    guard !plot.isEmpty else { return }
    drawAxes(on: &frame)
    drawLine(on: &frame)
    drawDots(on: &frame)
    drawLabels(on: &frame)
    for (row, line) in legend(frame.glyphs).prefix(legendRows).enumerated() {
      frame.putLine(line, in: rect.row(labels.y + 1 + row - rect.y))
    }
  }

  // MARK: places of things

  private func dotX(_ places: Int) -> Int {
    let width = plot.width * 2 - 1
    return (2 * min(places, most) * width + most) / (2 * most)
  }

  private func dotY(_ missRatio: Double) -> Int {
    Int((1 - missRatio) * Double(plot.height * 4 - 1) + 0.5)
  }

  private func cell(_ places: Int, _ missRatio: Double) -> Point {
    plot.origin.moved(dx: dotX(places) / 2, dy: dotY(missRatio) / 4)
  }

  // MARK: axes

  private func drawAxes(on frame: inout Frame) {
    let isTall = plot.height >= 8
    let steps = isTall ? 4 : plot.height >= 3 ? 2 : 1
    for step in 0...steps {
      let label = "\(100 * step / steps) %"
      let row = ((steps - step) * (plot.height - 1) * 2 + steps) / (2 * steps)
      let place = Rect(
        x: rect.x, y: plot.y + row, width: CurveDrawing.margin - 1, height: 1)
      frame.putLine(StyledText(label, .dim), in: place, alignment: .right)
    }
    let corner = plot.x - 1
    guard let axis else {
      frame.verticalLine(at: Point(x: corner, y: plot.y), length: plot.height)
      return
    }
    frame.axes(corner: Point(x: corner, y: axis), height: plot.height, width: plot.width)
    for capacity in panel.dots.map(\.capacity) where capacity <= most {
      let place = Point(x: plot.x + dotX(capacity) / 2, y: axis)
      frame.set(Cell(frame.glyphs.arrowHeadUp, style: .accent), at: place)
    }
  }

  /// The places in force first, then the ends, then round numbers between them.
  private func drawLabels(on frame: inout Frame) {
    var taken: [Range<Int>] = []
    func put(_ text: String, _ x: Int, _ style: Style, on frame: inout Frame) -> Bool {
      let width = text.displayWidth(frame.glyphs)
      let start = max(rect.x, min(x, labels.endX - width))
      guard start + width <= labels.endX,
        taken.allSatisfy({ !$0.overlaps(start - 1..<start + width + 1) })
      else { return false }
      frame.put(text, at: Point(x: start, y: labels.y), style: style)
      taken.append(start..<start + width)
      return true
    }
    let hasAxis = axis != nil
    for capacity in Set(panel.dots.map(\.capacity)).sorted() {
      let number = Words.count(capacity)
      let x = plot.x + dotX(capacity) / 2
      if capacity > most {
        _ = put("\(number) \(frame.glyphs.rightArrow)", labels.endX, .accent, on: &frame)
      } else if hasAxis {
        _ = put(number, x - (number.count - 1) / 2, .accent, on: &frame)
      } else if x + number.count < labels.endX {
        _ = put("\(frame.glyphs.arrowHeadUp)\(number)", x, .accent, on: &frame)
      } else {
        _ = put("\(number)\(frame.glyphs.arrowHeadUp)", x - number.count, .accent, on: &frame)
      }
    }
    _ = put("0", plot.x, .dim, on: &frame)
    for end in ["\(Words.count(most)) places", "places", Words.count(most)]
    where put(end, labels.endX, .dim, on: &frame) { break }
    let step = CurveDrawing.roundStep(most, count: max(1, plot.width / 12))
    for number in stride(from: step, to: most, by: step) {
      let text = Words.count(number)
      _ = put(text, plot.x + dotX(number) / 2 - (text.count - 1) / 2, .dim, on: &frame)
    }
  }

  /// The smallest of 1, 2, 5 × 10ⁿ with which at most so many steps reach a number.
  private static func roundStep(_ number: Int, count: Int) -> Int {
    var unit = 1
    while true {
      for step in [1, 2, 5] where step * unit * count >= number { return step * unit }
      unit *= 10
    }
  }

  // MARK: line and dots

  private func drawLine(on frame: inout Frame) {
    var canvas = BrailleCanvas(size: plot.size)
    let columns = plot.width * 2
    var last: (x: Int, y: Int)?
    // Where there are more places than columns, each column has one of them.
    let steps = min(most, columns - 1)
    for step in 0...max(1, steps) {
      let places = steps > 0 ? step * most / max(1, steps) : step
      let here = (x: dotX(places), y: dotY(panel.missRatio(places)))
      canvas.line(from: last ?? here, to: here, style: .text)
      last = here
    }
    frame.draw(canvas, in: plot)
  }

  private func drawDots(on frame: inout Frame) {
    let glyphs = frame.glyphs
    if let knee = panel.knee {
      frame.set(
        Cell(glyphs.hollowDot, style: .strong), at: cell(knee, panel.missRatio(knee)))
    }
    let dots = panel.dots.map { ($0, cell($0.capacity, $0.missRatio)) }
    for (dot, place) in dots {
      if axis != nil, dot.capacity <= most { drop(from: place, on: &frame) }
      frame.set(Cell(glyphs.dot, style: Style.accent.adding(.bold)), at: place)
    }
    for (dot, place) in dots { label(dot, at: place, on: &frame) }
  }

  /// From a dot down to the axis, behind everything else.
  private func drop(from place: Point, on frame: inout Frame) {
    for y in place.y + 1..<max(place.y + 1, plot.endY) {
      let point = Point(x: place.x, y: y)
      guard frame[point]?.character == " " else { continue }
      frame.set(Cell(frame.glyphs.vertical, style: .dim), at: point)
    }
  }

  /// The dot's name where there is room: to the right of it or above, where the line has gone by.
  private func label(_ dot: CurvePanel.Dot, at place: Point, on frame: inout Frame) {
    let text = CurveDrawing.words(dot)
    let width = text.displayWidth(frame.glyphs)
    let places = [
      (2, 0), (2, -1), (1, -1), (1, -2), (0, -2), (-width / 2, -1), (-width, -1), (-width, -2),
      (-width - 1, 0), (-width - 1, 1), (2, 1), (-width / 2, 1),
    ]
    for (dx, dy) in places {
      let start = place.moved(dx: dx, dy: dy)
      guard start.y >= plot.y, start.y < plot.endY, start.x >= plot.x,
        start.x + width <= plot.endX
      else { continue }
      let isFree = (max(plot.x, start.x - 1)..<min(plot.endX, start.x + width + 1)).allSatisfy {
        let character = frame[Point(x: $0, y: start.y)]?.character
        return character == " " || Point(x: $0, y: start.y) == place
      }
      guard isFree else { continue }
      frame.put(text, at: start, style: .accent)
      return
    }
  }

  private static func words(_ dot: CurvePanel.Dot) -> String {
    dot.name + " " + Words.percent(dot.missRatio)
  }

  // MARK: legend

  /// One line, or two where there is room for them.
  private func legend(_ glyphs: Glyphs) -> [StyledText] {
    let name = "LRU, \(panel.part)\(Words.count(panel.reads, "read"))"
    let sample = "\(glyphs.braille(0x12))\(glyphs.braille(0x12)) "
    let knee = kneeWords(glyphs).map { $0 + " places" }
    let dots = panel.dots.map { dot in
      "\(glyphs.dot) \(dot.name): \(Words.percent(dot.missRatio)) missed"
    }
    let line = [sample + name] + (knee.map { [$0] } ?? [])
    let whole = StyledText((line + dots).joined(separator: " · "), .dim)
    if whole.width(glyphs) <= rect.width { return [whole] }
    let bare = ([name] + line.dropFirst()).joined(separator: " · ")
    let short = kneeWords(glyphs).map { "\(name) · \($0)" } ?? name
    let candidates = [line.joined(separator: " · "), bare, short]
    let first = candidates.first { $0.displayWidth(glyphs) <= rect.width } ?? name
    let second = StyledText(dots.joined(separator: " · "), .dim)
    return second.width(glyphs) <= rect.width
      ? [StyledText(first, .dim), second] : [StyledText(first, .dim)]
  }

  private func kneeWords(_ glyphs: Glyphs) -> String? {
    panel.knee.map { "\(glyphs.hollowDot) knee at \(Words.count($0))" }
  }
}
