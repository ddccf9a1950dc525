import CacheEngine
import Simulation

// The tutor: everything behind the screen, as one value.
//
// It takes lines of text and answers with values. It knows the stage (the live world and its
// counts), the lesson that is being done, the history that `undo` and the playhead walk, and the
// session lines that the edge has still to write. No screen, no files, no clock.

/// A tutor at work: a live world, a lesson or the sandbox, and what was done so far.
public struct Tutor: Sendable {
  /// Every lesson there is, in order.
  public private(set) var lessons: [Lesson]
  public let patterns: PatternShelf
  public let seed: UInt64
  /// How the sandbox opens, and what there is to try in it.
  public var sandbox = Sandbox()
  /// The number of the experiment that was asked for last.
  public internal(set) var experiment: Int?
  /// What is wrong with its worlds on purpose, to prove that lessons notice; nil for everybody.
  let defect: Defect?

  /// The live world; it runs ahead of what the screen shows.
  public internal(set) var stage: Stage
  /// The lesson that is being done; nil in the sandbox.
  public internal(set) var run: LessonRun?
  /// What has been done since the program began; the edge merges it into what is on the disk.
  public internal(set) var progress = Progress()
  /// Recorded requests that can be played: those of the lessons, and those that were put in.
  public internal(set) var traces: [KeyTrace]
  /// The moments that were given a name, oldest first.
  public internal(set) var marks: [SessionMark] = []
  /// What was typed since the step began, with stages to go back to.
  public internal(set) var timeline: Timeline
  /// The loads of the parts that were solved in this sitting, beside those of the author's way.
  var partLoads: [PartPlace: LessonScore.Loads] = [:]
  /// Questions at the beginning of parts, computed once: they are the same each time.
  var openingQuestions = OpeningQuestions()
  /// What goes on when a round of review is over.
  var setAside: SetAside?
  /// How many events one command may cause; whoever tests with random commands allows fewer.
  var eventLimit = Limits.eventsPerCommand
  /// After so many activations what is waited for will not come: traffic may go on for ever.
  var patience = 2_000_000
  /// Whether a person has just typed the line that is being done.
  var isTyped = false
  /// Whether it is to stop, asked of whoever typed it; nil when nobody can stop it.
  var isStopped: (@Sendable (_ events: Int) -> Bool)?
  /// Whether it can be stopped right now.
  var mayStop = false
  /// Session lines that nobody has written yet; the edge takes them.
  public internal(set) var unwritten: [SessionEntry.Kind] = []

  /// A tutor in the sandbox: the pattern cache-aside on one node.
  ///
  /// - Parameter defect: what is to be wrong with its worlds.
  /// - Throws: a `WorldError` when there is no pattern to run.
  public init(
    lessons: [Lesson], patterns: PatternShelf, seed: UInt64, defect: Defect? = nil
  ) throws(WorldError) {
    self.lessons = lessons
    self.patterns = patterns
    traces = patterns.traces
    self.seed = seed
    self.defect = defect
    stage = Stage(world: try World(patterns: patterns, seed: seed, defect: defect))
    timeline = Timeline(stage: stage)
  }

  /// Hands over the session lines that have not been written yet.
  public mutating func takeUnwritten() -> [SessionEntry.Kind] {
    defer { unwritten.removeAll() }
    return unwritten
  }

  /// Puts in every lesson there is, after a start that had read only what its first page shows.
  ///
  /// - Parameter lessons: what is being done must be among them as it is; nothing else changes.
  public mutating func complete(with lessons: [Lesson]) {
    self.lessons = lessons
  }

  /// Where the live world stands, as sessions write it.
  public var position: SessionPosition { SessionPosition(of: stage.world) }
}

extension SessionPosition {
  /// Where a world stands: `@tick` when nothing more is due at that tick, else `@tick.n`.
  public init(of world: World) {
    let isOver = world.nextActivation.map { $0 > world.now } ?? true
    self.init(
      tick: Tick(microseconds: world.clock),
      activations: isOver ? nil : world.activationsAtNow)
  }
}
