import CacheEngine
import Simulation
import Tutor

// Going back is going forward from a copy kept on the way. Copies are made where a line begins and
// every so many beats, the more of them the larger a copy is, and thinned out as they grow many.

extension Playhead {
  /// Beats between two copies, at least.
  static let footprintDistance = 64
  /// So many bytes are copied in the time that a beat takes.
  private static let bytesPerBeat = 2_048
  /// More copies than this are thinned out.
  static let footprintLimit = 40
  /// So are more bytes than this, as if the copies shared nothing but their logs; a few are always
  /// kept.
  static let footprintBytes = 4 * 1_024 * 1_024

  /// The playhead as it stood at an earlier beat.
  struct Footprint: Sendable {
    var shown: Stage
    var line: PlayedLine?
    var moments: Int
    var beats: Int
    var eventCount: Int
    var hands: HandTrack
    var history: LaneHistory
    var isLine: Bool
    /// What the copy takes at most, but for its log.
    var bytes: Int
  }

  /// Whether to walk from the last copy takes as long as it takes to make another one.
  var isFarFromFootprint: Bool {
    guard let last = trail.last else { return true }
    return beats - last.beats >= last.bytes / Playhead.bytesPerBeat
  }

  mutating func leaveFootprint(isLine: Bool) {
    if let last = trail.last {
      // Walking the same way again finds its own footprints.
      guard last.beats < beats || (last.beats == beats && last.moments < moments) else { return }
    }
    trail.append(
      Footprint(
        shown: shown, line: line, moments: moments, beats: beats, eventCount: eventCount,
        hands: hands, history: history, isLine: isLine, bytes: shown.byteEstimate))
    guard trail.count > Playhead.footprintLimit || (trail.count > 4 && isTrailLarge) else { return }
    // The first one stays: everything can be walked to from there.
    let dense = trail.count / 2
    trail = trail.enumerated().filter { index, _ in
      index == 0 || index >= dense || index.isMultiple(of: 2)
    }.map(\.element)
  }

  /// A log of the past that nobody else has any more is held by the copies alone.
  private var isTrailLarge: Bool {
    let bytes = trail.indices.reduce(0) { sum, index in
      let earlier = index > 0 ? trail[index - 1].shown.told : 0
      return sum + trail[index].bytes + trail[index].shown.logBytes(beside: earlier)
    }
    return bytes > Playhead.footprintBytes
  }

  /// One event back, and stops there; false at the beginning.
  public mutating func stepBack(_ tutor: Tutor) -> Bool {
    go(toBeat: beats - 1, tutor)
  }

  /// The beginning of the timeline.
  public mutating func goToStart(_ tutor: Tutor) -> Bool {
    go(toBeat: 0, tutor)
  }

  /// A position of the clock: the last beat that is not after it.
  public mutating func go(to position: SessionPosition, _ tutor: Tutor) -> Bool {
    guard go(toBeat: 0, tutor) else { return false }
    let end = shown.world.epoch.advanced(by: position.tick.microseconds)
    walk(tutor) { playhead in
      if case .tick(let tick) = playhead.next(tutor) { return tick <= end }
      return playhead.shown.world.now <= end
    }
    return true
  }

  /// Walks from the nearest copy to a beat.
  private mutating func go(toBeat target: Int, _ tutor: Tutor) -> Bool {
    guard target >= 0 else { return false }
    // A copy where a line begins stands after its beat, with the clock gone on: too late for it.
    let found = trail.last { $0.isLine ? $0.beats < target : $0.beats <= target }
    guard let footprint = found ?? trail.first, footprint.beats <= target else { return false }
    shown = footprint.shown
    line = footprint.line
    moments = footprint.moments
    beats = footprint.beats
    hands = footprint.hands
    history = footprint.history
    forget(after: footprint.eventCount)
    beat = nil
    walk(tutor) { $0.beats < target }
    instant = shown.world.now
    state = .stopped
    return true
  }

  /// Walks while a condition holds and there is something to show.
  private mutating func walk(_ tutor: Tutor, while isWanted: (Playhead) -> Bool) {
    while isWanted(self) {
      switch next(tutor) {
      case .nothing: return
      case .line(let text): _ = begin(text, tutor)
      case .tick(let tick): _ = perform(tick, tutor)
      case .end(let end): _ = endLine(at: end)
      }
    }
    instant = shown.world.now
  }
}
