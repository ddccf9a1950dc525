import CacheEngine
import Simulation

// The author's way, done again.
//
// A part begins with a stage, and the author's solution is a few lines: applied to a copy of that
// stage they give a second run that can be laid beside one's own, number by number.

/// A solved part and the author's way through the same part.
public struct ReferenceRun: Sendable {
  /// What was typed, one command each, without what was taken back.
  public let own: [String]
  /// What the author types.
  public let author: [String]
  /// Commands that the part has taken, those taken back among them.
  public let commands: Int
  /// Hints that were asked for in the part.
  public let hints: Int
  /// Loads that reached the database since the part began.
  public let loads: (own: Int, author: Int)
  /// Both runs, one row a figure.
  public let table: ReplyTable

  private var cost: WayCost {
    WayCost(
      commands: commands, par: author.count, hints: hints,
      loads: LessonScore.Loads(own: loads.own, author: loads.author))
  }

  /// How near the author's way this one comes, in percent.
  public var efficiency: Int { cost.efficiency }

  /// `2 commands, 1 hint, 3 loads; author: 1 command, 1 load (33 %)`.
  public var score: String { "\(cost.own); author: \(cost.author) (\(efficiency) %)" }
}

extension Tutor {
  /// The author's way through the part that has just been solved, beside what was done; nil before
  /// it is solved, and where there is nothing to type.
  ///
  /// Runs the author's commands on a copy: as slow as they are.
  public var referenceRun: ReferenceRun? {
    guard let run, run.isSolved, run.commandsUsed > 0, let start = run.start else { return nil }
    let way = solutionTexts(of: run)
    guard !way.isEmpty, let author = stage(after: way, from: start) else { return nil }
    let own = timeline.moments.filter { $0.actor == .learner }.map(\.line)
    let before = start.step.loads
    let loads = (own: stage.step.loads - before, author: author.step.loads - before)
    var rows = [["commands", Words.count(run.commandsUsed), Words.count(way.count)]]
    rows += LaneFigure.all.map { [$0.title, $0.text(stage), $0.text(author)] }
    return ReferenceRun(
      own: own, author: way, commands: run.commandsUsed, hints: run.hints.count, loads: loads,
      table: ReplyTable(
        title: "Your way beside the author's", columns: ["", "you", "author"], rows: rows))
  }

  /// A stage after some commands, as if somebody had typed them there.
  private func stage(after commands: [String], from start: Stage) -> Stage? {
    var copy = self
    copy.stage = start
    copy.run?.begin()
    for command in commands {
      for invocation in (try? CommandParser.parse(command)) ?? [] {
        // What is not the world's, such as the order of lines, counts itself.
        let isCounted = invocation.command.isUndoable
        if isCounted { copy.stage.beginCommand() }
        guard (try? copy.perform(invocation)) != nil else { return nil }
        if isCounted { copy.stage.endCommand() }
      }
    }
    return copy.stage
  }
}

extension LessonRun {
  /// Nothing asked, nothing done: only the order of lines needs to know where it is.
  fileprivate mutating func begin() {
    questions = []
    isSolved = false
    isFinished = false
  }
}
