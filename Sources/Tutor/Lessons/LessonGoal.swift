/// Something that must be true for the step to be solved, and the sentence that says so.
public struct LessonGoal: Hashable, Sendable {
  public var claim: Claim
  public var sentence: String
  public var line: SourceLine

  public init(claim: Claim, sentence: String, line: SourceLine) {
    self.claim = claim
    self.sentence = sentence
    self.line = line
  }
}
