import Simulation

// Phases: a day has a morning and a noon.
//
// A mark begins a phase and ends the one before. Claims name it in front of their word, so that a
// goal can ask for what happened at noon: `noon.hits == 30`.

/// What happened from a mark to the next one.
public struct Phase: Hashable, Sendable {
  /// The name of the mark.
  public let name: String
  public internal(set) var tally = Tally()
}

extension Stage {
  /// Begins a phase in every lane; an earlier one of this name is forgotten.
  mutating func beginPhase(_ name: String) {
    phases.removeAll { $0.name == name }
    phases.append(Phase(name: name))
    phasesBegun += 1
    reads = ReadLog()
    for index in rivals.indices { rivals[index].beginPhase(name) }
  }

  /// The counts of a phase; nil when nobody has set a mark of that name.
  func tally(ofPhase name: String) -> Tally? {
    phases.last { $0.name == name }?.tally
  }
}
