/// `pause`, `resume` and `speed`: how the screen shows what happened.
enum PaceCommand {
  static let pause = request(
    "pause", "Stops the show; the clock stands still anyway while nothing runs.", .pause)
  static let resume = request("resume", "Goes on with the show.", .resume)

  static let speed = Command(
    "speed", family: .time,
    parameters: [Parameter("X", .speed, "1 is real time, 1/10 ten times slower")],
    summary: "Sets how fast the show goes; what happens stays the same.",
    concept: "virtual-time", examples: [CommandExample("speed 1/10", "speed 1/10")],
    isRecorded: false, isUndoable: false,
    apply: { (_, arguments) throws(CommandError) in
      CommandOutcome(.request(.speed(arguments.text("X"))))
    })

  private static func request(
    _ name: String, _ summary: String, _ request: FrontEndRequest
  ) -> Command {
    Command(
      name, family: .time, summary: summary, concept: "virtual-time",
      examples: [CommandExample(name, name)], isRecorded: false, isUndoable: false,
      apply: { (_, _) throws(CommandError) in CommandOutcome(.request(request)) })
  }
}
