import CacheEngine
import Screen
import Simulation
import Tutor

/// Takes a fact into the model; returns what the edge is to do about it.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
  let effects = model.take(message)
  model.settleCurve()
  return effects
}

extension Model {
  fileprivate mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .input(let input): return take(input)
    case .ticked(let elapsed): return tick(elapsed)
    case .resized(let size):
      self.size = size
      return []
    case .told(let text, let isTrouble):
      notice = Notice(isTrouble ? .error : .remark, text)
      return []
    case .themed(let name):
      settings.theme = name
      return [.setTheme(name)]
    case .loaded(let tutor):
      take(tutor)
      return []
    case .tracesRead(let traces, let line, let isTyped):
      return take(traces, for: line, isTyped: isTyped)
    case .completed(let lessons):
      tutor.complete(with: lessons)
      return []
    case .replay(let replay):
      begin(replay)
      return []
    }
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
    // What was wrong with the one before is mended.
    if notice?.kind == .error { notice = nil }
  }

  /// Real time goes by.
  mutating func tick(_ elapsed: Int64) -> [Effect] {
    let elapsed = min(max(0, elapsed), 1_000_000)
    motion.tick(elapsed)
    let state = playhead.state
    hasNews = false
    if playhead.isPlaying {
      absorb(playhead.play(elapsed, tutor))
    } else if replay != nil {
      goOnReplaying(elapsed)
    } else if hasRunningTraffic {
      tutor.pass(playhead.pace.flowingTime(of: elapsed))
      absorb(playhead.catchUp(tutor))
    }
    if playhead.state != state { hasNews = true }
    log.settle(playhead, at: motion.clock, isFlowing: hasRunningTraffic)
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
    hasNews = hasNews || !showing.isEmpty
    for beat in showing.beats {
      if beat.begins != nil, manner == .playing { motion.clear() }
      // Gaps between requests that come at a slow pace are no news.
      if beat.skipped >= 500_000 {
        note(
          StyledText("\(Words.duration(beat.skipped)) pass", .dim), clock: clock(of: beat.tick),
          after: beat.before)
      }
      if manner == .playing { motion.add(beat) }
    }
    for ended in showing.ended { sayShort(replies: ended) }
    var captions = showing.captions.filter { !$0.text.isEmpty }
    if case .paused(let caption) = playhead.state {
      // What is paused at is read beside the prompt; the log would only say it again.
      notice = Notice(.caption, caption)
      captions.removeAll { $0.text == caption }
      motion.hold(playhead.beat)
    }
    for caption in captions {
      note(StyledText(caption.text, .accent), clock: caption.clock, after: caption.after)
      // Beside the prompt stands what is being looked at, not what has been passed over.
      if manner != .jumping, isSettled || playhead.isPlaying {
        notice = Notice(.caption, caption.text)
      }
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

  private func clock(of tick: Tick) -> Int64 { tick.ticks(since: playhead.shown.world.epoch) }

  /// A line of the log that is no event.
  ///
  /// - Parameter after: how many events came before it; those that have been shown without it.
  mutating func note(_ text: StyledText, clock: Int64?, after: Int? = nil) {
    log.add(text, clock: clock, after: after ?? playhead.eventCount)
  }

  /// What a command answered that has just been shown, beside what it did; long answers wait until
  /// the page stands still.
  private mutating func sayShort(replies ended: Playhead.Ended) {
    let waiting = replies
    replies = waiting.filter { $0.moment != ended.moment || isLong($0.text) }
    for reply in waiting where reply.moment == ended.moment && !isLong(reply.text) {
      say(reply.text, after: ended.after)
    }
  }

  private func isLong(_ text: String) -> Bool {
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
    return count > 4 || (count > 2 && !layout.isWide)
  }

  /// A reply: in the log, or over the page when it is long.
  ///
  /// - Parameters:
  ///   - after: how many events came before it; those that have been shown without it.
  ///   - isProse: whether it is a lesson's own text, with commands between backquotes.
  mutating func say(
    _ text: String, title: String = "answer", after: Int? = nil, isProse: Bool = false
  ) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard isLong(text) else {
      for line in lines where !line.isEmpty {
        let words = isProse ? ProseText.styled(sentence: line) : StyledText(line, .text)
        note(StyledText("  ", .text) + words, clock: nil, after: after)
      }
      return
    }
    overlay = .text(title: title, lines: lines, filter: "")
    scroll["overlay"] = 0
  }
}
