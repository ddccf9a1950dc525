extension LessonStep {
  /// The number of commands in the author's own solution; 0 when there is none.
  public var par: Int {
    solutions.first?.commandCount ?? 0
  }

  /// Everything that must hold: the step's goals, then those of its contrast.
  public var allGoals: [LessonGoal] {
    goals + (contrast?.goals ?? [])
  }

  /// True when the step asks for the policy's own job: who leaves is what the learner must find.
  public var asksWhoLeaves: Bool {
    solutions.first?.commands.first?.text.hasPrefix("evict ") ?? false
  }

  /// True when somebody must do something before the next step.
  public var asksForWork: Bool {
    !allGoals.isEmpty || order != nil
  }

  /// The text to be read once `answered` predictions are locked in: what stands below a question
  /// may give its answer away, so it stays hidden until then.
  public func text(answered: Int) -> [Prose] {
    guard predictions.indices.contains(answered) else { return before }
    let question = predictions[answered].line
    return before.filter { $0.line < question }
  }

  /// The block that forbids `verb`, nil when the step lets it pass.
  ///
  /// Case does not count.
  ///
  /// Verbs that only look or drive the lesson (`help`, `hint`, `undo` …) are never asked here.
  public func refusal(of verb: String) -> LessonPermission? {
    if let denial = denied.first(where: { $0.names(verb) }) { return denial }
    if allowed.isEmpty || allowed.contains(where: { $0.names(verb) }) { return nil }
    return allowed.first
  }
}
