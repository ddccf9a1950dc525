import CacheEngine
import Simulation
import Tutor

extension Playhead {
  /// More ticks than this are not shown in one frame.
  private static let ticksPerFrame = 20_000

  /// What a stretch of playing showed.
  public struct Showing: Sendable {
    public var beats: [Beat] = []
    /// What the lesson says to what was shown.
    public var captions: [Said] = []
    /// The commands that are over, each at its own place.
    var ended: [Ended] = []

    var isEmpty: Bool { beats.isEmpty && captions.isEmpty && ended.isEmpty }
  }

  /// Words of the lesson, and where they belong: the end may be shown at once, but what was said on
  /// the way was said there.
  public struct Said: Hashable, Sendable {
    public var text: String
    /// Microseconds on the clock.
    public var clock: Int64
    /// How many events had been shown.
    public var after: Int
  }

  /// A command that has been shown to its end.
  struct Ended: Hashable, Sendable {
    /// Its place among the lines of the timeline.
    var moment: Int
    var after: Int
  }

  /// Lets real time go by: shows what belongs into it.
  public mutating func play(_ elapsed: Int64, _ tutor: Tutor) -> Showing {
    var showing = Showing()
    guard state == .playing else { return showing }
    var credit = pace.worldTime(of: elapsed)
    for _ in 0..<Playhead.ticksPerFrame {
      switch next(tutor) {
      case .nothing:
        showLive(tutor)
        return showing
      case .line(let text):
        pace.beginLine()
        showing.beats.append(begin(text, tutor))
        if tell(line?.metAtOnce ?? [], tutor, &showing) { return showing }
      case .tick(let tick):
        guard let skipped = pass(to: tick, &credit) else { return showing }
        if show(tick, skipped: skipped, tutor, &showing) { return showing }
      case .end(let end):
        guard let skipped = pass(to: end ?? instant, &credit) else { return showing }
        var beat = endLine(at: end)
        beat.skipped = skipped
        instant = max(instant, shown.world.now)
        showing.add(beat)
      }
    }
    return showing
  }

  /// Lets the clock go on to a tick.
  ///
  /// - Returns: how much idle time was jumped over; nil when the tick is not due yet.
  private mutating func pass(to tick: Tick, _ credit: inout Int64) -> Int64? {
    let gap = max(0, tick.ticks(since: instant))
    if gap > Playhead.idleGap, isIdle {
      instant = tick
      return gap
    }
    guard gap <= credit else {
      instant = instant.advanced(by: credit)
      return nil
    }
    credit -= gap
    instant = max(instant, tick)
    return 0
  }

  /// Shows one tick; true when the lesson wants to stop there.
  private mutating func show(
    _ tick: Tick, skipped: Int64, _ tutor: Tutor, _ showing: inout Showing
  ) -> Bool {
    var (beat, met) = perform(tick, tutor)
    beat.skipped = skipped
    if beat.isEventful || skipped > 0 { showing.beats.append(beat) }
    return tell(met, tutor, &showing)
  }

  /// Says what the lesson says to what has happened; true when it wants to stop there.
  private mutating func tell(
    _ met: [PlayedLine.Stop], _ tutor: Tutor, _ showing: inout Showing
  ) -> Bool {
    showing.captions += said(met, tutor)
    guard let stop = met.first(where: \.pauses) else { return false }
    state = .paused(tutor.text(of: stop.caption, on: shown))
    return true
  }

  /// What the lesson says to its stops, at the instant that is shown.
  private func said(_ met: [PlayedLine.Stop], _ tutor: Tutor) -> [Said] {
    let clock = shown.world.now.ticks(since: shown.world.epoch)
    return met.map {
      Said(text: tutor.text(of: $0.caption, on: shown), clock: clock, after: eventCount)
    }
  }

  /// Shows at once what takes no time: a rule that is changed, a node that comes.
  public mutating func playInstantly(_ tutor: Tutor) -> Showing {
    var showing = Showing()
    guard state == .playing else { return showing }
    let before = self
    while true {
      switch next(tutor) {
      case .nothing:
        showLive(tutor)
        return showing
      case .line(let text):
        showing.beats.append(begin(text, tutor))
        if tell(line?.metAtOnce ?? [], tutor, &showing) { return showing }
      case .end(let end) where end.map({ $0 <= shown.world.now }) ?? true:
        showing.add(endLine(at: end))
      case .tick, .end:
        // It takes time after all: it is shown from its beginning, as time goes by.
        self = before
        return Showing()
      }
    }
  }

  /// Shows at once what has happened by itself.
  public mutating func catchUp(_ tutor: Tutor) -> Showing {
    var showing = finish(tutor)
    showing.beats = Array(showing.beats.suffix(8))
    return showing
  }

  /// Space: goes on to the next pause, or stops.
  public mutating func toggle(_ tutor: Tutor) {
    switch state {
    case .playing: state = isBehind(tutor) ? .stopped : .resting
    case .paused, .stopped: state = isBehind(tutor) ? .playing : .resting
    case .resting: break
    }
  }

  /// One event more, and stops there.
  public mutating func stepForward(_ tutor: Tutor) -> Showing {
    var showing = Showing()
    while true {
      switch next(tutor) {
      case .nothing:
        let last = beat
        showLive(tutor)
        beat = last
        return showing
      case .line(let text):
        let beat = begin(text, tutor)
        showing.beats.append(beat)
        _ = tell(line?.metAtOnce ?? [], tutor, &showing)
        if beat.isEventful { break }
        continue
      case .tick(let tick):
        instant = max(instant, tick)
        _ = show(tick, skipped: 0, tutor, &showing)
        if showing.beats.allSatisfy({ !$0.isEventful }) { continue }
      case .end(let end):
        showing.add(endLine(at: end))
        instant = max(instant, shown.world.now)
        continue
      }
      break
    }
    if case .paused = state { return showing }
    state = .stopped
    finishIfOver(tutor)
    return showing
  }

  /// What is left is a line without events: the playhead is at the end.
  private mutating func finishIfOver(_ tutor: Tutor) {
    guard moments == tutor.timeline.moments.count else { return }
    if line != nil, case .end = next(tutor) {
      let last = beat
      showLive(tutor)
      beat = last
    }
  }

  /// Shows how everything ends; pauses are passed over.
  ///
  /// - Parameter isStopped: asked now and then, with the number of events; true stops it in the
  ///   past.
  public mutating func finish(
    _ tutor: Tutor, isStopped: ((_ events: Int) -> Bool)? = nil
  ) -> Showing {
    var showing = Showing()
    var steps = 0
    while true {
      steps += 1
      if steps % 8_192 == 0, let isStopped, isStopped(eventCount) {
        state = .stopped
        return showing
      }
      switch next(tutor) {
      case .nothing:
        showLive(tutor)
        return showing
      case .line(let text):
        showing.beats.append(begin(text, tutor))
        showing.captions += said(line?.metAtOnce ?? [], tutor)
      case .tick(let tick):
        // What lies between the first beats and the last ones goes by unseen.
        let left = tutor.stage.world.activations - shown.world.activations
        let isSeen = showing.beats.count < 64 || left < 1_024
        let (beat, met) = perform(tick, tutor, isSeen: isSeen)
        showing.captions += said(met, tutor)
        if showing.beats.count < 64 { showing.beats.append(beat) }
      case .end(let end): showing.add(endLine(at: end))
      }
    }
  }
}

extension Playhead.Showing {
  /// Takes a beat with which a command ended.
  fileprivate mutating func add(_ beat: Beat) {
    beats.append(beat)
    guard let moment = beat.endsMoment else { return }
    ended.append(Playhead.Ended(moment: moment, after: beat.before + beat.events.count))
  }
}
