import Screen
import Tutor

extension Model {
  /// What stands in the lesson's place where no lesson is being done.
  var sandboxPane: LessonPane {
    tutor.presentExperiment.map { pane(of: $0) } ?? freePane
  }

  /// An experiment: before it has been run its question, afterwards its figures and why they
  /// surprise.
  private func pane(of experiment: Experiment) -> LessonPane {
    var pane = LessonPane(text: ProseText.styled(experiment.before))
    let count = tutor.sandbox.experiments.count
    pane.heading = "experiment \(experiment.number) of \(count)  \(experiment.title)"
    guard isSettled, experiment.holds(on: tutor.stage) else {
      var line = StyledText("try \(experiment.number)", .code)
      line.append(" puts it into the prompt, Enter runs it.")
      if isSettled { pane.text.append(line) }
      return pane
    }
    pane.heading += " \(settings.glyphs.check)"
    pane.fresh = pane.text.count
    pane.text += ProseText.styled(experiment.why)
    pane.goals = experiment.goals.map {
      LessonPane.Goal(sentence: $0.sentence, distance: "", state: .met)
    }
    return pane
  }

  private var freePane: LessonPane {
    var pane = LessonPane(text: ProseText.styled(tutor.sandbox.text))
    pane.heading = "sandbox"
    let count = tutor.sandbox.experiments.count
    var text = StyledText()
    if count > 0 {
      text.append("experiments", .code)
      text.append(" lists \(count) things to try; ")
      text.append("try 1", .code)
      text.append(" puts the first one into the prompt. ")
    }
    text.append("Anything may be typed: ")
    text.append("help", .code)
    text.append(" lists the commands, ")
    text.append(keyName(of: .lessons), .key)
    text.append(" the lessons.")
    pane.text.append(text)
    return pane
  }
}
