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
    let count = tutor.sandbox.experiments.count
    guard count > 0 else { return bareSandboxPane }
    var text = StyledText()
    text.append("experiments", .code)
    text.append(" lists \(count) things to try; ")
    text.append("try 1", .code)
    text.append(" puts the first one into the prompt. Anything may be typed: ")
    text.append("help", .code)
    text.append(" lists the commands, ")
    text.append(keyName(of: .lessons), .key)
    text.append(" the lessons.")
    var pane = LessonPane(text: ProseText.styled(tutor.sandbox.text) + [text])
    pane.heading = "sandbox"
    return pane
  }

  /// The sandbox of lessons that have no file of experiments.
  private var bareSandboxPane: LessonPane {
    var text = StyledText("The sandbox: anything may be typed. ", .text)
    text.append("help", .code)
    text.append(" lists the commands, ")
    text.append(keyName(of: .lessons), .key)
    text.append(" the lessons.\nFor a start: ")
    // Without a row there would be nothing to be found and nothing to be kept.
    text.append("rows user:1=Ada", .code)
    text.append(" and then ")
    text.append("herd user:1 200", .code)
    text.append("; ")
    text.append("traffic zipf 1000 keys=20", .code)
    text.append(", ")
    text.append("compare policy=lru policy=lfu", .code)
    text.append(".")
    var pane = LessonPane(text: [text])
    pane.heading = "sandbox"
    return pane
  }
}
