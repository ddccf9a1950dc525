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
    if !phases.isEmpty { phases[phases.count - 1].tally.add(events) }
    record?.add(events, in: world.symbols)
    reads.add(events)
    world.forgetEvents()
    return events
  }

  /// All lanes have been shown as far: where they part is known as soon as it is seen.
  public mutating func compareShown() {
    compareLanes()
  }

  /// Changes the other lanes, one after the other; none while there is only one lane.
  public mutating func changeRivals(_ change: (_ index: Int, _ rival: inout Stage) -> Void) {
    for index in rivals.indices { change(index, &rivals[index]) }
  }
}
