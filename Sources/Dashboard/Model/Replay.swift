import Tutor

/// A recording that is being played: its lines, and how far it has come.
public struct Replay: Sendable {
  /// What it is called on the screen.
  public let name: String
  /// The commands in order, with where the world stood.
  public let lines: [(position: SessionPosition, text: String)]
  /// How many have been executed.
  public internal(set) var done = 0
  public internal(set) var isPlaying = true
  /// Real time since the last line was shown, in microseconds.
  var waited: Int64 = 0
  /// Where it first went another way than when it was recorded; nil while it has not.
  public internal(set) var divergence: String?

  public init(name: String, session: SessionText) {
    self.init(
      name: name, lines: session.commands.map { (position: $0.position, text: $0.command) })
  }

  public init(name: String, lines: [(position: SessionPosition, text: String)]) {
    self.name = name
    self.lines = lines
  }

  /// The lines that are marks, as indices.
  public var marks: [Int] {
    lines.indices.filter { lines[$0].text.hasPrefix("mark ") || lines[$0].text == "mark" }
  }

  public var isOver: Bool { done == lines.count }
}
