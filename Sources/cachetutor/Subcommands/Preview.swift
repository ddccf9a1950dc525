import ArgumentParser
import LessonFiles
import Tutor

/// Shows a lesson while it is being written.
struct Preview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a lesson while you write it: it is read anew when you save.",
    discussion: """
      The part stays, and what was typed in it is typed again. An error in the file is told on the \
      screen with its line; the last version that worked stays. Nothing is recorded.
      """)

  @Argument(help: ArgumentHelp("The lesson.", valueName: "file"))
  var file: String

  @Option(help: "Begin with this part.")
  var part = 1

  @OptionGroup var library: LibraryOptions
  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    guard part > 0 else { throw ValidationError("Parts are counted from 1.") }
    guard !screen.preferences().isPlain else {
      throw ValidationError("A preview needs the screen.")
    }
  }

  func run() throws {
    let preview = LessonPreview(file, try library.load(quietly: true), seed: library.seed)
    let tutor: Tutor
    do throws(PreviewError) {
      tutor = try preview.open(part: part)
    } catch {
      Output.complain(error.message)
      throw ExitStatus.badFile
    }
    try FrontEnd.run(
      tutor, Sitting(isRecorded: false), screen.preferences(),
      welcome: "Preview: what you save is shown at once.", preview: preview)
  }
}
