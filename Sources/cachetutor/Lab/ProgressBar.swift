import Glibc

/// One line on a terminal that says how far a long run is; nothing anywhere else.
struct ProgressBar {
  private let isShown = isatty(2) == 1
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  private static let width = 24

  /// Seconds since the beginning.
  var seconds: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  /// Shows how far it is, ten times a second at most, and not before half a second is over.
  ///
  /// - Parameters:
  ///   - share: 0…1; nil when nobody knows how much there is.
  ///   - requests: how many were done, for the rate.
  mutating func show(_ what: String, share: Double?, requests: Int) {
    guard isShown, seconds > 0.5 else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    var line = what
    if let share {
      let filled = Int(Double(ProgressBar.width) * min(1, share))
      line += "  " + String(repeating: "█", count: filled)
      line += String(repeating: "░", count: ProgressBar.width - filled)
      line += "  \(Int(min(1, share) * 100)) %"
    }
    line += "  " + ProgressBar.rate(Double(requests) / seconds)
    if let share, share > 0.01 {
      line += "  \(ProgressBar.time(seconds / share * (1 - share))) left"
    }
    Output.status(line)
  }

  /// Takes the line away.
  mutating func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    Output.status(nil)
  }

  private static func rate(_ requests: Double) -> String {
    requests >= 1e6
      ? "\(Int(requests / 1e6 + 0.5)) M requests/s" : "\(Int(requests / 1e3 + 0.5)) k requests/s"
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(max(0, seconds) + 0.5)
    return seconds < 100 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}
