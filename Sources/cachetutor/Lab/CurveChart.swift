import PolicyLab
import Screen

/// Miss-ratio curves in a terminal: braille dots, a letter for each curve, axes with units.
///
/// Curves are told apart by their letters, so that no colour is needed; where there are colours,
/// each has one of those that nodes have on the ring.
struct CurveChart {
  let curves: [MissRatioCurve]
  let unit: CapacityUnit
  let knee: MissRatioCurve.Point?
  let size: Size

  private static let axisWidth = 7

  /// The letter of a curve, in the order of the curves.
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(97 + index % 26)))
  }

  /// What a curve and its letter look like.
  static func style(_ index: Int) -> Style { Style(.node(index)) }

  func frame(_ glyphs: Glyphs) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    let axes = ChartAxes(curves, unit: unit)
    let plot = Rect(
      origin: Point(x: CurveChart.axisWidth, y: 0),
      size: Size(width: size.width - CurveChart.axisWidth - 1, height: size.height - 2))
    drawAxes(axes, plot, on: &frame)
    var canvas = BrailleCanvas(size: plot.size)
    for (index, curve) in curves.enumerated() { draw(curve, index, axes, on: &canvas) }
    frame.draw(canvas, in: plot)
    var taken: Set<Point> = []
    for (index, curve) in curves.enumerated() {
      putLetters(curve, index, axes, plot, on: &frame, &taken)
    }
    if let knee {
      let place = cell(axes.x(knee.capacity), axes.y(knee.missRatio), plot)
      frame.put(String(glyphs.dot), at: place, style: .strong)
    }
    return frame
  }

  private func drawAxes(_ axes: ChartAxes, _ plot: Rect, on frame: inout Frame) {
    let bottom = plot.origin.y + plot.size.height
    frame.verticalLine(at: Point(x: plot.origin.x - 1, y: 0), length: plot.size.height + 1)
    frame.horizontalLine(
      at: Point(x: plot.origin.x - 1, y: bottom), length: plot.size.width + 1)
    for tick in axes.missTicks {
      let y = min(bottom, Int((1 - tick.place) * Double(plot.size.height) + 0.5))
      let x = plot.origin.x - 2 - tick.label.count
      frame.put(tick.label, at: Point(x: max(0, x), y: y), style: .dim)
    }
    var taken: [Range<Int>] = []
    for tick in axes.capacityTicks {
      let middle = plot.origin.x + Int(tick.place * Double(plot.size.width - 1) + 0.5)
      let start = min(max(0, middle - tick.label.count / 2), size.width - tick.label.count)
      let range = start - 1..<start + tick.label.count + 1
      guard taken.allSatisfy({ !$0.overlaps(range) }) else { continue }
      taken.append(range)
      frame.put(tick.label, at: Point(x: start, y: bottom + 1), style: .dim)
    }
  }

  private func draw(
    _ curve: MissRatioCurve, _ index: Int, _ axes: ChartAxes, on canvas: inout BrailleCanvas
  ) {
    let dots = canvas.dotSize
    var last: (x: Int, y: Int)?
    for point in curve.points {
      let here = (
        x: Int(axes.x(point.capacity) * Double(dots.width - 1) + 0.5),
        y: Int((1 - axes.y(point.missRatio)) * Double(dots.height - 1) + 0.5)
      )
      canvas.line(from: last ?? here, to: here, style: CurveChart.style(index))
      last = here
    }
  }

  /// Letters along a curve, each curve's at places of its own.
  private func putLetters(
    _ curve: MissRatioCurve, _ index: Int, _ axes: ChartAxes, _ plot: Rect,
    on frame: inout Frame, _ taken: inout Set<Point>
  ) {
    guard let first = curve.points.first, let last = curve.points.last else { return }
    for round in 0..<4 {
      let share =
        (Double(round) + (Double(index) + 0.5) / Double(curves.count)) / 4 * 0.9 + 0.03
      let capacity = axes.capacity(at: share)
      guard (first.capacity...last.capacity).contains(capacity) else { continue }
      let place = cell(axes.x(capacity), axes.y(curve.missRatio(at: capacity)), plot)
      guard taken.insert(place).inserted else { continue }
      frame.put(
        CurveChart.letter(index), at: place, style: CurveChart.style(index).adding(.bold))
    }
  }

  private func cell(_ x: Double, _ y: Double, _ plot: Rect) -> Point {
    Point(
      x: plot.origin.x + Int(x * Double(plot.size.width - 1) + 0.5),
      y: plot.origin.y
        + min(
          plot.size.height - 1, Int((1 - y) * Double(plot.size.height - 1) + 0.5)))
  }
}
