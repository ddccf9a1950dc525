import Tutor

// The curve on the screen is counted as reads come, and only while it is looked at. Under traffic
// that goes on its picture is made anew some times a second: nobody sees more, and every number of
// places has to be asked.

/// What the panel of the curve shows, kept up with what is shown.
struct CurveBook: Sendable {
  /// Microseconds between two pictures of traffic that flows.
  private static let flowingInterval: Int64 = 300_000

  private var live: LiveCurve?
  private(set) var panel: CurvePanel?
  private var nextLook: Int64 = 0

  /// Comes to where a stage is.
  ///
  /// - Parameters:
  ///   - clock: microseconds of real time.
  ///   - isFlowing: whether reads come by themselves.
  mutating func settle(_ stage: Stage, at clock: Int64, isFlowing: Bool) {
    if isFlowing, live != nil, clock < nextLook { return }
    nextLook = clock + CurveBook.flowingInterval
    var curve = live ?? LiveCurve()
    // Taken out, so that nothing is copied.
    live = nil
    curve.follow(stage.reads)
    panel = CurvePanel(curve, of: stage)
    live = curve
  }

  /// Nobody looks any more.
  mutating func close() {
    guard live != nil else { return }
    self = CurveBook()
  }
}

extension Model {
  /// Counts what has been read since the last time, if anybody sees it.
  mutating func settleCurve() {
    if showsCurve {
      curve.settle(playhead.shown, at: motion.clock, isFlowing: hasRunningTraffic)
    } else {
      curve.close()
    }
  }
}
