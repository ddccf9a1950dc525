import ArgumentParser
import Dashboard
import Glibc
import LessonFiles
import Screen
import Tutor

/// Writes a recording for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a recorded session as a film for a player, as text or as a picture.",
    discussion: """
      cast: asciicast v2, which asciinema and its players show; `mark` lines become chapters. \
      txt: the screen after each command. svg: one picture, of the end or of a mark (--at).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case cast, txt, svg
  }

  @Argument(help: ArgumentHelp("The session; the newest one without.", valueName: "file"))
  var file: String?

  @Option(help: "cast, txt or svg.")
  var format = Format.cast

  @Option(name: .shortAndLong, help: ArgumentHelp("Write here instead.", valueName: "file"))
  var output: String?

  @Option(help: "Columns, 80 to 400.")
  var width = 120

  @Option(help: "Rows, 24 to 100.")
  var height = 40

  @Option(help: "How many times as fast as on a terminal, 1 to 100.")
  var speed = 1

  @Option(help: ArgumentHelp("The mark at which the picture is taken.", valueName: "mark"))
  var at: String?

  @Option(help: "Colours: \(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme = "dark"

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "Nothing travels; go from event to event.")
  var reducedMotion = false

  @OptionGroup var library: LibraryOptions

  func validate() throws {
    guard Theme.named(theme) != nil else {
      let known = Theme.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no theme \(theme). There are: \(known).")
    }
    guard (80...400).contains(width), (24...100).contains(height) else {
      throw ValidationError("A film has 80 to 400 columns and 24 to 100 rows.")
    }
    guard (1...100).contains(speed) else {
      throw ValidationError("The speed is a whole number from 1 to 100.")
    }
  }

  func run() throws {
    let path = try file ?? ReplaySession.newest()
    let session = try ReplaySession.read(path)
    if let at, !session.commands.contains(where: { $0.command == "mark \(at)" }) {
      let marks = session.commands.map(\.command).filter { $0.hasPrefix("mark ") }
        .map { $0.dropFirst(5) }
      Output.complain(
        "\(path): there is no mark \(at)"
          + (marks.isEmpty ? "" : " — there are: " + marks.joined(separator: ", ")))
      throw ExitStatus.usage
    }
    var film = try film(of: session, path)
    let document = write(&film, title: session.header.lesson?.id ?? "sandbox")
    if let difference = film.divergence { Output.complain("\(path): \(difference)") }
    guard let output else { return Output.document(document, ending: "") }
    do {
      try DocumentFile.write(document, to: output)
      Output.say("Written: \(output)")
    } catch {
      Output.complain(error.message)
      throw ExitStatus.badFile
    }
  }

  private var look: Theme { Theme.named(theme) ?? .dark }

  private func film(of session: SessionText, _ path: String) throws -> ReplayFilm {
    let library = try library.load()
    let player: SessionReplay
    do {
      player = try SessionReplay(
        session, lessons: library.files.lessons, patterns: library.shelf)
    } catch {
      Output.complain(error.message(path: path))
      throw ExitStatus.failed
    }
    let settings = Settings(
      glyphs: ascii ? .ascii : .unicode, isMotionReduced: reducedMotion, usesMouse: false,
      theme: theme)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ReplayFilm(
      player.tutor, Replay(name: name, session: session, replay: player), settings: settings,
      size: Size(width: width, height: height), speed: speed)
  }

  private func write(_ film: inout ReplayFilm, title: String) -> String {
    switch format {
    case .cast: cast(&film, title: title)
    case .txt: text(&film)
    case .svg: picture(&film)
    }
  }

  /// https://docs.asciinema.org/manual/asciicast/v2/: a header, then `[time, code, data]` lines.
  private func cast(_ film: inout ReplayFilm, title: String) -> String {
    let header = JSONText.Value.object([
      ("version", .number(2)), ("width", .number(Int64(width))),
      ("height", .number(Int64(height))), ("title", .text("cachetutor: \(title)")),
      ("env", .object([("TERM", .text("xterm-256color"))])),
    ])
    var lines = [JSONText.of(header)]
    var last: Frame?
    while let picture = film.next() {
      let escapes = picture.frame.escapes(after: last, theme: look)
      let time = JSONText.Value.ratio(Double(picture.time) / 1_000_000)
      if !escapes.isEmpty {
        lines.append(JSONText.of(.list([time, .text("o"), .text(escapes)])))
      }
      if let chapter = picture.chapter {
        lines.append(JSONText.of(.list([time, .text("m"), .text(chapter)])))
      }
      last = picture.frame
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The screen as it stood before each command and at the end.
  private func text(_ film: inout ReplayFilm) -> String {
    var pages: [String] = []
    var last: (command: String?, frame: Frame)?
    while let picture = film.next() {
      if let command = picture.command {
        if let last { pages.append(page(last.command, last.frame)) }
        last = (command, picture.frame)
      } else {
        last = (last?.command, picture.frame)
      }
    }
    if let last { pages.append(page(last.command, last.frame)) }
    return pages.joined(separator: "\n")
  }

  private func page(_ command: String?, _ frame: Frame) -> String {
    "=== \(command.map { $0.visible(frame.glyphs) } ?? "the beginning")\n\(frame.text)\n"
  }

  private func picture(_ film: inout ReplayFilm) -> String {
    var last: Frame?
    while let picture = film.next() {
      last = picture.frame
      if let at, picture.chapter == at { break }
    }
    return last?.svg(theme: look) ?? ""
  }
}
