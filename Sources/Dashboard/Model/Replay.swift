import Tutor

/// A recording that is being played: the same lines once more, one after the other.
public struct Replay: Sendable {
  /// What it is called on the screen.
  public let name: String
  /// Where it stands; a copy of it is a bookmark.
  public internal(set) var session: SessionReplay
  /// Where it began.
  let origin: SessionReplay
  /// The lines that are marks, with their names, in order.
  public let marks: [(line: Int, name: String)]
  public internal(set) var isPlaying = true
  /// Real time since the last line was shown, in microseconds.
  var waited: Int64 = 0
  /// Where it went another way than when it was recorded; nil while it has not.
  public internal(set) var divergence: String?

  /// A recording at its beginning.
  ///
  /// - Parameter session: the lines that `replay` was made of.
  public init(name: String, session: SessionText, replay: SessionReplay) {
    self.name = name
    self.session = replay
    origin = replay
    marks = session.entries.enumerated().compactMap { index, entry in
      guard case .command(_, let text) = entry.kind, text == "mark" || text.hasPrefix("mark ")
      else { return nil }
      return (line: index, name: String(text.dropFirst("mark ".count)))
    }
  }

  public var isOver: Bool { session.isOver || divergence != nil }
}
