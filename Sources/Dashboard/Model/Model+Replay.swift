import Screen
import Tutor

// A recording is the same lines once more: the next one is run when the one before has been shown.

extension Model {
  /// Real time between the end of a line and the next one, in microseconds.
  private static let breath: Int64 = 700_000

  mutating func goOnReplaying(_ elapsed: Int64) -> [Effect] {
    guard var replay, replay.isPlaying, !replay.isOver, playhead.state == .resting else {
      return []
    }
    replay.waited += elapsed
    self.replay = replay
    guard replay.waited >= Model.breath else { return [] }
    return runNextOfReplay()
  }

  private mutating func runNextOfReplay() -> [Effect] {
    guard let replay, !replay.isOver else { return [] }
    let line = replay.lines[replay.done].text
    self.replay?.done += 1
    self.replay?.waited = 0
    overlay = nil
    let effects = run(line, isTyped: false)
    if let notice, notice.kind == .error { self.replay?.divergence = notice.text }
    if overlay != nil { overlay = nil }
    // A recording is not recorded again.
    return effects.filter { if case .write = $0 { false } else { $0 != .quit } }
  }

  mutating func performInReplay(_ action: KeyAction) -> [Effect] {
    switch action {
    case .replayPlay:
      if playhead.isBehind(tutor) {
        playhead.toggle(tutor)
        replay?.isPlaying = playhead.isPlaying
      } else {
        replay?.isPlaying.toggle()
      }
      notice = nil
    case .replayForward:
      replay?.isPlaying = false
      guard playhead.isBehind(tutor) else {
        let effects = runNextOfReplay()
        if playhead.isPlaying { absorb(playhead.stepForward(tutor), .stepping) }
        return effects
      }
      stepForward()
    case .replayBack:
      replay?.isPlaying = false
      stepBack()
    case .nextMark: return goToNextMark()
    case .previousMark: notice = Notice(.remark, "Marks behind are reached from the start.")
    case .takeOver:
      replay = nil
      notice = Notice(.remark, "The recording ends here; the prompt is yours.")
    case .leaveReplay: overlay = .confirm(.leaveReplay)
    default: break
    }
    return []
  }

  /// Runs on to the next mark, without showing what lies between.
  private mutating func goToNextMark() -> [Effect] {
    guard let replay else { return [] }
    let target = replay.marks.first { $0 >= replay.done } ?? replay.lines.count - 1
    var effects: [Effect] = []
    while let replay = self.replay, replay.done <= target, !replay.isOver {
      effects += runNextOfReplay()
      if playhead.isBehind(tutor) { absorb(playhead.finish(tutor), .jumping) }
    }
    self.replay?.isPlaying = false
    return effects
  }
}
