extension Lesson {
  /// The lesson of the example world: three small parts, in which the examples of the lesson's own
  /// commands work.
  static let example = Lesson(
    id: "cache-aside", title: "The application owns the cache", minutes: 1,
    teaches: [SourceText("read", line: SourceLine(1))],
    steps: [oneRequest, aStranger, twoLines], path: "example.md")

  private static let oneRequest = LessonStep(
    number: 1, title: "One request",
    before: [Prose(.paragraph([ProseSpan("Ask for user:1.")]), line: SourceLine(1))],
    setup: script("rows user:1=Ada user:2=Bea user:3=Cem ; mark morning"),
    goals: [goal("misses", 1, "a request went all the way")],
    hints: [
      LessonHint(text: Template("Nobody has asked yet."), line: SourceLine(1)),
      LessonHint(text: Template("The word is read."), line: SourceLine(2)),
      LessonHint(
        text: Template(""), commands: [SourceText("read user:1", line: SourceLine(3))],
        line: SourceLine(3)),
    ],
    solutions: [script("read user:1")])

  private static let aStranger = LessonStep(
    number: 2, title: "A stranger",
    setup: script("rows user:1=Ada user:2=Bea user:3=Cem"),
    predictions: [
      LessonPrediction(
        commands: SourceText("read user:2", line: SourceLine(5)),
        question: Template("How many milliseconds does it take?"),
        form: .number(.relative(0.05)),
        options: [
          LessonPrediction.Option(
            text: template("slowest"), isRight: true, line: SourceLine(6))
        ], line: SourceLine(5))
    ],
    goals: [goal("misses", 1, "a request went all the way")],
    solutions: [script("read user:2")])

  private static let twoLines = LessonStep(
    number: 3, title: "Two lines", setup: script("rows user:1=Ada user:2=Bea user:3=Cem"),
    goals: [goal("db.loads", 1, "the database was asked")],
    order: LessonOrder(
      lines: [
        SourceText("return value", line: SourceLine(8)),
        SourceText("value = db.load(key)", line: SourceLine(9)),
      ], answers: [[2, 1]], proof: script("read user:3"), line: SourceLine(7)))

  private static func script(_ line: String) -> LessonScript {
    LessonScript(lines: [SourceText(line, line: SourceLine(1))], line: SourceLine(1))
  }

  private static func goal(_ word: String, _ least: Int, _ sentence: String) -> LessonGoal {
    LessonGoal(
      claim: Claim(
        subject: subject(word), comparison: .greaterOrEqual,
        value: .number(Double(least)), text: "\(word) >= \(least)"),
      sentence: sentence, line: SourceLine(4))
  }

  private static func template(_ word: String) -> Template {
    Template(
      pieces: [.computed(Template.Computation(subject: subject(word)))],
      source: SourceText("{\(word)}", line: SourceLine(6)))
  }

  private static func subject(_ word: String) -> Claim.Subject {
    guard let word = ClaimWord.named(word, arguments: 0) else {
      preconditionFailure("the example lesson asks for \(word), which is no word of claims")
    }
    return Claim.Subject(word: word)
  }
}
