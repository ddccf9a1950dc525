/// A question that must be answered before its command can run.
///
/// A wrong option is best computed: `{db.loads | guard coalesce}` is the true answer of a rival
/// rule, so whoever chooses it has told us which rule they believe in.
public struct LessonPrediction: Hashable, Sendable {
  public struct Option: Hashable, Sendable {
    public var text: Template
    public var isRight: Bool
    /// What is said to whoever chose it.
    public var feedback: Template?
    /// The name under which a wrong belief is remembered, such as `lru-is-fifo`.
    public var misconception: String?
    public var line: SourceLine

    public init(
      text: Template, isRight: Bool, feedback: Template? = nil, misconception: String? = nil,
      line: SourceLine
    ) {
      self.text = text
      self.isRight = isRight
      self.feedback = feedback
      self.misconception = misconception
      self.line = line
    }
  }

  public enum Form: Hashable, Sendable {
    /// A letter: exactly one option is right.
    case choice
    /// A number, scored by its distance from the option marked `[=]`.
    case number(Tolerance)
    /// Words in any order, compared with the option marked `[*]`.
    case words
  }

  /// How far a number may be off and still count as right.
  public enum Tolerance: Hashable, Sendable {
    case absolute(Double)
    /// A share of the true number: 0.05 is five percent.
    case relative(Double)

    /// The largest distance from `truth` that still counts.
    public func distance(from truth: Double) -> Double {
      switch self {
      case .absolute(let distance): distance
      case .relative(let share): share * (truth < 0 ? -truth : truth)
      }
    }
  }

  /// What runs once the answer is locked in; may be empty when the learner has to act.
  public var commands: SourceText
  public var question: Template
  public var form: Form
  /// In the order of the file; the letters a, b, c … are theirs when the form is a choice.
  public var options: [Option]
  public var line: SourceLine

  public init(
    commands: SourceText, question: Template, form: Form = .choice, options: [Option],
    line: SourceLine
  ) {
    self.commands = commands
    self.question = question
    self.form = form
    self.options = options
    self.line = line
  }

  /// The commands one by one.
  var script: LessonScript { LessonScript(lines: [commands], line: line) }

  /// True when it asks who leaves: then nothing on the screen may say so before the answer.
  public var asksWhoLeaves: Bool {
    (options.map(\.text) + [question]).flatMap(\.computations).contains {
      ["victims", "evicted"].contains($0.subject.word.name)
    }
  }

  /// The option that is right; a prediction from a file always has one.
  public var right: Option? {
    options.first(where: \.isRight)
  }
}
