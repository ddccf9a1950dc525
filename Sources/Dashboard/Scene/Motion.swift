import CacheEngine
import Simulation

// What moves on the screen and glows on it: the traces that events leave for a moment. None of it
// changes anything; a screen that is looked at later, or with reduced motion, shows the same facts.

/// Dots on their way and cells that have just acted, on the clock of the person who watches.
public struct Motion: Hashable, Sendable {
  /// Requests on their way along an arrow.
  struct Moving: Hashable, Sendable {
    var segment: Traveller.Segment
    var goesRight: Bool
    var count: Int
    var kind: EventKind
    var born: Int64
  }

  /// A word beside an entry.
  struct Glow: Hashable, Sendable {
    var key: Symbol
    var value: Symbol
    var node: NodeID
    var kind: EventKind
    var until: Int64
  }

  /// Microseconds of real time.
  static let journey: Int64 = 240_000
  static let glowTime: Int64 = 700_000
  static let moverTime: Int64 = 2_400_000

  private(set) var clock: Int64 = 0
  private(set) var moving: [Moving] = []
  private(set) var glows: [Glow] = []
  /// When keys last began to change hands; nil when none do.
  private var moversBorn: Int64?
  /// What has just been promised, or lost.
  private(set) var promises: [Glow] = []
  private(set) var lines: Set<Int> = []
  /// Lines that were played by hand: they stay lit until something else is done.
  private(set) var heldLines: Set<Int> = []
  /// The requests that acted last.
  private(set) var requests: Set<RequestID> = []
  /// Rules that have just been changed.
  private(set) var changes: Set<ShownRules.Rule> = []
  private var changesUntil: Int64 = 0
  /// What moves in the other lanes.
  private(set) var rivals: [Motion] = []
  /// The line that acted last in this part.
  private(set) var lastLine: Int?
  private var linesUntil: Int64 = 0
  /// Nothing travels: what has happened is there at once.
  public var isReduced = false

  public init(isReduced: Bool = false) {
    self.isReduced = isReduced
  }

  /// What moves in a lane: 0 is the live one; nothing in one that has not been seen to act.
  subscript(lane: Int) -> Motion {
    if lane == 0 { return self }
    return rivals.indices.contains(lane - 1) ? rivals[lane - 1] : Motion()
  }

  /// Whether dots are on their way.
  var hasTravellers: Bool {
    !moving.isEmpty || moverProgress < 1_000 || rivals.contains { $0.hasTravellers }
  }

  /// How far the keys have come that change hands, in thousandths; all of the way when none do.
  var moverProgress: Int {
    guard let moversBorn, moversBorn + Motion.moverTime > clock else { return 1_000 }
    return Int((clock - moversBorn) * 1_000 / Motion.moverTime)
  }

  /// The lines of the listing that are lit.
  var litLines: Set<Int> { lines.union(heldLines) }

  /// Whether anything would look different in a moment.
  var isOver: Bool {
    !hasTravellers && glows.isEmpty && promises.isEmpty && lines.isEmpty && changes.isEmpty
      && rivals.allSatisfy { $0.isOver }
  }

  /// Real time goes by.
  mutating func tick(_ elapsed: Int64) {
    clock += elapsed
    moving.removeAll { $0.born + Motion.journey <= clock }
    glows.removeAll { $0.until <= clock }
    promises.removeAll { $0.until <= clock }
    if linesUntil <= clock { lines = [] }
    if changesUntil <= clock { changes = [] }
    for index in rivals.indices { rivals[index].tick(elapsed) }
  }

  /// Lines that somebody plays by hand.
  mutating func light(_ lines: Set<Int>) {
    heldLines = lines
    lastLine = lines.max() ?? lastLine
  }

  /// A beat is shown.
  mutating func add(_ beat: Beat) {
    addRivals(beat)
    if !beat.changes.isEmpty {
      changes = beat.changes
      changesUntil = clock + 2 * Motion.glowTime
    }
    guard !beat.events.isEmpty else { return }
    if !beat.isByHand || !beat.lines.isEmpty { requests = Set(beat.events.map(\.request)) }
    if beat.isByHand {
      if !beat.lines.isEmpty { heldLines = beat.lines }
    } else if beat.events.contains(where: { $0.request == 0 && $0.actor == .learner }) {
      heldLines = beat.lines
    }
    if !isReduced { addTravellers(beat) }
    // The next request's way is its own: what the one before did need not be lit any more.
    if beat.events.contains(where: { $0.kind == .requested }) { lines = beat.lines }
    if !beat.lines.isEmpty {
      lines = linesUntil > clock ? lines.union(beat.lines) : beat.lines
      linesUntil = clock + Motion.glowTime / 2
      lastLine = beat.lines.max()
    }
    for event in beat.events.suffix(64) where Motion.glowing.contains(event.kind) {
      glows.removeAll { $0.key == event.key && $0.node == event.node }
      glows.append(
        Glow(
          key: event.key, value: event.value, node: event.node, kind: event.kind,
          until: clock + Motion.glowTime))
    }
    if !isReduced, beat.events.contains(where: { $0.kind == .keyMoved }) { moversBorn = clock }
    // Under a fast stream of writes only the last beat's glow, else everything would.
    if beat.events.contains(where: { $0.kind == .markedDirty }) {
      promises.removeAll { $0.kind == .markedDirty }
    }
    for event in beat.events.suffix(64) where [.markedDirty, .lost].contains(event.kind) {
      promises.removeAll { $0.key == event.key }
      let isLost = event.kind == .lost
      promises.append(
        Glow(
          key: event.key, value: event.value, node: event.node, kind: event.kind,
          until: clock + (isLost && !isReduced ? 3 : 1) * Motion.glowTime))
    }
  }

  /// A new part begins.
  mutating func restart() {
    clear()
    lastLine = nil
  }

  /// A new line is shown: what the one before left is gone.
  mutating func clear() {
    moving = []
    glows = []
    promises = []
    lines = []
    heldLines = []
    changes = []
    moversBorn = nil
    rivals = []
  }

  private mutating func addRivals(_ beat: Beat) {
    if rivals.count != beat.rivals.count {
      rivals = Array(repeating: Motion(isReduced: isReduced), count: beat.rivals.count)
    }
    for (index, events) in beat.rivals.enumerated() {
      rivals[index].add(Beat(tick: beat.tick, events: events, lines: []))
    }
  }

  /// The page stands still: only what this beat lit stays lit.
  mutating func hold(_ beat: Beat?) {
    let travelling = moving
    let others = rivals.map(\.moving)
    show(only: beat)
    moving = travelling
    for (index, moving) in others.enumerated() where rivals.indices.contains(index) {
      rivals[index].moving = moving
    }
  }

  /// Only this beat is lit: what a person sees who goes event by event.
  mutating func show(only beat: Beat?) {
    clear()
    if let beat { add(beat) }
    moving = []
    for index in rivals.indices { rivals[index].moving = [] }
  }

  private static let glowing: Set<EventKind> = [
    .hit, .staleServed, .filled, .evicted, .expired, .deleted, .rejected, .lockTaken,
  ]

  private mutating func addTravellers(_ beat: Beat) {
    var counts: [EventKind: Int] = [:]
    for event in beat.events where event.request != 0 { counts[event.kind, default: 0] += 1 }
    let ways: [(EventKind, Traveller.Segment, Bool)] = [
      (.requested, .cache, true), (.loadStarted, .database, true), (.loaded, .database, false),
      (.stored, .database, false), (.answered, .cache, false), (.failed, .cache, false),
    ]
    for (kind, segment, goesRight) in ways {
      guard let count = counts[kind] else { continue }
      moving.append(
        Moving(segment: segment, goesRight: goesRight, count: count, kind: kind, born: clock))
    }
    if moving.count > 12 { moving.removeFirst(moving.count - 12) }
  }
}
