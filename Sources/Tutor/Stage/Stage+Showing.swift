import Simulation

// What the playhead needs: a stage that walks after the live one, counted as it is seen.

extension Stage {
  /// A line of the past is shown again: its counts begin.
  public mutating func beginShowing() {
    beginCommand()
  }

  /// Takes over what the world has told since the last time and counts it for command, step and
  /// lesson at once, so that goals can be judged at every instant.
  public mutating func takeShown() -> [Event] {
    let events = world.events
    guard !events.isEmpty else { return [] }
    command.add(events)
    step.add(events)
    lesson.add(events)
    world.forgetEvents()
    return events
  }

  /// Changes the right lane, when there is one.
  public mutating func changeRival(_ change: (inout Stage) -> Void) {
    guard !rivals.isEmpty else { return }
    change(&rivals[0])
  }
}
