/// Miss-ratio curves as a vector picture (SVG 1.1).
///
/// Curves differ by colour and by dashes; each has its name in the legend. Colours: M. Okabe,
/// K. Ito, "Color universal design" (2008), which people with any vision can tell apart.
public struct CurvePicture: Sendable {
  private let title: String
  private let curves: [MissRatioCurve]
  private let axes: ChartAxes
  private let knee: MissRatioCurve.Point?

  private static let colours = [
    "#000000", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f",
  ]
  private static let dashes = ["", "8 3", "2 3", "10 3 2 3", "5 5", "1 2"]
  private static let plot = (left: 70, top: 50, width: 620, height: 330)

  /// - Precondition: there is a curve with a point.
  public init(
    title: String, curves: [MissRatioCurve], unit: CapacityUnit, knee: MissRatioCurve.Point?
  ) {
    self.title = title
    self.curves = curves
    self.knee = knee
    axes = ChartAxes(curves, unit: unit)
  }

  public var svg: String {
    let height = 440 + 18 * ((curves.count + 3) / 4)
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 \#(height)" width="720" "#
        + #"height="\#(height)" font-family="sans-serif" font-size="12">"#,
      "<title>\(CurvePicture.escaped(title))</title>",
      ##"<rect width="720" height="\##(height)" fill="#ffffff"/>"##,
      #"<text x="70" y="28" font-size="15">\#(CurvePicture.escaped(title))</text>"#,
    ]
    lines += grid
    for (index, curve) in curves.enumerated() { lines.append(path(curve, index)) }
    lines += kneeMark
    lines += legend
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private var grid: [String] {
    let plot = CurvePicture.plot
    var lines: [String] = []
    for tick in axes.missTicks {
      let y = CurvePicture.tenths(Double(plot.top) + (1 - tick.place) * Double(plot.height))
      lines.append(
        ##"<path d="M\##(plot.left) \##(y)h\##(plot.width)" stroke="#dddddd"/>"##
          + #"<text x="\#(plot.left - 8)" y="\#(y)" text-anchor="end" dy="4">\#(tick.label)</text>"#
      )
    }
    var taken: [Double] = []
    for tick in axes.capacityTicks where taken.allSatisfy({ abs($0 - tick.place) > 0.09 }) {
      taken.append(tick.place)
      let x = CurvePicture.tenths(Double(plot.left) + tick.place * Double(plot.width))
      lines.append(
        ##"<path d="M\##(x) \##(plot.top)v\##(plot.height)" stroke="#eeeeee"/>"##
          + #"<text x="\#(x)" y="\#(plot.top + plot.height + 18)" text-anchor="middle">"#
          + tick.label + "</text>")
    }
    lines.append(
      #"<text x="16" y="215" transform="rotate(-90 16 215)" text-anchor="middle">misses</text>"#
        + #"<text x="380" y="420" text-anchor="middle">capacity in \#(axes.unit.rawValue)</text>"#)
    return lines
  }

  private func path(_ curve: MissRatioCurve, _ index: Int) -> String {
    let points = curve.points.map { point in
      let (x, y) = place(point)
      return "\(x) \(y)"
    }
    let dash = CurvePicture.dash(index)
    return #"<path d="M\#(points.joined(separator: "L"))" fill="none" stroke="\#(colour(index))" "#
      + #"stroke-width="2"\#(dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")/>"#
  }

  private var kneeMark: [String] {
    guard let knee else { return [] }
    let (x, y) = place(knee)
    let label = "knee: \(CapacityWords.short(knee.capacity, axes.unit))"
    return [
      ##"<circle cx="\##(x)" cy="\##(y)" r="5" fill="#ffffff" stroke="#000000" "##
        + #"stroke-width="2"/><text x="\#(x)" y="\#(y)" dx="9" dy="-7">\#(label)</text>"#
    ]
  }

  private var legend: [String] {
    curves.enumerated().map { index, curve in
      let (x, y) = (70 + index % 4 * 160, 446 + index / 4 * 18)
      let dash = CurvePicture.dash(index)
      return #"<path d="M\#(x) \#(y)h26" stroke="\#(colour(index))" stroke-width="2""#
        + (dash.isEmpty ? "" : #" stroke-dasharray="\#(dash)""#)
        + #"/><text x="\#(x + 32)" y="\#(y + 4)">\#(CurvePicture.escaped(curve.policy))</text>"#
    }
  }

  private func place(_ point: MissRatioCurve.Point) -> (x: String, y: String) {
    let plot = CurvePicture.plot
    return (
      CurvePicture.tenths(Double(plot.left) + axes.x(point.capacity) * Double(plot.width)),
      CurvePicture.tenths(Double(plot.top) + (1 - axes.y(point.missRatio)) * Double(plot.height))
    )
  }

  private func colour(_ index: Int) -> String {
    CurvePicture.colours[index % CurvePicture.colours.count]
  }

  private static func dash(_ index: Int) -> String { dashes[index % dashes.count] }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10 + 0.5)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      }
    }
    return result
  }
}
