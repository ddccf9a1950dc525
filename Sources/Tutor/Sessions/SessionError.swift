/// Why a session file cannot be played.
public struct SessionError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The first line is not `cachetutor session N`.
    case notASession
    /// `app` is the version that wrote it, empty when the file does not say.
    case newerFormat(Int, known: Int, app: String)
    /// The rules of the world have changed since, or will have.
    case otherRules(Int, known: Int, app: String)
    case endsInHeader
    case badHeaderLine(String)
    case missingKey(String)
    case repeatedKey(String)
    case badValue(key: String, value: String, expected: String)
    case badPosition(String)
    case missingCommand
    case badDigest(String)
    case unknownLine(String)
    case notText
    case tooLarge(bytes: Int, limit: Int)
    case unreadable(reason: String)
  }

  public var path: String
  public var line: SourceLine
  public var kind: Kind

  public init(path: String, line: SourceLine, kind: Kind) {
    self.path = path
    self.line = line
    self.kind = kind
  }
}
