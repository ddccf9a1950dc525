import CacheEngine
import Simulation

// A sitting, done again.
//
// A session holds commands and positions, no outcomes: doing the commands again at their positions
// gives the outcomes. Two things can be found out on the way. A command may stand where the world
// cannot have been: then somebody has changed the file, or the program. And a digest may differ:
// then the histories have parted somewhere before that line.

/// A replay of a session, line by line.
public struct SessionReplay: Sendable {
  /// What one line of the file did.
  public struct Step: Sendable {
    public enum Kind: Sendable {
      case command(String, [Execution])
      /// A digest that agrees.
      case digest(Tick)
      case comment(String)
    }

    public let line: SourceLine
    public let kind: Kind
  }

  /// The tutor as it stands after the lines that were played.
  public private(set) var tutor: Tutor
  private let session: SessionText
  /// The next line to play, among the session's entries.
  public private(set) var index = 0
  /// Whether the lesson's text has changed since the session was recorded.
  public private(set) var isOtherLesson = false

  /// Makes a tutor as it was when the recording began.
  ///
  /// - Throws: when the lesson does not exist any more or the patterns do not work.
  public init(
    _ session: SessionText, lessons: [Lesson], patterns: PatternShelf,
    sandbox: Sandbox = Sandbox()
  ) throws(SessionReplayError) {
    self.session = session
    do {
      tutor = try Tutor(lessons: lessons, patterns: patterns, seed: session.header.seed)
    } catch {
      throw SessionReplayError(line: SourceLine(1), .cannotBegin(error))
    }
    tutor.sandbox = sandbox
    guard let recorded = session.header.lesson else { return }
    guard let lesson = lessons.first(where: { $0.id == recorded.id }) else {
      throw SessionReplayError(line: SourceLine(1), .unknownLesson(recorded.id))
    }
    isOtherLesson = lesson.digest != recorded.digest
    do {
      try tutor.startLesson(recorded.id)
    } catch {
      throw SessionReplayError(
        line: SourceLine(1), .commandFailed("lesson \(recorded.id)", error))
    }
    _ = tutor.takeUnwritten()
  }

  /// Lets each command cause so many events only.
  mutating func allow(events: Int) {
    tutor.eventLimit = events
  }

  /// Whether every line has been played.
  public var isOver: Bool { index >= session.entries.count }

  /// How many lines there are.
  public var count: Int { session.entries.count }

  /// Plays the next line; nil at the end.
  ///
  /// - Throws: why the line cannot have been recorded so; the tutor stays as it was before it.
  public mutating func next() throws(SessionReplayError) -> Step? {
    guard !isOver else { return nil }
    let entry = session.entries[index]
    // A line of one command that fails changes nothing by itself; a copy of a large world is dear.
    let before = isSimple(entry.kind) ? nil : tutor
    do throws(SessionReplayError) {
      let kind = try play(entry)
      _ = tutor.takeUnwritten()
      index += 1
      return Step(line: entry.line, kind: kind)
    } catch {
      if let before { tutor = before }
      throw error
    }
  }

  private mutating func play(_ entry: SessionEntry) throws(SessionReplayError) -> Step.Kind {
    switch entry.kind {
    case .command(let position, let text):
      try SessionReplay.reach(position, in: &tutor, line: entry.line)
      let (done, error) = tutor.execute(text)
      if let error { throw SessionReplayError(line: entry.line, .commandFailed(text, error)) }
      return .command(text, done)
    case .digest(let tick, let expected):
      try SessionReplay.reach(tick, in: &tutor, line: entry.line)
      let found = tutor.stage.world.digest
      guard found == expected else {
        throw SessionReplayError(
          line: entry.line, .diverged(tick: tick, expected: expected, found: found))
      }
      return .digest(tick)
    case .comment(let text): return .comment(text)
    }
  }

  /// Whether a line is one step, before which no time passes.
  private func isSimple(_ kind: SessionEntry.Kind) -> Bool {
    switch kind {
    case .command(let position, let text): position == tutor.position && !text.contains(";")
    case .digest(let tick, _): tick == tutor.position.tick
    case .comment: true
    }
  }

  /// Plays all lines that are left.
  ///
  /// - Throws: the first thing that does not agree.
  public mutating func playAll() throws(SessionReplayError) {
    while try next() != nil {}
  }

  /// Time may have passed since the last line, but only while something was going on.
  private static func reach(
    _ position: SessionPosition, in tutor: inout Tutor, line: SourceLine
  ) throws(SessionReplayError) {
    let now = tutor.position
    guard now != position else { return }
    guard position.isAfter(now), tutor.isBusy, tutor.pass(to: position) else {
      throw SessionReplayError(line: line, .impossible(position, now: now))
    }
  }

  /// A digest says only the tick.
  private static func reach(
    _ tick: Tick, in tutor: inout Tutor, line: SourceLine
  ) throws(SessionReplayError) {
    guard tutor.position.tick != tick else { return }
    try reach(SessionPosition(tick: tick), in: &tutor, line: line)
  }
}

extension Tutor {
  /// The digest line for where the world stands now.
  public var digestEntry: SessionEntry.Kind {
    .digest(Tick(microseconds: stage.world.clock), stage.world.digest)
  }
}
