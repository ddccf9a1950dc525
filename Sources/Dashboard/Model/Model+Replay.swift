import Screen
import Tutor

// A recording is the same lines once more: the next one is run when the one before has been shown.

extension Model {
  /// Real time between the end of a line and the next one, in microseconds.
  private static let breath: Int64 = 700_000

  mutating func begin(_ replay: Replay) {
    var replay = replay
    if replay.player == nil {
      do {
        replay.player = try SessionReplay(
          replay.source, lessons: tutor.lessons, patterns: tutor.patterns,
          sandbox: tutor.sandbox)
      } catch {
        notice = Notice(.error, "\(error.message.what).")
        return
      }
    }
    replay.origin = replay.player
    if let player = replay.player { take(player.tutor) }
    self.replay = replay
    overlay = nil
    isBrowsing = false
    prompt.clear()
    notice = nil
  }

  mutating func goOnReplaying(_ elapsed: Int64) {
    guard let replay, replay.isPlaying, !replay.isOver, playhead.state == .resting else { return }
    self.replay?.waited = replay.waited + elapsed
    if replay.waited + elapsed >= Model.breath { runNextOfReplay() }
  }

  /// Runs lines until one of them is a command that changes something.
  private mutating func runNextOfReplay() {
    guard var session = replay?.player else { return }
    replay?.waited = 0
    do {
      while let step = try session.next() {
        guard case .command(let text, let done) = step.kind else { continue }
        show(text, done, after: session)
        return
      }
      replay?.player = session
    } catch {
      replay?.player = session
      replay?.isPlaying = false
      replay?.divergence = error.message.what
      notice = Notice(.error, "\(error.message.what).")
    }
  }

  private mutating func show(_ text: String, _ done: [Execution], after session: SessionReplay) {
    let generation = tutor.timeline.generation
    tutor = session.tutor
    replay?.player = session
    notice = nil
    if tutor.timeline.generation != generation { log.clear() }
    var line = StyledText("\(settings.glyphs.prompt) ", .prompt)
    line.append(text, .strong)
    playhead.follow(tutor)
    note(line, clock: playhead.clock)
    for execution in done {
      let reply = ReplyText.text(execution.reply, in: tutor)
      if case .request = execution.reply { continue }
      let isNewPart = tutor.timeline.generation != generation
      if !reply.isEmpty, !reply.contains("\n"), !isNewPart {
        note(StyledText("  " + reply), clock: nil)
      }
    }
    if isSettled { settle() }
  }

  mutating func performInReplay(_ action: KeyAction) -> [Effect] {
    notice = nil
    switch action {
    case .replayPlay:
      if playhead.isBehind(tutor) {
        playhead.toggle(tutor)
        replay?.isPlaying = playhead.isPlaying
      } else {
        replay?.isPlaying.toggle()
      }
      if replay?.isOver == true, !playhead.isPlaying {
        notice = Notice(.remark, "The recording is over.")
      }
    case .replayForward:
      replay?.isPlaying = false
      if !playhead.isBehind(tutor) { runNextOfReplay() }
      if playhead.isBehind(tutor) { absorb(playhead.stepForward(tutor), .stepping) }
    case .replayBack:
      replay?.isPlaying = false
      stepBack()
    case .nextMark: goToMark { line, index in line >= index }
    case .previousMark: goToMark { line, index in line < index - 1 }
    case .takeOver:
      // What was played up to here is where the learner's own recording begins.
      let played = replay.map { $0.source.entries.prefix($0.player?.index ?? 0).map(\.kind) } ?? []
      replay = nil
      notice = Notice(.remark, "The recording ends here; the prompt is yours.")
      return played.isEmpty ? [] : [.write(played)]
    case .leaveReplay: overlay = .confirm(.leaveReplay)
    default: break
    }
    return []
  }

  /// Goes to a mark: on from here, or again from the beginning.
  private mutating func goToMark(_ isWanted: (_ line: Int, _ index: Int) -> Bool) {
    guard var replay, var player = replay.player else { return }
    let index = player.index
    let found = replay.marks.filter { isWanted($0.line, index) }
    guard let mark = (found.first?.line ?? 0) >= index ? found.first : found.last else {
      notice = Notice(.remark, "There is no mark that way.")
      return
    }
    if mark.line < index, let origin = replay.origin { player = origin }
    while player.index <= mark.line {
      guard let step = try? player.next(), step.line.number >= 0 else { break }
    }
    take(player.tutor)
    replay.player = player
    replay.isPlaying = false
    self.replay = replay
    notice = Notice(.remark, mark.name.isEmpty ? "a mark" : "mark: \(mark.name)")
  }
}
