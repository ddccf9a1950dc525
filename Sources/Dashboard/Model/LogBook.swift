import CacheEngine
import Screen
import Simulation
import Tutor

// The log is told from events, and between them stands what was typed and answered. Lines that are
// not events remember how many events came before them: going back hides them like the events.

/// What was typed, answered and said, in its place among the events.
public struct LogBook: Sendable {
  /// A line that is no event.
  struct Note: Hashable, Sendable {
    /// How many events had been shown.
    var after: Int
    var clock: Int64?
    var text: StyledText
  }

  /// More notes than this are forgotten, oldest first.
  static let noteLimit = 400
  /// So many of the latest events are told.
  static let eventLimit = 1_500

  private(set) var notes: [Note] = []
  /// What has been told for good; a frame tells only what came after it.
  private var told: Told?
  /// When a log that flows is looked at again.
  private var nextLook: Int64 = 0

  mutating func add(_ text: StyledText, clock: Int64?, after events: Int) {
    // What is told late still stands where it happened; what belongs to one place keeps its order.
    let later = notes.reversed().prefix { $0.after > events }.count
    if var told {
      told.shown = max(told.shown, events)
      self.told = events < told.end ? nil : told
    }
    notes.insert(Note(after: events, clock: clock, text: text), at: notes.count - later)
    if notes.count > LogBook.noteLimit { notes.removeFirst(notes.count - LogBook.noteLimit) }
  }

  /// A new timeline: what was said about the old one is gone.
  mutating func clear() {
    notes = []
    told = nil
  }

  /// What lies after so many events has been undone.
  mutating func forget(after events: Int) {
    notes.removeAll { $0.after > events }
    if let told, events < told.end { self.told = nil }
  }

  /// The lines up to what is shown, told from the latest events.
  func lines(_ playhead: Playhead, filter: LogFilter?) -> [LogPanel.Line] {
    lines(playhead, filter: filter, events: LogBook.eventLimit)
  }

  /// At least so many of the last lines, if there are as many: telling is dear, and a frame shows
  /// only some.
  ///
  /// - Parameter isFlowing: whether events come by themselves, faster than they can be read.
  func lastLines(
    _ count: Int, _ playhead: Playhead, filter: LogFilter?, isFlowing: Bool = false
  ) -> [LogPanel.Line] {
    if filter == nil, let told, told.isPart(of: playhead), told.lines.count >= count {
      let end = isFlowing ? min(told.shown, playhead.eventCount) : playhead.eventCount
      return told.lines + tell(playhead, after: told, upTo: end)
    }
    var limit = max(32, 4 * count)
    while limit < min(LogBook.eventLimit, playhead.events.count) {
      let lines = lines(playhead, filter: filter, events: limit)
      if lines.count > count { return lines }
      limit *= 3
    }
    return lines(playhead, filter: filter)
  }

  private func lines(
    _ playhead: Playhead, filter: LogFilter?, events limit: Int
  ) -> [LogPanel.Line] {
    let world = playhead.shown.world
    let events = playhead.events
    let oldest = max(0, events.count - LogBook.eventLimit)
    // What happened at one instant is told together.
    var first = max(oldest, events.count - limit)
    while first > oldest, events[first - 1].tick == events[first].tick { first -= 1 }
    let recent = events[first...]
    let base = playhead.forgotten + first
    var narrator = Narrator(world)
    narrator.skip(events[oldest..<first])
    if let filter {
      return LogBook.lines(recent.filter { filter.admits($0, in: world) }[...], &narrator, world)
    }
    let notes = notes.filter {
      $0.after <= playhead.eventCount && ($0.after >= base || first == oldest)
    }
    return LogBook.lines(recent, from: base, notes, &narrator, world)
  }

  /// Events and, at their places among them, what was no event.
  private static func lines(
    _ events: ArraySlice<Event>, from base: Int, _ notes: [Note], _ narrator: inout Narrator,
    _ world: World
  ) -> [LogPanel.Line] {
    // What was typed parts the events: two commands at one instant are told one by one.
    var lines: [LogPanel.Line] = []
    var told = events.startIndex
    for note in notes {
      let end = min(max(told, note.after - base + events.startIndex), events.endIndex)
      if end > told { lines += self.lines(events[told..<end], &narrator, world) }
      told = end
      lines.append(LogPanel.Line(clock: note.clock, text: note.text))
    }
    return lines + self.lines(events[told...], &narrator, world)
  }

  private static func lines(
    _ events: ArraySlice<Event>, _ narrator: inout Narrator, _ world: World
  ) -> [LogPanel.Line] {
    narrator.captions(of: events).map { caption in
      LogPanel.Line(
        clock: caption.tick.ticks(since: world.epoch),
        text: StyledText(caption.text, style(of: caption.kind)))
    }
  }

  /// Words carry the meaning; the style only lets the eye find it.
  private static func style(of kind: EventKind) -> Style {
    switch kind {
    case .hit: .hit
    case .miss: .miss
    case .staleServed: .stale
    case .evicted, .rejected: .evicted
    case .expired, .lockExpired: .expired
    case .failed, .lost, .queryFailed, .nodeDied, .nodeCut, .databaseDown, .killed, .setLost,
      .deleteLost, .timedOut:
      .bad
    case .keyMoved, .nodeJoined, .nodeLeft, .nodeRevived, .nodeHealed: .moved
    case .queued, .writerWaits, .waiterJoined: .queued
    default: .text
    }
  }
}

// Under traffic every frame has a few new events, and telling hundreds of old ones again would cost
// more than the rest of the frame. Told for good is what lies before a pause that no sentence
// reaches over: whatever comes later, those lines stay.

extension LogBook {
  /// Lines that no later event can change.
  private struct Told: Sendable {
    /// Of the timeline that they belong to.
    var generation: Int
    /// How many events they tell, counted from the beginning of the timeline.
    var end: Int
    /// How many events the log shows while they flow.
    var shown: Int
    var memory: Narrator.Memory
    /// The last ones.
    var lines: [LogPanel.Line] = []

    func isPart(of playhead: Playhead) -> Bool {
      generation == playhead.generation && playhead.forgotten...playhead.eventCount ~= end
    }
  }

  /// More lines than this are not kept ready: who scrolls back has them told again.
  private static let toldLimit = 256

  /// Microseconds between two looks of a log that flows: nobody reads thirty logs a second.
  private static let flowingInterval: Int64 = 100_000

  /// Tells for good what can be.
  ///
  /// - Parameters:
  ///   - clock: microseconds of real time.
  ///   - isFlowing: whether events come by themselves, faster than they can be read.
  mutating func settle(_ playhead: Playhead, at clock: Int64, isFlowing: Bool) {
    guard !isFlowing || clock >= nextLook else { return }
    nextLook = clock + LogBook.flowingInterval
    settle(playhead)
    told?.shown = playhead.eventCount
  }

  private mutating func settle(_ playhead: Playhead) {
    let world = playhead.shown.world
    if let told, told.isPart(of: playhead) {
      guard let pause = LogBook.lastPause(in: playhead, after: told.end) else { return }
      var next = told
      var narrator = Narrator(world, after: told.memory)
      next.lines += lines(playhead, told.end..<pause, &narrator)
      next.lines.removeFirst(max(0, next.lines.count - LogBook.toldLimit))
      // Writers come and go for ever; those of the latest events will do.
      if pause / LogBook.eventLimit > told.end / LogBook.eventLimit {
        narrator.forgetWriters(butOf: playhead.events.suffix(LogBook.eventLimit))
      }
      next.memory = narrator.memory
      next.end = pause
      self.told = next
    } else {
      let oldest = max(playhead.forgotten, playhead.eventCount - LogBook.eventLimit)
      var narrator = Narrator(world)
      let first = LogBook.lastPause(in: playhead, after: oldest) ?? oldest
      let start = first - playhead.forgotten
      narrator.skip(playhead.events[(oldest - playhead.forgotten)..<start])
      told = Told(
        generation: playhead.generation, end: first, shown: first, memory: narrator.memory)
    }
  }

  /// The lines after those that were told for good.
  private func tell(
    _ playhead: Playhead, after told: Told, upTo end: Int
  ) -> [LogPanel.Line] {
    var narrator = Narrator(playhead.shown.world, after: told.memory)
    return lines(playhead, told.end..<(max(told.end, end) + 1), &narrator)
  }

  /// The lines of some events, counted from the beginning of the timeline, and of the notes that
  /// stand before each of them.
  private func lines(
    _ playhead: Playhead, _ range: Range<Int>, _ narrator: inout Narrator
  ) -> [LogPanel.Line] {
    let from = range.lowerBound - playhead.forgotten
    let to = min(range.upperBound - playhead.forgotten, playhead.events.endIndex)
    return LogBook.lines(
      playhead.events[from..<to], from: range.lowerBound,
      notes.filter { range.contains($0.after) }, &narrator, playhead.shown.world)
  }

  /// Before which event the last pause lies that no sentence reaches over; nil without one.
  private static func lastPause(in playhead: Playhead, after start: Int) -> Int? {
    let events = playhead.events
    let reach = playhead.shown.world.rules.cacheRoundTrip
    var index = events.endIndex - 1
    let first = start - playhead.forgotten
    while index > first, index > 0 {
      if events[index].tick.ticks(since: events[index - 1].tick) > reach {
        return index + playhead.forgotten
      }
      index -= 1
    }
    return nil
  }
}
