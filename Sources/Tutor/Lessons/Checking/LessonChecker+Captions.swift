import Simulation

// Captions: each must appear in some run, or nobody will ever read it.
//
// The checker looks at what has been counted since the part began: an event of the kind, a queue of
// the length. Whether the claims behind `if` hold at that very instant it does not see.

extension LessonChecker {
  /// Remembers which captions of the step this run would have shown.
  mutating func noteCaptions(_ stage: Stage, of step: LessonStep?) {
    for watch in step?.watches ?? [] where !shown.contains(watch.line) {
      if stage.lanes.contains(where: { $0.hasComeTo(watch.event) }) { shown.append(watch.line) }
    }
  }

  /// Reports the captions that no run has shown.
  mutating func checkWatches(of step: LessonStep, from start: Tutor) {
    if !step.watches.allSatisfy({ shown.contains($0.line) }) {
      // What a question is about is seen by whoever answers it, even if it solves nothing.
      for prediction in step.predictions {
        let commands = prediction.script.commands
        if let played = try? start.rehearsed(commands) { noteCaptions(played.stage, of: step) }
      }
    }
    for watch in step.watches where !shown.contains(watch.line) {
      report(.idleWatch(watch.event), at: watch.line)
    }
  }
}

extension Stage {
  /// Whether what `until EVENT` waits for has happened since the part began; true where that cannot
  /// be told from what was counted.
  fileprivate func hasComeTo(_ event: String) -> Bool {
    guard let until = (try? CommandParser.parse("until \(event)"))?.first else { return true }
    switch until.arguments.stop("EVENT") {
    case .event(let kinds): return kinds.contains { step[$0] > 0 }
    case .line: return true
    case .queueAbove(let length): return step.peakQueue > length
    case .answered(let count): return step.answered >= count
    }
  }
}
