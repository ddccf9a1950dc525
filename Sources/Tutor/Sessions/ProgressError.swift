/// Why a file of progress that somebody brings along cannot be taken over.
public struct ProgressError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The first line is not `cachetutor progress N`.
    case notProgress
    case newerFormat(Int, known: Int)
    case badLine(String)
    case notText
    /// The last line has no end: a part of the file is missing.
    case cutOff
    case tooLarge(limit: Int)
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
