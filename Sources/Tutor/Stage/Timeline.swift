import CacheEngine
import Simulation

// The past, to walk in.
//
// A world's history is fixed by where it began and which lines were applied when. So the past is
// not stored event by event: the timeline keeps the lines, and a stage now and then; what lies
// between is run again, which gives the same events.
//
//     kept    ●──────●──────────●────────●─────●───●──●──●   now   ○──○     undone
//     lines    a  b   c d e f g  h  i  j   k l  m n  o  p            q  r
//
// A stage is kept when running the lines since the last one again would cost more than copying it:
// a small world before nearly every line, a large one now and then. All of them together keep to a budget
// of bytes, each counted as if it shared nothing; beyond it they are thinned out, the far past
// first. So memory does not grow with what is done, and every place stays near a kept stage.

/// The lines since a step began, and stages on the way.
public struct Timeline: Sendable {
  /// How many bytes the kept stages take at most, the first and the last one excepted.
  var byteBudget = 256 * 1_024 * 1_024
  /// How many stages are kept, as long as they are small.
  static let stageLimit = 192
  /// So many bytes are copied in the time that an activation takes.
  private static let bytesPerActivation = 2_048

  public private(set) var moments: [Moment] = []
  /// The lines that were taken back, the next one to be done again last.
  private(set) var undone: [UndoneMoment] = []
  /// Stages before their moment, thinned; the first is where it all began.
  private(set) var kept: [KeptStage]
  private(set) var bytes: Int
  /// The phases that began between two lines, the oldest first.
  private(set) var marks: [TimelineMark] = []
  /// How many lines at the beginning are the lesson's and cannot be taken back.
  private(set) var floor = 0
  /// What all lines together may have cost to apply.
  private var workOfLines = 0

  /// How often it has begun anew: whoever walks it then starts at its beginning.
  public private(set) var generation = 0

  init(stage: Stage) {
    let place = TimelinePlace(moments: 0, activations: stage.world.activations)
    kept = [KeptStage(stage, at: place, work: stage.world.activations)]
    bytes = kept[0].bytes
  }

  /// Where the timeline begins.
  public var start: TimelinePlace { kept[0].place }

  /// How many lines can be taken back.
  var undoCount: Int { moments.count - floor }

  /// Everything before this is forgotten.
  mutating func restart(with stage: Stage) {
    let (next, budget) = (generation + 1, byteBudget)
    self = Timeline(stage: stage)
    generation = next
    byteBudget = budget
  }

  // MARK: going on

  /// A line is about to be applied to this stage, and may have to be taken back: keeps the stage
  /// when the way from the last kept one has become long.
  mutating func prepare(_ stage: Stage) {
    // Time has passed since an undo: redo goes back to before that, and nothing later may be kept.
    if let next = undone.last, next.moment.place != StagePlace(stage) { return }
    let place = TimelinePlace(moments: moments.count, activations: stage.world.activations)
    let last = kept[kept.count - 1]
    guard moments.count > floor else {
      // What lies before belongs to the lesson, which counts in other ways: nothing that is taken
      // back may be run again from there.
      if last.place == place { dropLastKept() }
      keep(stage, at: place)
      return
    }
    let work = stage.world.activations + workOfLines - last.work
    if last.place < place, work >= Timeline.worthOfCopy(last.bytes) { keep(stage, at: place) }
  }

  /// A line has been applied.
  mutating func note(_ moment: Moment) {
    moments.append(moment)
    workOfLines += moment.work
    forgetUndone()
  }

  /// A line of the lesson has been applied: it stays.
  mutating func noteForGood(_ moment: Moment) {
    note(moment)
    floor = moments.count
  }

  /// A phase has just begun on this stage; no line of the timeline has done so.
  mutating func noteMark(on stage: Stage) {
    guard let phase = stage.phases.last else { return }
    marks.append(
      TimelineMark(
        name: phase.name, number: stage.phasesBegun, moments: moments.count,
        place: StagePlace(stage)))
  }

  /// After how much work another copy costs less than doing it again.
  private static func worthOfCopy(_ bytes: Int) -> Int { bytes / bytesPerActivation }

  // MARK: going back

  /// Takes back the last line, which has led to this stage.
  mutating func undo(from stage: Stage) {
    guard undoCount > 0 else { return }
    let moment = moments.removeLast()
    workOfLines -= moment.work
    let later = takeMarks(after: moments.count)
    while kept.count > 1, kept[kept.count - 1].place.moments > moments.count { dropLastKept() }
    let work = stage.world.activations - moment.activations + moment.work
    var end: KeptStage?
    if work >= Timeline.worthOfCopy(stage.byteEstimate) {
      let place = TimelinePlace(
        moments: moments.count + 1, activations: stage.world.activations)
      end = KeptStage(stage, at: place, work: 0)
    }
    undone.append(
      UndoneMoment(moment: moment, end: StagePlace(stage), marks: later, kept: end))
    bytes += end?.bytes ?? 0
    keepToBudget()
  }

  /// Puts back the line that was taken back last.
  mutating func redo() {
    guard let last = undone.popLast() else { return }
    bytes -= last.kept?.bytes ?? 0
    moments.append(last.moment)
    marks += last.marks
    workOfLines += last.moment.work
  }

  /// Takes out the marks that were set after more than so many lines.
  private mutating func takeMarks(after count: Int) -> [TimelineMark] {
    let later = marks.filter { $0.moments > count }
    marks.removeLast(later.count)
    return later
  }

  /// The past goes on from before the line at `index`, or from within it.
  mutating func cut(at index: Int, isInside: Bool) {
    while moments.count > index + (isInside ? 1 : 0) { workOfLines -= moments.removeLast().work }
    while kept.count > 1, kept[kept.count - 1].place.moments > index { dropLastKept() }
    _ = takeMarks(after: index)
    forgetUndone()
  }

  private mutating func forgetUndone() {
    for line in undone { bytes -= line.kept?.bytes ?? 0 }
    undone.removeAll()
  }

  // MARK: stages on the way

  /// The newest kept stage that is not later than `place`.
  func nearest(_ place: TimelinePlace) -> KeptStage {
    var low = 0
    var high = kept.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if kept[middle].place <= place { low = middle } else { high = middle - 1 }
    }
    return kept[low]
  }

  private mutating func keep(_ stage: Stage, at place: TimelinePlace) {
    let next = KeptStage(
      stage, at: place, work: stage.world.activations + workOfLines, after: kept.last)
    kept.append(next)
    bytes += next.bytes
    keepToBudget()
  }

  private mutating func dropLastKept() {
    bytes -= kept.removeLast().bytes
  }

  /// What can be done again most easily is let go first: the far end of what was taken back, then
  /// the far past.
  mutating func keepToBudget() {
    while bytes > byteBudget,
      let index = undone.firstIndex(where: { $0.kept != nil })
    {
      bytes -= undone[index].kept?.bytes ?? 0
      undone[index].kept = nil
    }
    while bytes > byteBudget || kept.count > Timeline.stageLimit {
      guard let index = mostDispensable else { return }
      bytes -= kept.remove(at: index).bytes
    }
  }

  /// Of the older three quarters the one whose neighbours are nearest to each other: what is left
  /// is spread evenly over the work that lies between, and the near past stays dense.
  ///
  /// Where the timeline begins, and where the learner does, stay for good.
  private var mostDispensable: Int? {
    let end = max(2, kept.count - kept.count / 4)
    let candidates = (1..<max(1, min(end, kept.count - 1))).filter { index in
      kept[index].place.moments > floor || kept[index - 1].place.moments == floor
    }
    return candidates.min { gap(at: $0) < gap(at: $1) }
  }

  /// How far apart the neighbours of a kept stage are.
  private func gap(at index: Int) -> Int { kept[index + 1].work - kept[index - 1].work }
}

/// A phase that began between two lines: `mark` is not taken back by itself, but with what lies
/// around it.
struct TimelineMark: Sendable {
  let name: String
  /// How many phases had been begun with it.
  let number: Int
  /// How many lines had been applied.
  let moments: Int
  let place: StagePlace
}

/// A line that was taken back.
struct UndoneMoment: Sendable {
  let moment: Moment
  /// Where the stage stood when it was taken back.
  let end: StagePlace
  /// The phases that began after it.
  let marks: [TimelineMark]
  /// The stage itself, when doing the line again is dear.
  var kept: KeptStage?
}
