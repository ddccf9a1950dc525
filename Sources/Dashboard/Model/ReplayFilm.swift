import Screen
import Tutor

// A recording as a film: played by the same model as on a terminal, with nobody at the keys.
//
// Where the playhead waits for a person, the film holds the picture for a while and goes on as if
// Space had been pressed. Time is counted, not measured: the same session gives the same film.

/// The pictures of a replay, one after the other, with their times.
public struct ReplayFilm: Sendable {
  /// A screen, and when it is shown.
  public struct Picture: Sendable {
    public let frame: Frame
    /// Microseconds since the film began.
    public let time: Int64
    /// The name of the mark that the session has just passed.
    public let chapter: String?
    /// The line of the session that has just been run.
    public let command: String?
  }

  /// Microseconds from one picture to the next.
  public static let step: Int64 = 33_333
  /// How long a picture is held that a person would look at.
  private static let hold: Int64 = 2_000_000
  /// Longer than anybody watches; a film of a session that never rests ends here.
  private static let longest: Int64 = 4 * 3_600 * 1_000_000

  private var model: Model
  private let speed: Int
  private var time: Int64 = 0
  private var held: Int64 = 0
  private var done = 0
  private var isOver = false
  private var last: Frame?

  /// A film of `replay`.
  ///
  /// - Parameter speed: how many times as fast as on a terminal, from 1.
  public init(
    _ tutor: Tutor, _ replay: Replay, settings: Settings, size: Size, speed: Int = 1
  ) {
    precondition(speed > 0, "a film at speed \(speed)")
    model = Model(tutor, settings: settings, size: size)
    self.speed = speed
    _ = update(&model, .replay(replay))
  }

  /// Whether the session went another way than it was recorded; a sentence.
  public var divergence: String? { model.replay?.divergence }

  /// The next picture that differs from the one before; nil at the end.
  public mutating func next() -> Picture? {
    while !isOver {
      let frame = view(model, size: model.size)
      let (chapter, command) = passed()
      let picture = Picture(frame: frame, time: time, chapter: chapter, command: command)
      let isNew = frame != last || chapter != nil
      last = frame
      advance()
      if isNew { return picture }
    }
    return nil
  }

  /// What the session has run since the last picture.
  private mutating func passed() -> (chapter: String?, command: String?) {
    guard let replay = model.replay else { return (nil, nil) }
    let now = replay.progress.done
    defer { done = now }
    let mark = replay.marks.last { (done..<max(done, now)).contains($0.line) }
    return (mark?.name, now > done ? replay.lastCommand : nil)
  }

  private mutating func advance() {
    time += ReplayFilm.step
    if time > ReplayFilm.longest { isOver = true }
    if model.isMoving {
      held = 0
      _ = update(&model, .ticked(ReplayFilm.step * Int64(speed)))
      return
    }
    held += ReplayFilm.step * Int64(speed)
    guard held >= ReplayFilm.hold else { return }
    held = 0
    if model.replay?.isOver != false, model.isSettled {
      isOver = true
    } else {
      _ = update(&model, .input(.typed(" ")))
    }
  }
}
