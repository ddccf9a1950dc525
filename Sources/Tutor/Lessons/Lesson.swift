import CacheEngine

// A lesson is one Markdown file and nothing else.
//
// The text is for the learner, the fenced blocks are the machinery: what to set up, what to ask,
// what must be true at the end, what helps, and the proof that all of it works. Its identity is
// the `id:` inside and never changes; its place is the name of the file and of the folder.

/// A lesson as its file says it; nothing here has been run.
public struct Lesson: Hashable, Sendable {
  /// The only version of the file format so far.
  public static let currentFormat = 1

  public var format: Int
  /// What progress and sessions refer to; lower-case words joined by hyphens.
  public var id: String
  public var title: String
  public var chapter: LessonChapter
  /// The number at the start of the file's name; the order inside the chapter.
  public var order: Int
  /// Identities of the lessons that come before this one.
  public var needs: [SourceText]
  /// How long the author thinks it takes.
  public var minutes: Int
  /// Panels, the most important one first.
  public var panels: [SourceText]
  /// Verbs that this lesson introduces.
  public var teaches: [SourceText]
  /// Defects of the engine that this lesson must notice: in a world with one of them its proof
  /// has to fail.
  public var mutants: [SourceText] = []
  /// The author's number of commands, when the front matter states it.
  public var statedPar: Int?
  /// Text before the first step.
  public var introduction: [Prose]
  public var steps: [LessonStep]
  /// The file, as it was named to whoever loaded it.
  public var path: String
  /// The `StableHash` of the file's bytes: a session says with it which text it was recorded on.
  public var digest: UInt64
  /// Where the front matter says `id:`, for messages about the lesson as a whole.
  public var idLine: SourceLine
  /// The questions that its parts ask again, one each; empty for every lesson from a file.
  public var reviewed: [ReviewItem] = []
  /// Whether it consists of puzzles that nobody wrote.
  public var isDrill = false
  /// The sitting that a round of review counts for.
  var reviewRound = 0

  public init(
    format: Int = Lesson.currentFormat, id: String, title: String,
    chapter: LessonChapter = LessonChapter(), order: Int = 0, needs: [SourceText] = [],
    minutes: Int = 0, panels: [SourceText] = [], teaches: [SourceText] = [],
    statedPar: Int? = nil, introduction: [Prose] = [], steps: [LessonStep] = [],
    path: String = "", digest: UInt64 = 0, idLine: SourceLine = SourceLine(1)
  ) {
    self.format = format
    self.id = id
    self.title = title
    self.chapter = chapter
    self.order = order
    self.needs = needs
    self.minutes = minutes
    self.panels = panels
    self.teaches = teaches
    self.statedPar = statedPar
    self.introduction = introduction
    self.steps = steps
    self.path = path
    self.digest = digest
    self.idLine = idLine
  }

  /// The number of commands to beat: what the front matter says, else the sum of the steps.
  public var par: Int {
    statedPar ?? steps.reduce(0) { $0 + $1.par }
  }

  /// Whether a text can be the identity of a lesson: words of small letters and digits, joined by
  /// hyphens, at most `LessonLimits.identifierBytes` long.
  public static func isIdentity(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isGood = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 }
    }
    return isGood && text.utf8.count <= LessonLimits.identifierBytes
  }

  /// Everything that the steps say about real configuration.
  public var production: [Prose] {
    steps.flatMap(\.production)
  }

  /// The digest of a file with these bytes.
  public static func digest(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { StableHash.of(bytes: $0) }
  }

  /// The digest as sessions write it: 16 hexadecimal digits.
  public var digestText: String {
    SessionText.hexadecimal(digest)
  }
}
