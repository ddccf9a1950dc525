/// Why a lesson file, or a folder of them, cannot be used: where, and what.
///
/// One file usually has several; they are collected, so that an author sees all of them at once.
public struct LessonError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case header(HeaderFault)
    case structure(StructureFault)
    case block(LessonBlock, BlockFault)
    case claim(ClaimError)
    case template(TemplateError)
    case library(LibraryFault)
    case proof(ProofFault)
    /// What only running the lesson shows.
    case check(LessonCheckFault)
  }

  /// The front matter.
  public enum HeaderFault: Hashable, Sendable {
    case missing
    case unclosed
    case yaml(String)
    case refused(YamlFeature)
    case unknownKey(String, suggestion: String?)
    case repeatedKey(String)
    case missingKey(String, example: String)
    case wrongValue(key: String, given: String, expected: String)
    case newerFormat(Int, known: Int)
    case olderFormat(Int, known: Int)
    case badIdentifier(String)
  }

  /// What YAML can do and front matter must not.
  public enum YamlFeature: String, Hashable, Sendable {
    case anchor, alias, tag, nesting, directive, document
  }

  /// Headings and blocks, before anybody looks into them.
  public enum StructureFault: Hashable, Sendable {
    case tooLarge(bytes: Int, limit: Int)
    case notText
    case noSteps
    case tooManySteps(limit: Int)
    case topHeading(String)
    case emptyTitle
    case blockBeforeStep(LessonBlock)
    case unknownBlock(String, suggestion: String?)
    case repeatedBlock(LessonBlock, first: SourceLine)
    case unclosedBlock(String)
    case html(String)
    /// A block of the machinery inside a list or a quote.
    case nestedBlock(LessonBlock)
    case tooDeep(limit: Int)
  }

  /// One fenced block.
  public enum BlockFault: Hashable, Sendable {
    case empty
    case tooManyLines(limit: Int)
    case longLine(limit: Int)
    case unexpectedWords(String)
    case noSentence(claim: String)
    case missingPart(String, example: String)
    case emptyPart(String)
    case noVerbs
    case noReason
    case badOrderLine(String, expected: Int)
    case badAnswer(String, lines: Int)
    case noEvent(String)
    case prediction(PredictionFault)
  }

  /// The question and the options of a `predict`.
  public enum PredictionFault: Hashable, Sendable {
    case noQuestion
    case badOption(String)
    case tooFewOptions
    case tooManyOptions(limit: Int)
    case noRightOption
    case manyRightOptions
    case mixedMarks
    case sameOption(String)
    case badTolerance(String)
  }

  /// The folder in which lessons lie.
  public enum LibraryFault: Hashable, Sendable {
    case noFolder(String)
    case unreadable(reason: String)
    case notAFile
    case strayFile
    case badTrace(what: String)
    case badName(expected: String)
    case repeatedIdentifier(String, other: String)
    case unknownNeed(String, suggestion: String?)
    case circle([String])
    case noLessons
    case tooManyLessons(limit: Int)
  }

  /// What a lesson owes its learner and its checker.
  public enum ProofFault: Hashable, Sendable {
    case tooFewHints(Int)
    case lastHintNotRunnable
    case noSolution
    case noGoal
    case tooFewMistakes(Int)
    case noPrediction
    case noOtherPath
    case noContrast
    case noProduction
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

/// Everything that is wrong with a lesson, in the order of the file.
public struct LessonErrors: Error, Hashable, Sendable {
  public var all: [LessonError]

  public init(_ all: [LessonError]) {
    self.all = all
  }

  /// One line each: `file:line: what — fix`.
  public var messages: [String] {
    all.map(\.message)
  }
}
