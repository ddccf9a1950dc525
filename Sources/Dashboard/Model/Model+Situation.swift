import Screen
import Tutor

extension Model {
  /// What the person is doing: it decides which keys act and which the legend shows.
  var situation: Situation {
    if isTooSmall { return overlay == .confirm(.quit) ? .confirming : .tooSmall }
    switch overlay {
    case .confirm: return .confirming
    case .help, .text: return isSearching ? .searching : .help
    case .lessons: return isSearching ? .searching : .list
    case nil: break
    }
    if isBrowsing { return isSearching ? .searching : .browsing }
    if replay != nil { return .replay }
    if !prompt.isEmpty || prompt.search != nil || isCommandForced {
      return answersInWords ? .answering : .typing
    }
    switch playhead.state {
    case .playing: return .moving
    case .paused, .stopped: return .paused
    case .resting: if hasRunningTraffic { return .moving }
    }
    if let question {
      return question.prediction.form == .choice ? .predicting : .answering
    }
    guard let run = tutor.run else { return .reading }
    if run.isFinished || (run.isSolved && run.isLastStep && isLastPart(run)) { return .finished }
    return run.isSolved ? .solved : .reading
  }

  /// Where a key is looked up: what acts at an empty prompt is a letter once something stands
  /// there, in an answer of several words too.
  var contexts: [KeyContext] {
    let all = situation.contexts
    return prompt.isEmpty ? all : all.filter { $0 != .emptyPrompt }
  }

  private func isLastPart(_ run: LessonRun) -> Bool {
    run.part == .contrast || run.step.contrast == nil
  }

  /// A number or words are the answer that is waited for.
  private var answersInWords: Bool {
    guard let question, !isCommandForced else { return false }
    switch question.prediction.form {
    case .choice: return false
    // No number begins with a letter, so a command is being typed.
    case .number: return prompt.text.first?.isLetter != true
    case .words: return true
    }
  }

  /// Why a key would do nothing now; nil when it does something.
  public func reason(against action: KeyAction) -> String? {
    switch action {
    case .hint:
      guard let run = tutor.run else { return "Hints belong to a lesson; F2 lists them." }
      if run.isSolved { return "This part is solved." }
      return run.step.hints.isEmpty ? "This part has no hints." : nil
    case .lanes:
      return tutor.stage.rivals.isEmpty && score == nil
        ? "Only one lane runs here; when the part is solved, the author's way is shown." : nil
    case .undo:
      return tutor.timeline.moments.isEmpty ? "Nothing has been done yet." : nil
    case .next: return tutor.run == nil ? "No lesson is being done." : nil
    case .lessons: return tutor.lessons.isEmpty ? "There are no lessons." : nil
    case .back, .left, .replayBack:
      return playhead.beats == 0 ? "Nothing has happened before this." : nil
    case .forward, .right, .oneEvent, .end, .replayForward:
      return playhead.isBehind(tutor) ? nil : "This is the newest event."
    default: return nil
    }
  }

  /// What the legend leaves out because it would do nothing.
  var pointless: Set<KeyAction> {
    var actions: Set<KeyAction> = []
    for action in [.hint, .lanes, .undo, .lessons, .back] as [KeyAction]
    where reason(against: action) != nil {
      actions.insert(action)
    }
    if situation == .replay { actions.remove(.back) }
    if replay.map({ $0.marks.isEmpty }) == true { actions.insert(.nextMark) }
    return actions
  }

  /// The line of keys.
  var legend: [(action: KeyAction, entry: LegendEntry)] {
    settings.keys.legend(for: situation, glyphs: settings.glyphs, leftOut: pointless).map { row in
      var entry = row.entry
      if row.action == .lanes, tutor.stage.rivals.isEmpty {
        entry.label = "author's way"
        return (row.action, entry)
      }
      if row.action == .next, situation == .finished, tutor.run?.lesson.isDetour == true {
        entry.label = "back to the lesson"
        return (row.action, entry)
      }
      if row.action == .replayPlay, replay?.isPlaying == true || playhead.isPlaying {
        entry.label = "stop"
        return (row.action, entry)
      }
      guard row.action == .choose, let question else { return row }
      entry.key = entry.key.split(separator: " ").prefix(question.options.count)
        .joined(separator: " ")
      return (row.action, entry)
    }
  }
}
