import Simulation

/// `compare RULE RULE`: two lanes that differ in one rule, and get the same commands from now on.
enum LessonLanesCommand {
  static let compare = Command(
    "compare", family: .system,
    parameters: [
      Parameter("LEFT", .setting, "the rule of the left lane, such as policy=lru"),
      Parameter("RIGHT", .setting, "the rule of the right one, such as policy=lfu"),
    ],
    summary: "Makes two lanes that differ in one rule; every command goes to both from now on.",
    concept: "lanes",
    examples: [
      CommandExample(
        "compare policy=lru policy=fifo", "two lanes from now on: policy lru | policy fifo")
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
      return CommandOutcome(.text("one lane from now on"))
    })

  static let lanes = Command(
    "lanes", family: .looking, summary: "Shows what the two lanes have come to.",
    concept: "lanes",
    examples: [
      CommandExample(
        "compare capacity=3 capacity=8 ; read user:4 ; read user:2 ; lanes",
        """
        The same requests, one rule changed
                       left    right
        hits           0       1
        misses         2       1
        loads          2       1
        slowest        102 ms  102 ms
        mean           102 ms  51.5 ms
        failed         0       0
        database busy  200 ms  100 ms
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
    let left = try lane("LEFT", arguments, of: tutor)
    let right = try lane("RIGHT", arguments, of: tutor)
    tutor.stage = left.stage
    tutor.stage.rivals = [right.stage]
    return CommandOutcome(.text("two lanes from now on: \(left.rule) | \(right.rule)"))
  }

  /// A copy of the stage in which a rule holds: `policy=lru` is the command `policy lru`.
  private static func lane(
    _ name: String, _ arguments: Arguments, of tutor: Tutor
  ) throws(CommandError) -> (stage: Stage, rule: String) {
    guard let setting = arguments.settings(name).first else { return (tutor.stage, "") }
    let rule = "\(setting.name) \(setting.value)"
    var copy = tutor
    do throws(CommandError) {
      for invocation in try CommandParser.parse(rule) {
        guard invocation.command.family == .system else {
          throw CommandError.lesson(
            UserMessage(
              "\(setting.name) is no rule of the system",
              nextStep: "For example: compare policy=lru policy=lfu"), at: arguments.place(of: name)
          )
        }
        _ = try invocation.command.apply(&copy, invocation.arguments)
      }
    } catch {
      // Places inside the rule mean nothing in the line that was typed.
      throw .lesson(error.message, at: arguments.place(of: name))
    }
    return (copy.stage, rule)
  }

  private static func noLanes(at place: Range<Int>) -> CommandError {
    .lesson(
      UserMessage(
        "There is only one lane", nextStep: "compare policy=lru policy=lfu makes two."), at: place)
  }
}
