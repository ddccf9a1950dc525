/// Lines to be put in order; whatever order is given gets executed.
public struct LessonOrder: Hashable, Sendable {
  /// What is said to one particular wrong answer.
  public struct Feedback: Hashable, Sendable {
    public var answer: [Int]
    public var text: Template
    public var line: SourceLine

    public init(answer: [Int], text: Template, line: SourceLine) {
      self.answer = answer
      self.text = text
      self.line = line
    }
  }

  /// The line above the sorted ones, `def read(key):` unless the block says otherwise.
  public var head: String
  /// The part of the program that follows the sorted lines, as it stands in the file.
  public var rest: [String]
  /// The lines as shown; line n of the block is `lines[n - 1]`.
  public var lines: [SourceText]
  /// The right answers: numbers from 1, each at most once.
  ///
  /// Usually one answer.
  public var answers: [[Int]]
  /// What is run on the program that the answer makes.
  public var proof: LessonScript
  public var feedback: [Feedback]
  public var line: SourceLine

  public init(
    head: String = "def read(key):", rest: [String] = [], lines: [SourceText], answers: [[Int]],
    proof: LessonScript,
    feedback: [Feedback] = [], line: SourceLine
  ) {
    self.head = head
    self.rest = rest
    self.lines = lines
    self.answers = answers
    self.proof = proof
    self.feedback = feedback
    self.line = line
  }

  /// The program that an answer makes: the head and the chosen lines under it.
  ///
  /// A line `if …: statement` becomes two, as the listing language wants it.
  public func listing(for answer: [Int]) -> String {
    var text = head + "\n"
    for number in answer where lines.indices.contains(number - 1) {
      let line = lines[number - 1].text
      if line.hasPrefix("if "), let colon = LessonOrder.colon(of: line), !line.hasSuffix(":") {
        text += "    \(line[...colon])\n"
        text += "        \(line[line.index(after: colon)...].trimmed)\n"
      } else {
        text += "    \(line)\n"
      }
    }
    if !rest.isEmpty { text += "\n" + rest.joined(separator: "\n") + "\n" }
    return text
  }

  /// The colon after a condition: the first one that stands in no text.
  private static func colon(of line: String) -> String.Index? {
    var isQuoted = false
    return line.indices.first { index in
      if line[index] == "\"" { isQuoted.toggle() }
      return line[index] == ":" && !isQuoted
    }
  }
}
