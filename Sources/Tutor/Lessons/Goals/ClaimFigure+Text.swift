extension ClaimFigure {
  /// As it stands in goals and in the options of predictions: `200`, `0.71`, `1 002 ms`, `Ada`.
  public var text: String {
    switch self {
    case .fact(let holds): holds ? "yes" : "no"
    case .number(let number): Words.number(number)
    case .ratio(let ratio): ClaimFigure.text(ratio: ratio)
    case .duration(let ticks): ClaimFigure.text(duration: ticks)
    case .text(let text): text.isEmpty ? "\"\"" : text
    case .missing: "nothing"
    }
  }

  /// Two decimals, and a third one that says more: 569 of 1 000 are not 56 of 100.
  ///
  /// Never more than it is: nearly all is not all.
  private static func text(ratio: Double) -> String {
    guard ratio.magnitude < 1e9 else { return "∞" }
    let thousandths = Int(ratio * 1_000 + 0.000_001)
    let last = thousandths % 10
    return Words.ratio(Double(thousandths / 10) / 100 + 0.000_001) + (last == 0 ? "" : "\(last)")
  }

  /// Latencies in milliseconds, because lessons compare 1 002 with 105; round and long times in
  /// the unit in which they were given.
  private static func text(duration ticks: Int64) -> String {
    if ticks == .max { return "for ever" }
    let isLatency = !ticks.isMultiple(of: 1_000_000) && ticks.magnitude < 20_000_000
    return isLatency ? Words.latency(ticks) : Words.duration(ticks)
  }
}
