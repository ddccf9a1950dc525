/// `experiments` and `try N`: what there is to be surprised by in the sandbox.
enum ExperimentCommands {
  static let list = Command(
    "experiments", family: .lessons,
    summary: "Lists things to try in the sandbox, each with an outcome that surprises.",
    concept: "experiments",
    examples: [
      CommandExample(
        "experiments",
        """
        try N puts one of them into the prompt
           experiment
        1  Nothing is kept
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let all = try tutor.experiments(at: arguments.place)
      return CommandOutcome(
        .table(
          ReplyTable(
            title: "try N puts one of them into the prompt", columns: ["", "experiment"],
            rows: all.map { ["\($0.number)", $0.title] })))
    })

  static let attempt = Command(
    "try", family: .lessons,
    parameters: [
      .optional("N", .count(1...LessonLimits.experiments), "its number; else the next one")
    ],
    summary: "Puts an experiment into the prompt; it runs when you say so.",
    concept: "experiments",
    examples: [
      CommandExample(
        "try 1", "Experiment 1: Nothing is kept. Enter runs it.\nreset sandbox ; read user:404")
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let all = try tutor.experiments(at: arguments.place)
      let number = arguments.optionalCount("N") ?? (tutor.experiment ?? 0) % all.count + 1
      guard let experiment = all.first(where: { $0.number == number }) else {
        let message = UserMessage(
          "There is no experiment \(number)", detail: "There are \(all.count).",
          nextStep: "experiments lists them.")
        throw .lesson(message, at: arguments.place(of: "N"))
      }
      tutor.experiment = experiment.number
      let leaves = tutor.run == nil ? "" : " It leaves the lesson."
      return CommandOutcome(
        .request(
          .place(
            experiment.wholeLine,
            note: "Experiment \(number): \(experiment.title). Enter runs it." + leaves)))
    })
}

extension Tutor {
  /// What there is to try; an error when somebody has put no such file beside the lessons.
  fileprivate func experiments(at place: Range<Int>) throws(CommandError) -> [Experiment] {
    guard !sandbox.experiments.isEmpty else {
      let message = UserMessage(
        "There are no experiments", detail: "They stand in experiments.md, beside the lessons.")
      throw .lesson(message, at: place)
    }
    return sandbox.experiments
  }
}
