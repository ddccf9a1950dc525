/// Text with pieces that are computed: `{db.loads | guard coalesce}`.
///
/// A piece is a word of claims, and after a bar the commands to run first, on a copy of the world.
/// Two opening braces stand for one that is only a brace.
public struct Template: Hashable, Sendable {
  public struct Computation: Hashable, Sendable {
    public var subject: Claim.Subject
    /// Nil where the template does not say: what fits the place where it stands.
    public var scope: Claim.Scope?
    /// What makes the rival's world; empty: the world as it is.
    public var commands: [String]

    public init(subject: Claim.Subject, scope: Claim.Scope? = nil, commands: [String] = []) {
      self.subject = subject
      self.scope = scope
      self.commands = commands
    }
  }

  public enum Piece: Hashable, Sendable {
    case text(String)
    case computed(Computation)
  }

  public var pieces: [Piece]
  /// As the author wrote it.
  public var source: SourceText

  public init(pieces: [Piece], source: SourceText) {
    self.pieces = pieces
    self.source = source
  }

  /// A template without anything to compute.
  public init(_ text: String, line: SourceLine = SourceLine(1)) {
    pieces = text.isEmpty ? [] : [.text(text)]
    source = SourceText(text, line: line)
  }

  public var isEmpty: Bool { pieces.isEmpty }

  /// True when no piece has to be computed.
  public var isPlain: Bool { computations.isEmpty }

  public var computations: [Computation] {
    pieces.compactMap { piece in
      if case .computed(let computation) = piece { computation } else { nil }
    }
  }

  /// The text with every computed piece put in by `value`.
  public func filled(with value: (Computation) -> String) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .computed(let computation): text += value(computation)
      }
    }
  }
}
