/// What must be known before the first command of a session can be run again.
public struct SessionHeader: Hashable, Sendable {
  /// The lesson and the text of it that the session was recorded on.
  public struct Lesson: Hashable, Sendable {
    public var id: String
    public var digest: UInt64

    public init(id: String, digest: UInt64) {
      self.id = id
      self.digest = digest
    }
  }

  /// The version of the file format.
  public var format: Int
  /// The version of the rules of the world; other rules, other numbers.
  public var rules: Int
  public var seed: UInt64
  /// Nil for a session outside of lessons.
  public var lesson: Lesson?
  /// The version of the program that recorded it.
  public var app: String
  /// Keys of later versions that change nothing about a replay, kept in order.
  public var others: [Other]

  public struct Other: Hashable, Sendable {
    public var key: String
    public var value: String

    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  public init(
    format: Int = SessionText.currentFormat, rules: Int = SessionText.currentRules, seed: UInt64,
    lesson: Lesson? = nil, app: String = "", others: [Other] = []
  ) {
    self.format = format
    self.rules = rules
    self.seed = seed
    self.lesson = lesson
    self.app = app
    self.others = others
  }
}
