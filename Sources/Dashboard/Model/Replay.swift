import Tutor

/// A recording that is being played: the same lines once more, one after the other.
public struct Replay: Sendable {
  /// What it is called on the screen.
  public let name: String
  /// The commands in order, with where the world stood.
  public let lines: [(position: SessionPosition, text: String)]
  /// The lines of the file that are marks, with their names, in order.
  public let marks: [(line: Int, name: String)]
  public internal(set) var isPlaying = true
  /// Where it went another way than when it was recorded; nil while it has not.
  public internal(set) var divergence: String?
  let source: SessionText
  /// Where it stands; a copy of it is a bookmark.
  var player: SessionReplay?
  /// Where it began.
  var origin: SessionReplay?
  /// Real time since the last line was shown, in microseconds.
  var waited: Int64 = 0

  /// A recording, at its beginning.
  ///
  /// - Parameter replay: the player of the session; nil lets the dashboard make one from the
  ///   lessons and patterns that it has.
  public init(name: String, session: SessionText, replay: SessionReplay? = nil) {
    self.name = name
    source = session
    player = replay
    origin = replay
    lines = session.commands.map { (position: $0.position, text: $0.command) }
    marks = session.entries.enumerated().compactMap { index, entry in
      guard case .command(_, let text) = entry.kind, text == "mark" || text.hasPrefix("mark ")
      else { return nil }
      return (line: index, name: String(text.dropFirst("mark ".count)))
    }
  }

  /// How many lines of the file have been played, and how many there are.
  public var progress: (done: Int, count: Int) { (player?.index ?? 0, source.entries.count) }

  /// The command that was played last.
  public var lastCommand: String? {
    source.entries.prefix(progress.done).reversed().lazy.compactMap { entry in
      if case .command(_, let text) = entry.kind { text } else { nil }
    }.first
  }

  public var isOver: Bool { player?.isOver == true || divergence != nil }
}
