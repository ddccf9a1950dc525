/// A piece of text and the line of the file on which it stands, so that a message can point to it.
public struct SourceText: Hashable, Sendable {
  public var text: String
  public var line: SourceLine

  public init(_ text: String, line: SourceLine) {
    self.text = text
    self.line = line
  }
}
