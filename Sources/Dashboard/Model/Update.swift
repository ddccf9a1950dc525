import Screen
import Tutor

/// Takes a fact into the model; returns what the edge is to do about it.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .input(let input): return model.take(input)
  case .ticked(let elapsed): return model.tick(elapsed)
  case .resized(let size):
    model.size = size
    return []
  case .told(let text, let isTrouble):
    model.notice = Notice(isTrouble ? .error : .remark, text)
    return []
  case .themed(let name):
    model.settings.theme = name
    return [.setTheme(name)]
  case .loaded(let tutor):
    model.take(tutor)
    return []
  case .replay(let replay):
    model.begin(replay)
    return []
  }
}

extension Model {
  /// Another tutor takes the place of this one; what belongs to the screen stays.
  mutating func take(_ tutor: Tutor) {
    self.tutor = tutor
    playhead = Playhead(tutor)
    if let pace = settings.pace { playhead.pace = pace }
    log.clear()
    score = tutor.partScore
    replies = []
    motion.restart()
    choice = nil
    choiceLetter = nil
    scroll = [:]
  }

  /// Real time goes by.
  mutating func tick(_ elapsed: Int64) -> [Effect] {
    let elapsed = min(max(0, elapsed), 1_000_000)
    motion.tick(elapsed)
    if playhead.isPlaying {
      absorb(playhead.play(elapsed, tutor))
    } else if replay != nil {
      goOnReplaying(elapsed)
    } else if hasRunningTraffic {
      tutor.pass(playhead.pace.flowingTime(of: elapsed))
      absorb(playhead.catchUp(tutor))
    }
    return []
  }

  /// How the playhead got where it is.
  enum Manner {
    case playing
    /// One event.
    case stepping
    /// To the end, over everything that lies between.
    case jumping
  }

  /// What the playhead has shown is told: in the log, by what moves, and beside the prompt.
  mutating func absorb(_ showing: Playhead.Showing, _ manner: Manner = .playing) {
    if manner == .jumping { motion.clear() }
    for beat in showing.beats {
      if beat.begins != nil, manner == .playing { motion.clear() }
      // Gaps between requests that come at a slow pace are no news.
      if beat.skipped >= 500_000 {
        note(StyledText("\(Words.duration(beat.skipped)) pass", .dim), clock: playhead.clock)
      }
      if manner == .playing { motion.add(beat) }
    }
    var captions = showing.captions.filter { !$0.isEmpty }
    if case .paused(let caption) = playhead.state {
      // What is paused at is read beside the prompt; the log would only say it again.
      notice = Notice(.caption, caption)
      captions.removeAll { $0 == caption }
      motion.hold(playhead.beat)
    }
    for caption in captions {
      note(StyledText(caption, .accent), clock: playhead.clock)
      if isSettled || playhead.isPlaying { notice = Notice(.caption, caption) }
    }
    if manner == .stepping {
      motion.show(only: showing.beats.last { !$0.events.isEmpty } ?? playhead.beat)
    }
    if isSettled { settle() }
  }

  /// Everything has been shown: what was held back is said.
  mutating func settle() {
    if tutor.run?.isOpening == true { tutor.finishOpening() }
    for reply in replies { say(reply.text) }
    replies = []
  }

  /// A line of the log that is no event.
  mutating func note(_ text: StyledText, clock: Int64?) {
    log.add(text, clock: clock, after: playhead.eventCount)
  }

  /// A reply: in the log, or over the page when it is long.
  ///
  /// - Parameter isProse: whether it is a lesson's own text, with commands between backquotes.
  mutating func say(_ text: String, title: String = "answer", isProse: Bool = false) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 4 || (lines.count > 2 && !layout.isWide) else {
      for line in lines where !line.isEmpty {
        let words = isProse ? ProseText.styled(sentence: line) : StyledText(line, .text)
        note(StyledText("  ", .text) + words, clock: nil)
      }
      return
    }
    overlay = .text(title: title, lines: lines, filter: "")
    scroll["overlay"] = 0
  }
}
