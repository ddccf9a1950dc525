/// A lesson file taken apart into front matter, headings, text and fences: what the Markdown and
/// YAML libraries know of it.
///
/// `LessonReader` makes the lesson out of this.
public struct LessonSource: Hashable, Sendable {
  public enum FieldValue: Hashable, Sendable {
    case scalar(SourceText)
    case list([SourceText])
  }

  /// One key of the front matter.
  public struct Field: Hashable, Sendable {
    public var key: SourceText
    public var value: FieldValue

    public init(key: SourceText, value: FieldValue) {
      self.key = key
      self.value = value
    }
  }

  /// A fenced block whose info word is one of the machinery's.
  public struct Fence: Hashable, Sendable {
    public var block: LessonBlock
    /// What follows the info word.
    public var arguments: String
    public var lines: [SourceText]
    public var line: SourceLine

    public init(block: LessonBlock, arguments: String, lines: [SourceText], line: SourceLine) {
      self.block = block
      self.arguments = arguments
      self.lines = lines
      self.line = line
    }
  }

  public enum Item: Hashable, Sendable {
    /// A `##` heading.
    case step(SourceText)
    case prose(Prose)
    case fence(Fence)
    /// A `production` block, whose inside is Markdown again.
    case production([Prose], line: SourceLine)
  }

  public var path: String
  public var digest: UInt64
  public var chapter: LessonChapter
  public var order: Int
  public var fields: [Field]
  public var items: [Item]
  /// How many parts the file may have.
  public var stepLimit = LessonLimits.steps

  public init(
    path: String, digest: UInt64 = 0, chapter: LessonChapter = LessonChapter(), order: Int = 0,
    fields: [Field], items: [Item]
  ) {
    self.path = path
    self.digest = digest
    self.chapter = chapter
    self.order = order
    self.fields = fields
    self.items = items
  }
}
