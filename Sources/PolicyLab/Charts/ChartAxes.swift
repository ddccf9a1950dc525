import CacheEngine

/// Where capacities and miss ratios stand in a picture of curves, both from 0 to 1.
///
/// Capacities stand at equal distances for equal ratios: what a doubling buys is then as wide
/// everywhere.
public struct ChartAxes: Sendable {
  public let unit: CapacityUnit
  public let capacities: ClosedRange<Int>
  /// The upper end of the axis of misses: a multiple of a tenth.
  public let highest: Double

  public struct Tick: Hashable, Sendable {
    /// From 0 to 1 along the axis.
    public var place: Double
    public var label: String
  }

  /// - Precondition: there is a curve with a point.
  public init(_ curves: [MissRatioCurve], unit: CapacityUnit) {
    self.unit = unit
    let points = curves.flatMap(\.points)
    let low = points.map(\.capacity).min() ?? 1
    let high = points.map(\.capacity).max() ?? 1
    capacities = max(1, low)...max(2, high)
    let top = points.map(\.missRatio).max() ?? 1
    highest = min(1, Double(Int(top * 10 + 0.999_999)) / 10)
  }

  public func x(_ capacity: Int) -> Double {
    let low = StableMath.ln(Double(capacities.lowerBound))
    let high = StableMath.ln(Double(capacities.upperBound))
    let here = StableMath.ln(Double(max(1, capacity)))
    return high > low ? min(1, max(0, (here - low) / (high - low))) : 0
  }

  /// 0 at the bottom.
  public func y(_ missRatio: Double) -> Double {
    highest > 0 ? min(1, max(0, missRatio / highest)) : 0
  }

  /// The capacity that stands at `x`.
  public func capacity(at x: Double) -> Int {
    let low = StableMath.ln(Double(capacities.lowerBound))
    let high = StableMath.ln(Double(capacities.upperBound))
    return Int(StableMath.exp(low + (high - low) * x) + 0.5)
  }

  /// Round capacities, the roundest first, so that whoever has little room leaves out the last.
  public var capacityTicks: [Tick] {
    let factors: [[Int]] = unit == .entries ? [[1], [2, 5]] : [[1], [32, 1], [4, 256], [2, 8]]
    let base = unit == .entries ? 10 : 1_024
    var ticks: [Tick] = []
    for factors in factors {
      var step = 1
      while step <= capacities.upperBound {
        for factor in factors {
          let number = step.multipliedReportingOverflow(by: factor)
          guard !number.overflow, capacities.contains(number.partialValue) else { continue }
          let label = CapacityWords.short(number.partialValue, unit)
          let tick = Tick(place: x(number.partialValue), label: label)
          if !ticks.contains(tick) { ticks.append(tick) }
        }
        let next = step.multipliedReportingOverflow(by: base)
        if next.overflow { break }
        step = next.partialValue
      }
    }
    return ticks
  }

  /// From 0 to the highest, in steps of 10 or 20 points.
  public var missTicks: [Tick] {
    let tenths = Int(highest * 10 + 0.5)
    let step = tenths > 5 ? 2 : 1
    return stride(from: 0, through: tenths, by: step).map { tenth in
      Tick(place: y(Double(tenth) / 10), label: tenth == 0 ? "0" : "\(tenth)0 %")
    }
  }
}

/// Capacities in few letters.
public enum CapacityWords {
  /// `500`, `10 k`, `2 M`, `64 KiB`.
  public static func short(_ number: Int, _ unit: CapacityUnit) -> String {
    guard unit == .entries else { return ByteAmount.text(number) }
    for (size, letter) in [(1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")]
    where number >= size {
      let tenths = (number * 10 + size / 2) / size
      let isShort = tenths >= 100 || tenths % 10 == 0
      return isShort
        ? "\((tenths + 5) / 10) \(letter)" : "\(tenths / 10).\(tenths % 10) \(letter)"
    }
    return "\(number)"
  }
}
