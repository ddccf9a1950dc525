import ArgumentParser
import LessonFiles

/// Makes a file to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a lesson of your own.", subcommands: [NewLesson.self])
}

/// Writes a small lesson that works, to be changed bit by bit.
struct NewLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Write a small lesson that works, to be changed bit by bit.",
    discussion: """
      Without --in it goes into your own folder of lessons, where the tutor finds it beside the \
      others.
      """)

  @Argument(help: ArgumentHelp("Small letters, digits and hyphens: it never changes again."))
  var id: String

  @Option(name: .customLong("in"), help: ArgumentHelp("A folder of lessons.", valueName: "dir"))
  var folder: String?

  @Option(help: "The chapter's folder: a number, a hyphen, a name.")
  var chapter = "90-my-lessons"

  func run() throws {
    guard let place = folder ?? LessonFolders.ownPlace() else {
      Output.complain("there is no home folder — name a folder with --in DIR")
      throw ExitStatus.usage
    }
    switch LessonSkeleton.make(id, chapter: chapter, in: place) {
    case .success(let path):
      Output.say("Written: \(path)")
      Output.say("  cachetutor preview \(path)   shows it while you write")
      Output.say("  cachetutor check --only \(id) \(place)   proves it")
    case .failure(let fault):
      Output.complain(NewLesson.sentence(of: fault))
      if case .file = fault { throw ExitStatus.badFile }
      throw ExitStatus.usage
    }
  }

  private static func sentence(of fault: LessonSkeleton.Fault) -> String {
    switch fault {
    case .badIdentity(let text):
      "\(text) is no identity — small letters, digits and hyphens, such as hot-key"
    case .badChapter(let text):
      "\(text) is no chapter — a number, a hyphen and a name, such as 90-my-lessons"
    case .exists(let path): "\(path) is there already — choose another identity, or edit that file"
    case .file(let error): error.message
    }
  }
}
