import Screen
import Simulation
import Tutor

// The dashboard as a value: the tutor with everything behind the screen, and what only the screen
// knows. `update` changes it by messages, `view` draws it; neither does anything else.

/// Everything that the screen shows and remembers.
public struct Model: Sendable {
  public internal(set) var tutor: Tutor
  public internal(set) var playhead: Playhead
  public internal(set) var settings: Settings
  public internal(set) var size: Size
  public internal(set) var prompt: LineEditor
  public internal(set) var overlay: Overlay?
  public internal(set) var notice: Notice?
  public internal(set) var replay: Replay?
  /// Letters are keys, and panes are walked through.
  public internal(set) var isBrowsing = false
  /// A search or a filter is being typed.
  var isSearching = false
  var search = ""
  /// The pane that has the focus while browsing, by panel.
  var focus = "lesson"
  /// Lines scrolled, by panel; `overlay` is one of them.
  var scroll: [String: Int] = [:]
  /// How often another panel was asked for.
  var turned = 0
  var showsLanes = false
  /// The panel that `show` was asked for.
  var shownPanel: String?
  var motion: Motion
  var log = LogBook()
  var curve = CurveBook()
  var logFilter: LogFilter?
  var filterText = ""
  var completing: Completing?
  /// The answer that is marked but not locked in.
  var choice: Int?
  /// The letter that marked it: what follows it may make a word of both.
  var choiceLetter: Character?
  /// A command is typed although letters would answer.
  var isCommandForced = false
  /// Replies that are said when their line has been shown.
  var replies: [WaitingReply] = []
  /// How the part that is solved went, beside the author's way; computed once.
  var score: String?
  /// That a blank is not the Space key was said.
  var hasToldBlank = false
  /// That a command goes on from the past was said.
  var hasToldPast = false
  /// Somebody has stopped the clock although traffic is on.
  var isTrafficHeld = false
  /// The terminal's window has the focus: nothing moves for nobody.
  var isFocused = true
  /// Whether the last tick has shown anything but what was on its way.
  var hasNews = true

  /// Asked while something takes long, with the number of events so far: whether the person has
  /// stopped it.
  public var isStopped: (@Sendable (_ events: Int) -> Bool)?

  /// Candidates that Tab goes through.
  struct Completing: Hashable, Sendable {
    var candidates: [Candidate]
    var place: Range<Int>
    var index: Int?
  }

  /// What a line answered, held back until the line has been shown.
  struct WaitingReply: Hashable, Sendable {
    var moment: Int
    var text: String
  }

  /// A dashboard for a tutor as it stands.
  public init(
    _ tutor: Tutor, settings: Settings = Settings(), size: Size = Size(width: 80, height: 24),
    history: [String] = [], welcome: String? = nil
  ) {
    self.tutor = tutor
    self.settings = settings
    self.size = size
    playhead = Playhead(tutor)
    if let pace = settings.pace { playhead.pace = pace }
    prompt = LineEditor(history: History(history))
    motion = Motion(isReduced: settings.isMotionReduced)
    notice = welcome.map { Notice(.remark, $0) }
    score = tutor.partScore
    settleCurve()
  }

  /// Whether the next frame differs by itself: then the edge waits a frame's time, else for ever.
  public var isMoving: Bool {
    if isTooSmall || !isFocused { return false }
    if playhead.isPlaying || motion.hasTravellers { return true }
    if let replay, replay.isPlaying, !replay.isOver, playhead.state == .resting { return true }
    if hasRunningTraffic { return true }
    return playhead.state == .resting && !motion.isOver
  }

  /// Traffic that was started goes on while nobody has stopped it, and nothing lies over the page.
  public var hasRunningTraffic: Bool {
    tutor.stage.world.hasTraffic && !isTrafficHeld && overlay == nil && replay == nil
      && playhead.state == .resting
  }

  var isTooSmall: Bool {
    size.width < Layout.minimum.width || size.height < Layout.minimum.height
  }

  /// Whether everything that was done has been shown: only then results are told.
  var isSettled: Bool { playhead.state == .resting }

  /// The question that waits for its answer, once everything before it has been shown.
  var question: LessonQuestion? {
    guard isSettled, let run = tutor.run, case .predicting(let index) = run.phase else {
      return nil
    }
    return run.questions[index]
  }

  /// What the prompt suggests while it is empty.
  var suggestion: String {
    guard isSettled, question == nil else { return "" }
    return tutor.run?.suggestion ?? ""
  }
}
