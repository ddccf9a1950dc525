import CacheEngine
import Simulation
import Tutor

// The world runs ahead, the playhead shows it.
//
// A command is executed at once and to its end; what the screen shows walks after it. The playhead
// has a stage of its own, applies the same lines to it, and activates it tick by tick at reading
// pace: a beat is everything that happens at one tick, so two hundred misses are one thing seen.
// Since the same lines give the same events, it arrives exactly where the live world stands, and
// any earlier moment is a copy kept on the way plus a little walking.

/// Where the screen stands in what has happened.
public struct Playhead: Sendable {
  public enum State: Hashable, Sendable {
    /// Everything has been shown.
    case resting
    case playing
    /// The lesson wants this to be read first.
    case paused(String)
    /// Somebody stopped it or went back: a command goes on from here.
    case stopped
  }

  /// The world as it is shown, with the counts as they are shown.
  public internal(set) var shown: Stage
  public internal(set) var state = State.resting
  public internal(set) var pace = Pace()
  /// The latest events that have been shown, oldest first.
  public private(set) var events: [Event] = []
  /// The same, counted for charts.
  private(set) var chart = EventChart()
  /// How many came before the first of them.
  public internal(set) var forgotten = 0
  /// The beat that was shown last.
  public internal(set) var beat: Beat?
  /// How many lines of the timeline have been applied.
  public internal(set) var moments = 0
  /// Beats since the timeline began.
  public internal(set) var beats = 0
  /// The clock, between two ticks too.
  var instant = Tick.zero
  var line: PlayedLine?
  /// Requests that are moved by hand, those too that are over.
  public internal(set) var hands = HandTrack()
  /// What the requests met in each lane, while there are several.
  public internal(set) var history = LaneHistory()
  var trail: [Footprint] = []
  /// The lesson's stops that have spoken in this part: nobody wants to read them twice.
  var heard: Set<Int> = []
  var generation: Int
  /// How many lines the timeline had when it was last looked at.
  private var known = 0

  /// More events than this are forgotten, oldest first.
  static let eventLimit = 16_000
  /// Idle time up to this many microseconds is shown; longer stretches are jumped over.
  static let idleGap: Int64 = 50_000

  /// At the end of what a tutor has done; at its beginning when it has begun with an opening.
  public init(_ tutor: Tutor) {
    shown = tutor.stage
    generation = tutor.timeline.generation
    restart(tutor)
    if tutor.run?.isOpening != true { _ = finish(tutor) }
  }

  /// Microseconds on the clock of the screen.
  public var clock: Int64 { instant.ticks(since: shown.world.epoch) }

  /// The same, of the lane that is furthest: one that is through sooner does not turn time back.
  public var latestClock: Int64 {
    let lanes = shown.rivals.map { $0.world.now.ticks(since: shown.world.epoch) }
    return lanes.reduce(clock) { max($0, $1) }
  }

  /// How many events have been shown since the timeline began.
  public var eventCount: Int { forgotten + events.count }

  public var isPlaying: Bool { state == .playing }

  /// Whether what is shown lies before what has been done.
  public func isBehind(_ tutor: Tutor) -> Bool {
    line != nil || moments < tutor.timeline.moments.count
      || shown.world.activations < tutor.stage.world.activations
      || shown.world.now < tutor.stage.world.now
  }

  /// The tutor has done something: what is new is shown.
  public mutating func follow(_ tutor: Tutor) {
    let count = tutor.timeline.moments.count
    defer { known = count }
    if tutor.timeline.generation != generation {
      restart(tutor)
    } else if count < known {
      goBack(to: tutor)
    } else if count > known {
      state = .playing
      pace.beginLine()
    } else if !isBehind(tutor) {
      showLive(tutor)
    }
  }

  /// Begins at the beginning of a new timeline.
  private mutating func restart(_ tutor: Tutor) {
    generation = tutor.timeline.generation
    known = tutor.timeline.moments.count
    shown = tutor.firstShown
    instant = shown.world.now
    events = []
    chart = EventChart()
    forgotten = 0
    beat = nil
    moments = 0
    beats = 0
    line = nil
    trail = []
    heard = []
    hands = HandTrack()
    history = LaneHistory()
    if tutor.timeline.moments.isEmpty {
      showLive(tutor)
    } else {
      state = .playing
      pace.beginLine()
    }
  }

  /// Shows the live world, where everything has been shown or nothing need be.
  mutating func showLive(_ tutor: Tutor) {
    shown = tutor.stage
    shown.world.forgetEvents()
    moments = tutor.timeline.moments.count
    line = nil
    instant = shown.world.now
    state = .resting
    hands.follow(shown.world, [])
    history.follow(shown)
  }

  /// The last line was taken back, or the past was cut: shows the live world as it is now.
  private mutating func goBack(to tutor: Tutor) {
    let count = tutor.timeline.moments.count
    let activations = tutor.stage.world.activations
    let footprint = trail.last { print in
      print.isLine && print.moments == count && print.shown.world.activations == activations
    }
    guard let footprint else {
      restart(tutor)
      _ = finish(tutor)
      return
    }
    trail.removeAll { $0.beats > footprint.beats || $0.moments >= count }
    beats = footprint.beats
    forget(after: footprint.eventCount)
    beat = nil
    hands = footprint.hands
    history = footprint.history
    showLive(tutor)
  }

  mutating func remember(_ new: [Event]) {
    events.append(contentsOf: new)
    chart.add(new)
    if events.count > Playhead.eventLimit + Playhead.eventLimit / 2 {
      let surplus = events.count - Playhead.eventLimit
      events.removeFirst(surplus)
      forgotten += surplus
      chart = EventChart(events)
    }
  }

  /// So many events have been shown, and no more.
  mutating func forget(after count: Int) {
    events = Array(events.prefix(max(0, count - forgotten)))
    chart = EventChart(events)
  }
}
