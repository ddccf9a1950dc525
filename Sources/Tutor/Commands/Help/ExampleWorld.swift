import Simulation

/// The world in which every example of every command works: documented, small and always the same.
///
/// Examples of cache verbs are typed one after the other into an empty cache instead, as their own
/// documentation says.
public enum ExampleWorld {
  /// What is done before an example is typed; then the clock and the counts are set to zero.
  public static let setup = [
    "pattern cache-aside",
    "policy lru",
    "capacity 8",
    "rows user:1=Ada user:2=Bea user:3=Cem user:4=Dan user:5=Eva user:6=Fay user:7=Gus user:8=Hal",
    "read user:1 ; read user:2 ; read user:3 ; read user:1",
  ]

  /// A tutor in this world.
  ///
  /// - Throws: a `WorldError` when the patterns do not work; a command that fails is a mistake in
  ///   the setup above and stops the program.
  public static func tutor(patterns: PatternShelf) throws(WorldError) -> Tutor {
    var tutor = try emptyTutor(patterns: patterns)
    for line in setup {
      if let error = tutor.execute(line).error {
        preconditionFailure("\(line): \(error.message.headline)")
      }
    }
    tutor.stage.world.restartClock()
    tutor.stage.beginStep()
    tutor.stage.lesson = Tally()
    tutor.stage.log = EventLog()
    tutor.restartTimeline()
    _ = tutor.takeUnwritten()
    return tutor
  }

  /// A tutor with one empty cache of 100 entries under LRU.
  public static func emptyTutor(patterns: PatternShelf) throws(WorldError) -> Tutor {
    var tutor = try Tutor(lessons: [.example], patterns: patterns, seed: 7)
    tutor.sandbox = .example
    return tutor
  }
}
