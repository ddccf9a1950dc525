import Simulation

/// `compare RULE RULE …`: lanes that differ in one rule, and get the same commands from now on.
enum LanesCommand {
  static let compare = Command(
    "compare", family: .system,
    parameters: [
      Parameter("LEFT", .setting, "the rule of the left lane, such as policy=lru"),
      Parameter("RIGHT", .setting, "the rule of the right one, such as policy=lfu"),
      Parameter(
        "MORE", .setting, isOptional: true, isRepeated: true, "rules of two more lanes at most"),
    ],
    summary: "Makes lanes that differ in one rule each; every command goes to all from now on.",
    concept: "lanes",
    examples: [
      CommandExample(
        "compare policy=lru policy=fifo", "two lanes from now on: policy lru | policy fifo"),
      CommandExample(
        "compare capacity=2 capacity=4 capacity=8",
        "three lanes from now on: capacity 2 | capacity 4 | capacity 8"),
    ], apply: apply)

  static let off = Command(
    "compare off", family: .system, summary: "Goes on with the left lane alone.",
    concept: "lanes",
    examples: [
      CommandExample("compare policy=lru policy=fifo ; compare off", "one lane from now on")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      guard !tutor.stage.rivals.isEmpty else { throw noLanes(at: arguments.place) }
      tutor.stage.rivals = []
      tutor.stage.laneName = ""
      tutor.stage.beginComparing()
      return CommandOutcome(.text("one lane from now on"))
    })

  static let lanes = Command(
    "lanes", family: .looking, summary: "Shows what the lanes have come to, and where they part.",
    concept: "lanes",
    examples: [
      CommandExample(
        "compare capacity=3 capacity=8 ; read user:4 ; read user:2 ; lanes",
        """
        2 requests, the same for all at the same instants, one rule changed
                       capacity 3                     capacity 8
        hits           0                              1
        misses         2                              1
        loads          2                              1
        slowest        102 ms                         102 ms
        mean           102 ms                         51.5 ms
        failed         0                              0
        database busy  200 ms                         100 ms
        request 1      a miss, user:2 leaves, 102 ms  a miss, 102 ms
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      guard let table = tutor.laneTable else { throw noLanes(at: arguments.place) }
      return CommandOutcome(.table(table))
    })

  /// The commands that change the lanes themselves and are not sent to each of them.
  static let names = [compare.name, off.name]

  private static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    tutor.stage.rivals = []
    tutor.stage.laneName = ""
    let names = ["LEFT", "RIGHT", "MORE"]
    let rules = names.flatMap { arguments.settings($0) }.map { LaneRule($0) }
    guard rules.count <= Stage.laneLimit else {
      throw .lesson(
        UserMessage("More than four lanes cannot be told apart"),
        at: arguments.place(of: "MORE", Stage.laneLimit - 2))
    }
    var lanes: [Stage] = []
    for (index, rule) in rules.enumerated() {
      var copy = tutor
      let place =
        index < 2
        ? arguments.place(of: names[index]) : arguments.place(of: "MORE", index - 2)
      try rule.apply(to: &copy, at: place)
      lanes.append(copy.stage)
    }
    tutor.stage = lanes[0]
    tutor.stage.rivals = Array(lanes.dropFirst())
    tutor.stage.nameLanes(rules.map(\.title))
    tutor.stage.beginComparing()
    let count = ["two", "three", "four"][lanes.count - 2]
    return CommandOutcome(
      .text("\(count) lanes from now on: \(rules.map(\.title).joined(separator: " | "))"))
  }

  private static func noLanes(at place: Range<Int>) -> CommandError {
    .lesson(
      UserMessage(
        "There is only one lane", nextStep: "compare policy=lru policy=lfu makes two."), at: place)
  }
}
