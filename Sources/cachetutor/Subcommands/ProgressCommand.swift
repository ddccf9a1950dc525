import ArgumentParser
import LessonFiles
import Tutor

/// Carries what has been learnt from one machine to another.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Write what you have learnt to one file, or take such a file over.",
    discussion: """
      In the file are, by lesson, the parts that are solved, the fewest commands, the hints, the \
      answers to predictions with the wrong beliefs they showed, and what is still to be asked \
      again. Recordings and settings are not.

        cachetutor progress export mine.progress
        cachetutor progress export | ssh elsewhere cachetutor progress import -
      """,
    subcommands: [ExportProgress.self, ImportProgress.self])
}

/// Writes progress to a file.
struct ExportProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write your progress to a file, in lines that can be read.")

  @Argument(help: ArgumentHelp("The file; - is standard output.", valueName: "file"))
  var file = "-"

  func run() throws {
    do {
      let kept = try StateDirectory().progress
      let (progress, notice) = try kept.load()
      if let notice { Output.complain(notice.message(path: kept.path)) }
      if case .newer = notice { throw ExitStatus.badFile }
      let text = progress.exported.text
      guard file != "-" else { return Output.document(text, ending: "") }
      try DocumentFile.write(text, to: file)
      Output.say("Written: \(file)")
    } catch let error as FileError {
      Output.complain(error.message)
      throw ExitStatus.badFile
    }
  }
}

/// Takes over progress from a file.
struct ImportProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over the progress in a file; the better result stays.",
    discussion: """
      Nothing that you have done is lost, and importing a file twice changes nothing. A file with \
      a broken line is not taken over at all: the line is named.
      """)

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file: String

  func run() throws {
    do {
      let other = try ProgressFile.read(file)
      let kept = try StateDirectory().progress
      var before = Progress()
      let (progress, notice) = try kept.update {
        before = $0
        $0.takeOver(other)
      }
      if let notice { Output.complain(notice.message(path: kept.path)) }
      if case .newer = notice { throw ExitStatus.badFile }
      Output.say(ImportProgress.words(for: other, before: before, after: progress))
    } catch let error as ProgressError {
      Output.complain(error.message)
      throw ExitStatus.badFile
    } catch let error as FileError {
      Output.complain(error.message)
      throw ExitStatus.badFile
    }
  }

  /// What has changed, in one line.
  private static func words(
    for other: Progress, before: Progress, after: Progress
  ) -> String {
    guard before != after else { return "There was nothing new in it." }
    let changed = other.lessons.filter { before[$0.id] != after[$0.id] }
    let new = changed.filter { before[$0.id] == LessonProgress(id: $0.id) }.count
    let solved = after.lessons.count { $0.status == .solved }
    let noun = changed.count == 1 ? "lesson" : "lessons"
    return "Taken over: \(changed.count) \(noun), \(new) of them new here. Solved now: \(solved)."
  }
}
