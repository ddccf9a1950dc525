import CacheEngine

/// One line of a session below its header.
public struct SessionEntry: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A command and where the world stood when it was given.
    case command(SessionPosition, String)
    /// The running hash of everything that had happened up to a tick.
    case digest(Tick, UInt64)
    case comment(String)
  }

  public var kind: Kind
  public var line: SourceLine

  public init(_ kind: Kind, line: SourceLine = SourceLine(1)) {
    self.kind = kind
    self.line = line
  }
}
