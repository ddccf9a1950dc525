/// A program in the listing language, as it stands in the file.
public struct LessonListing: Hashable, Sendable {
  public var text: String
  /// The line of the file on which line 1 of the program stands.
  public var line: SourceLine

  public init(text: String, line: SourceLine) {
    self.text = text
    self.line = line
  }
}
