import PolicyLab
import Screen
import Tutor

/// Miss-ratio curves as a picture in the terminal, as values, or as a document.
struct CurveReport {
  let study: CurveStudy
  let curves: [MissRatioCurve]
  /// How far sampled curves may be off; nil when none is sampled or nothing is known.
  let error: Double?
  /// Whether every curve that was asked for is here.
  var isWhole: Bool { curves.count == study.contenders.count }

  init(_ study: CurveStudy, outcomes: [CurveStudy.Outcome?]) {
    self.study = study
    curves = study.curves(outcomes)
    error = study.error(outcomes)
  }

  private var unit: CapacityUnit { study.whole.unit }

  /// The curve whose knee is marked: LRU's, else that of the first policy.
  var kneeCurve: MissRatioCurve? {
    curves.first { $0.policy == "lru" } ?? curves.first
  }

  /// The picture with its title and notes.
  ///
  /// - Parameter theme: what its colours are; nil leaves it without. With colours the text is for
  ///   a terminal as it stands: what came from outside has been made visible.
  func text(_ size: Size, _ glyphs: Glyphs, _ theme: Theme? = nil) -> String {
    let chart = CurveChart(
      curves: curves, unit: unit, knee: kneeCurve?.knee,
      size: Size(width: size.width, height: size.height))
    let axis = "capacity in \(unit.rawValue)"
    let below = [String(repeating: " ", count: max(0, size.width - axis.count - 1)) + axis, ""]
    let title = TraceSummary.lines(of: study.whole.trace) + ["", "misses"]
    let (chartFrame, legendFrame) = (chart.frame(glyphs), legend(width: size.width, glyphs))
    guard let theme else {
      return (title + chartFrame.rows + below + legendFrame.rows + notes).joined(separator: "\n")
    }
    var lines = title.map(Output.clean)
    lines += chartFrame.rows(theme: theme) + below
    lines += legendFrame.rows(theme: theme) + notes.map(Output.clean)
    return lines.joined(separator: "\n")
  }

  /// Letters and names, in the colours of their curves; as many lines as they need.
  private func legend(width: Int, _ glyphs: Glyphs) -> Frame {
    var places: [Point] = []
    var place = Point(x: 2, y: 0)
    for curve in curves {
      let length = curve.policy.count + 2
      if place.x > 2, place.x + length > width { place = Point(x: 2, y: place.y + 1) }
      places.append(place)
      place.x += length + 2
    }
    var frame = Frame(size: Size(width: width, height: place.y + 1), glyphs: glyphs)
    for (index, curve) in curves.enumerated() {
      frame.put(CurveChart.letter(index), at: places[index], style: CurveChart.style(index))
      frame.put(curve.policy, at: places[index].moved(dx: 2), style: .text)
    }
    return frame
  }

  private var notes: [String] {
    var lines: [String] = []
    if let curve = kneeCurve, let knee = curve.knee {
      lines.append(
        "  ● the knee of \(curve.policy): \(capacity(knee.capacity)), "
          + "\(LabWords.percent(knee.missRatio)) misses")
    } else if let curve = kneeCurve {
      lines.append("  no knee: \(curve.policy) gains evenly, or all at once")
    }
    lines += errorNotes
    return lines
  }

  private var errorNotes: [String] {
    let exact = curves.filter(\.isExact).map(\.policy)
    let sampled = curves.filter { !$0.isExact }.map(\.policy)
    guard !sampled.isEmpty else { return ["  exact: every request was looked at"] }
    let keys = Words.count(study.sample.trace.keys, "key")
    var line = "  " + (exact.isEmpty ? "all curves are" : "\(Words.list(exact)) exact, the others")
    line += " from a sample of \(keys)"
    guard let error else { return [line] }
    let points = LabWords.tenths(error * 100)
    return [
      line + ";",
      study.isJudgedByParts
        ? "  four parts of the sample differ so that it may be off by \(points) points"
        : "  on the same sample LRU is off by at most \(points) points",
    ]
  }

  private func capacity(_ number: Int) -> String {
    unit == .bytes ? ByteAmount.text(number) : Words.count(number, "entry", "entries")
  }

  var svg: String {
    CurvePicture(
      title: "\(study.whole.trace.name): misses by capacity", curves: curves, unit: unit,
      knee: kneeCurve?.knee
    ).svg
  }

  var csv: String {
    var lines = ["trace,policy,capacity,miss_ratio,exact"]
    for curve in curves {
      for point in curve.points {
        lines.append(
          [
            LabWords.quoted(study.whole.trace.name), curve.policy, "\(point.capacity)",
            LabWords.decimal(point.missRatio), curve.isExact ? "true" : "false",
          ].joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n")
  }

  var json: String {
    JSONText.of(
      .object([
        ("trace", TraceSummary.json(of: study.whole.trace)),
        ("capacity_unit", .text(unit.rawValue)),
        ("complete", .flag(isWhole)),
        ("error", error.map { .ratio($0) } ?? .nothing),
        ("curves", .list(curves.map(json))),
      ]))
  }

  private func json(_ curve: MissRatioCurve) -> JSONText.Value {
    .object([
      ("policy", .text(curve.policy)),
      ("exact", .flag(curve.isExact)),
      ("knee", curve.knee.map { .number(Int64($0.capacity)) } ?? .nothing),
      (
        "points",
        .list(
          curve.points.map { .list([.number(Int64($0.capacity)), .ratio($0.missRatio)]) })
      ),
    ])
  }
}
