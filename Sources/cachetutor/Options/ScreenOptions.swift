import ArgumentParser
import Dashboard
import Glibc
import LessonFiles
import NcursesTerminal
import Screen

/// How the tutor shows itself.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Lines of text instead of a screen: for screen readers and pipes.")
  var plain = false

  @Option(help: "Colours: \(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(help: "Nothing travels; go from event to event.")
  var reducedMotion = false

  @Flag(inversion: .prefixedNo, help: "Use the mouse.")
  var mouse = true

  @Flag(inversion: .prefixedNo, help: "Record what is done, and remember what was learnt.")
  var record = true

  func validate() throws {
    if let theme, Theme.named(theme) == nil {
      let known = Theme.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no theme \(theme). There are: \(known).")
    }
  }

  var terminal: TerminalOptions {
    var options = TerminalOptions(
      theme: theme.flatMap(Theme.named) ?? .dark, glyphs: ascii ? .ascii : nil, usesMouse: mouse,
      crashNotice: "cachetutor has crashed. What you did is recorded; "
        + "cachetutor sessions shows where.\n")
    options.apply(noColour: getenv("NO_COLOR").map { String(cString: $0) })
    return options
  }

  func settings(glyphs: Glyphs, theme: Theme, sitting: Sitting) -> Settings {
    var paths: [Settings.Path] = []
    if let path = sitting.path { paths.append(Settings.Path("this session", path)) }
    if let state = sitting.state { paths.append(Settings.Path("state", state.path)) }
    return Settings(
      glyphs: glyphs, isMotionReduced: reducedMotion, usesMouse: mouse, theme: theme.name,
      paths: paths)
  }
}
