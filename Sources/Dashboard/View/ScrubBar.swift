import Screen
import Simulation
import Tutor

/// A line from the beginning to the end: what lies behind, what happened where, what is shown.
struct ScrubBar {
  /// Something worth finding again, in thousandths of the way.
  private struct Mark {
    var place: Int
    var glyph: KeyPath<Glyphs, Character>
    var style: Style
  }

  private let position: Int
  private let marks: [Mark]
  private let words: String
  private let isPlaying: Bool

  /// How far a recording has come.
  init(_ replay: Replay) {
    let (done, total) = replay.progress
    let count = max(1, total)
    position = done * 1_000 / count
    marks = replay.marks.map {
      Mark(place: min(1_000, ($0.line + 1) * 1_000 / count), glyph: \.vertical, style: .warning)
    }
    words = "line \(done) of \(total)"
    isPlaying = replay.isPlaying
  }

  /// Where in the past of this part the playhead stands.
  init(_ playhead: Playhead, _ tutor: Tutor) {
    let start = tutor.timeline.start.activations
    let count = max(1, tutor.stage.world.activations - start)
    func place(_ activation: Int) -> Int {
      min(1_000, max(0, (activation - start) * 1_000 / count))
    }
    position = place(playhead.shown.world.activations)
    marks = ScrubBar.marks(of: tutor.stage.log, place)
    words = "\(ScrubBar.words(playhead.beats)) from the start"
    isPlaying = false
  }

  private static func words(_ beats: Int) -> String {
    beats == 1 ? "1 event" : "\(Words.count(beats)) events"
  }

  /// Many misses at once, evictions, nodes that come and go.
  private static func marks(
    of events: some RandomAccessCollection<Event>, _ place: (Int) -> Int
  ) -> [Mark] {
    var marks: [Mark] = []
    var misses = 0
    var last: Event?
    for event in events.suffix(4_000) {
      switch event.kind {
      case .miss:
        misses = last?.tick == event.tick ? misses + 1 : 1
        last = event
        if misses == 10 {
          marks.append(
            Mark(place: place(event.activation), glyph: \.arrowHeadDown, style: .miss))
        }
      case .evicted:
        marks.append(Mark(place: place(event.activation), glyph: \.cross, style: .evicted))
      case .nodeJoined, .nodeLeft, .nodeDied, .nodeRevived:
        marks.append(Mark(place: place(event.activation), glyph: \.hollowDot, style: .moved))
      default: break
      }
    }
    return marks
  }

  func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let text = "  " + words
    frame.putLine(StyledText(text, .dim), in: rest.takeRight(text.displayWidth(frame.glyphs)))
    let state = isPlaying ? frame.glyphs.play : frame.glyphs.pause
    frame.putLine(StyledText("\(state) ", .accent), in: rest.takeLeft(2))
    guard rest.width > 1 else { return }
    func column(_ place: Int) -> Int { place * (rest.width - 1) / 1_000 }
    for x in 0..<rest.width {
      frame.set(
        Cell(frame.glyphs.horizontal, style: x <= column(position) ? .accent : .border),
        at: rest.origin.moved(dx: x))
    }
    for mark in marks {
      frame.set(
        Cell(frame.glyphs[keyPath: mark.glyph], style: mark.style),
        at: rest.origin.moved(dx: column(mark.place)))
    }
    frame.set(
      Cell(frame.glyphs.dot, style: .focused), at: rest.origin.moved(dx: column(position)))
  }
}
