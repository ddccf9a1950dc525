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
    var stretch = Stretch(world: world, base: base, narrator: narrator)
    guard let filter else {
      let notes = notes.filter {
        $0.after <= playhead.eventCount && ($0.after >= base || first == oldest)
      }
      return stretch.lines(recent, notes)
    }
    return stretch.lines(recent.filter { filter.admits($0, in: world) }[...], [])
  }

  /// A stretch of the log being told.
  private struct Stretch {
    let world: World
    /// How many events came before its first one.
    let base: Int
    var narrator: Narrator
    /// The last caption, as long as what follows may belong into its sentence.
    var last: Caption?

    /// Events and, at their places among them, what was no event.
    mutating func lines(_ events: ArraySlice<Event>, _ notes: [Note]) -> [LogPanel.Line] {
      let lines = settledLines(events, notes)
      return lines + (last.map { [line($0)] } ?? [])
    }

    /// All lines but the last caption's.
    mutating func settledLines(
      _ events: ArraySlice<Event>, _ notes: [Note]
    ) -> [LogPanel.Line] {
      // What was typed parts the events: two commands at one instant are told one by one.
      var lines: [LogPanel.Line] = []
      var told = events.startIndex
      for note in notes {
        let end = min(max(told, note.after - base + events.startIndex), events.endIndex)
        tell(events[told..<end], into: &lines)
        told = end
        if let last { lines.append(line(last)) }
        last = nil
        lines.append(LogPanel.Line(clock: note.clock, text: note.text))
      }
      tell(events[told...], into: &lines)
      return lines
    }

    private mutating func tell(_ events: ArraySlice<Event>, into lines: inout [LogPanel.Line]) {
      guard !events.isEmpty else { return }
      var captions = narrator.captions(of: events, after: last)
      last = captions.popLast()
      lines += captions.map(line)
    }

    private func line(_ caption: Caption) -> LogPanel.Line {
      LogPanel.Line(
        clock: caption.tick.ticks(since: world.epoch),
        text: StyledText(caption.text, LogBook.style(of: caption.kind)))
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
// more than the rest of the frame. What lies before the last instant is told for good: whatever
// comes later, those lines stay. Only the last sentence waits for what may still belong into it.

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
    /// The sentence after the lines.
    var last: Caption?
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
    let events = playhead.events
    let oldest = max(0, events.count - LogBook.eventLimit)
    guard var told, told.isPart(of: playhead) else {
      var narrator = Narrator(playhead.shown.world)
      let start = LogBook.lastInstant(events, after: oldest) ?? oldest
      narrator.skip(events[oldest..<start])
      let end = playhead.forgotten + start
      self.told = Told(
        generation: playhead.generation, end: end, shown: end, memory: narrator.memory)
      return
    }
    let start = told.end - playhead.forgotten
    guard let end = LogBook.lastInstant(events, after: start) else { return }
    var stretch = stretch(playhead, after: told)
    let notes = notes.filter { told.end..<(end + playhead.forgotten) ~= $0.after }
    told.lines += stretch.settledLines(events[start..<end], notes)
    told.lines.removeFirst(max(0, told.lines.count - LogBook.toldLimit))
    told.last = stretch.last
    // Writers come and go for ever; those of the latest events will do.
    let place = end + playhead.forgotten
    if place / LogBook.eventLimit > told.end / LogBook.eventLimit {
      stretch.narrator.forgetWriters(butOf: events.suffix(LogBook.eventLimit))
    }
    told.memory = stretch.narrator.memory
    told.end = place
    self.told = told
  }

  /// The lines after those that were told for good, up to so many events.
  private func tell(
    _ playhead: Playhead, after told: Told, upTo count: Int
  ) -> [LogPanel.Line] {
    let start = told.end - playhead.forgotten
    let end = max(start, count - playhead.forgotten)
    var stretch = stretch(playhead, after: told)
    let notes = notes.filter { told.end...max(told.end, count) ~= $0.after }
    return stretch.lines(playhead.events[start..<end], notes)
  }

  private func stretch(_ playhead: Playhead, after told: Told) -> Stretch {
    let world = playhead.shown.world
    return Stretch(
      world: world, base: told.end, narrator: Narrator(world, after: told.memory),
      last: told.last)
  }

  /// Before which event the last instant begins; nil when that is not after `start`.
  private static func lastInstant(_ events: [Event], after start: Int) -> Int? {
    guard let tick = events.last?.tick else { return nil }
    var index = events.endIndex - 1
    while index > start, events[index - 1].tick == tick { index -= 1 }
    return index > start ? index : nil
  }
}
