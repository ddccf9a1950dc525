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

  mutating func add(_ text: StyledText, clock: Int64?, after events: Int) {
    // What is told late still stands where it happened; what belongs to one place keeps its order.
    let later = notes.reversed().prefix { $0.after > events }.count
    notes.insert(Note(after: events, clock: clock, text: text), at: notes.count - later)
    if notes.count > LogBook.noteLimit { notes.removeFirst(notes.count - LogBook.noteLimit) }
  }

  /// A new timeline: what was said about the old one is gone.
  mutating func clear() { notes = [] }

  /// What lies after so many events has been undone.
  mutating func forget(after events: Int) {
    notes.removeAll { $0.after > events }
  }

  /// The lines up to what is shown, told from the latest events.
  func lines(_ playhead: Playhead, filter: LogFilter?) -> [LogPanel.Line] {
    lines(playhead, filter: filter, events: LogBook.eventLimit)
  }

  /// At least so many of the last lines, if there are as many: telling is dear, and a frame shows
  /// only some.
  func lastLines(
    _ count: Int, _ playhead: Playhead, filter: LogFilter?
  ) -> [LogPanel.Line] {
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
    func tell(_ events: ArraySlice<Event>) -> [LogPanel.Line] {
      narrator.captions(of: events).map { caption in
        LogPanel.Line(
          clock: caption.tick.ticks(since: world.epoch),
          text: StyledText(caption.text, LogBook.style(of: caption.kind)))
      }
    }
    if let filter { return tell(recent.filter { filter.admits($0, in: world) }[...]) }
    // What was typed parts the events: two commands at one instant are told one by one.
    var lines: [LogPanel.Line] = []
    var told = recent.startIndex
    for note in notes
    where note.after <= playhead.eventCount && (note.after >= base || first == oldest) {
      let end = min(max(told, note.after - base + first), recent.endIndex)
      if end > told { lines += tell(recent[told..<end]) }
      told = end
      lines.append(LogPanel.Line(clock: note.clock, text: note.text))
    }
    return lines + tell(recent[told...])
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
