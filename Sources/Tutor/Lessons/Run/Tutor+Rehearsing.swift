import CacheEngine
import Simulation

// Command lines that nobody types: setups, openings, rivals, proofs.
//
// They are the same lines in the same grammar, but they are not asked for permission, not recorded
// and not taken back: a session needs to know only which lesson and step was begun.

extension Tutor {
  /// Applies one command and runs the world as far as it asks, in both lanes when there are two.
  ///
  /// - Parameter actor: who gives the command.
  /// - Throws: a `CommandError`; the tutor is then half changed and must be thrown away.
  mutating func perform(
    _ invocation: Invocation, by actor: Actor = .learner
  ) throws(CommandError) -> CommandOutcome {
    stage.world.takeCommands(from: actor)
    let outcome = try invocation.command.apply(&self, invocation.arguments)
    if !invocation.isBackground { try run(outcome.run) }
    guard invocation.isForAllLanes, !stage.rivals.isEmpty else { return outcome }
    var lane = self
    for index in stage.rivals.indices {
      lane.stage = stage.rivals[index]
      lane.stage.world.takeCommands(from: actor)
      let rivalOutcome = try invocation.command.apply(&lane, invocation.arguments)
      if !invocation.isBackground { try lane.run(rivalOutcome.run) }
      stage.rivals[index] = lane.stage
    }
    return outcome
  }

  /// Runs commands one by one, each counted as if it had been typed, and notes them in the
  /// timeline, so that they can be watched.
  mutating func play(_ commands: [SourceText]) throws(LessonScriptError) {
    for command in commands {
      for invocation in try LessonScriptError.parse(command) {
        let moment = Moment(invocation, before: stage, by: .lesson)
        stage.beginCommand()
        do {
          _ = try perform(invocation, by: .lesson)
        } catch {
          throw LessonScriptError(line: command.line, command: command.text, error: error)
        }
        stage.endCommand()
        timeline.noteForGood(moment)
      }
    }
  }

  /// Runs commands as parts of the command that is being applied: they are counted together.
  mutating func playInside(_ commands: some Sequence<SourceText>) throws(LessonScriptError) {
    for command in commands {
      for invocation in try LessonScriptError.parse(command) {
        let moment = Moment(invocation, before: stage, by: .learner)
        do {
          _ = try perform(invocation)
        } catch {
          throw LessonScriptError(line: command.line, command: command.text, error: error)
        }
        stage.collect()
        timeline.noteForGood(moment)
      }
    }
  }

  /// A copy after these commands, which count together as its last command.
  ///
  /// - Parameter rival: commands that make another rule hold. They run first, each in place of
  ///   those with its name, and what they cause does not count; the last command is the event
  ///   that everything is about, and always stays. Where no commands are given, it is the
  ///   rival's own.
  func rehearsed(
    _ commands: [SourceText], rival: [SourceText] = []
  ) throws(LessonScriptError) -> Tutor {
    if commands.isEmpty, let event = rival.last {
      return try rehearsed([event], rival: rival.dropLast())
    }
    var copy = self
    copy.run = nil
    copy.stage.beginCommand()
    var replaced: [String] = []
    if !rival.isEmpty {
      let counted = copy.stage
      try copy.playInside(rival)
      copy.stage.takeCounts(of: counted)
      for command in rival {
        replaced += try LessonScriptError.parse(command).map(\.command.name)
      }
    }
    for command in commands.dropLast() {
      let names = try LessonScriptError.parse(command).map(\.command.name)
      if !names.contains(where: { replaced.contains($0) }) { try copy.playInside([command]) }
    }
    try copy.playInside(commands.suffix(1))
    copy.stage.endCommand()
    return copy
  }
}

extension LessonScriptError {
  /// The invocations of one line of a lesson.
  static func parse(_ command: SourceText) throws(LessonScriptError) -> [Invocation] {
    do {
      return try CommandParser.parse(command.text)
    } catch {
      throw LessonScriptError(line: command.line, command: command.text, error: error)
    }
  }
}
