import Simulation

// What a question is computed from. Every option asks what would happen, most of them under a rule
// of their own, and several ask about the same world: each such world is run once.

/// The worlds in which the options of a question are true.
struct Rehearsals {
  private let start: Tutor
  private let commands: [SourceText]
  private var known: [(rival: [String], end: Tutor)] = []

  /// - Parameters:
  ///   - start: the tutor as it is when the question is asked.
  ///   - commands: the event that the question is about.
  init(_ start: Tutor, _ commands: [SourceText]) {
    self.start = start
    self.commands = commands
  }

  /// The tutor after the event, in a world in which other commands have made another rule hold.
  mutating func end(rival: [SourceText] = []) throws(LessonScriptError) -> Tutor {
    let words = rival.map(\.text)
    if let found = known.first(where: { $0.rival == words }) { return found.end }
    let end = try start.rehearsed(commands, rival: rival)
    known.append((words, end))
    return end
  }

  /// The text with every piece computed after the event, in the world that the piece names.
  mutating func text(
    of template: Template
  ) throws(LessonScriptError) -> (text: String, figures: [ClaimFigure]) {
    var figures: [ClaimFigure] = []
    for piece in template.computations {
      let rival = piece.commands.map { SourceText($0, line: template.source.line) }
      let isHere = rival.isEmpty && commands.isEmpty
      let stage = isHere ? start.stage : try end(rival: rival).stage
      figures.append(
        GoalCatalog.figure(of: piece.subject, over: piece.scope ?? .command, on: stage))
    }
    var next = figures.makeIterator()
    return (template.filled { _ in next.next()?.text ?? "" }, figures)
  }
}
