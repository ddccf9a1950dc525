import Dashboard
import Glibc
import LessonFiles
import NcursesTerminal
import Screen

/// What configuration file, environment and flags say together, and what was wrong with it.
struct Preferences {
  private(set) var configuration = Configuration()
  /// What does not count, each in a sentence with its place.
  private(set) var complaints: [String] = []
  /// Where the configuration file is, or would be.
  let path: String?
  /// Whether it is there.
  private(set) var hasFile = false

  init(flags: [(setting: String, value: String, flag: String)]) {
    let file = ConfigurationFile()
    path = file?.path
    do {
      if let text = try file?.load() {
        hasFile = true
        complaints = configuration.read(text).map { $0.text() }
      }
    } catch {
      complaints.append(error.message)
    }
    for setting in SettingCatalog.all {
      guard let value = Self.environment(setting.variable) else { continue }
      set(setting.name, value, .environment(setting.variable), place: setting.variable)
    }
    if Self.environment("NO_COLOR") != nil {
      set("theme", "mono", .environment("NO_COLOR"), place: "NO_COLOR")
    }
    for (name, value, flag) in flags { set(name, value, .flag(flag), place: flag) }
    if configuration["glyphs"] == "ascii" { Output.useASCII() }
  }

  private mutating func set(
    _ name: String, _ value: String, _ source: Configuration.Source, place: String
  ) {
    do {
      try configuration.set(name, to: value, from: source)
    } catch {
      complaints.append("\(place): \(error.message.what) — \(error.message.fix)")
    }
  }

  var isPlain: Bool { configuration.isOn("plain") }

  var isRecorded: Bool { configuration.isOn("record") }

  /// Whether the terminal is to say which theme suits it.
  var asksBackground: Bool { configuration["theme"] == "auto" }

  /// The theme that is chosen, else the one that the environment's word about the terminal's
  /// colours suggests.
  private var theme: Theme {
    if let named = Theme.named(configuration["theme"]) { return named }
    let colours = Self.environment("COLORFGBG")
    let isLight = colours.flatMap(TerminalBackground.isLight(foregroundAndBackground:))
    return isLight == true ? .light : .dark
  }

  var terminal: TerminalOptions {
    let glyphs: Glyphs? =
      switch configuration["glyphs"] {
      case "ascii": .ascii
      case "unicode": .unicode
      default: nil
      }
    let recorded = " What you did is recorded; the next start goes on there."
    var options = TerminalOptions(
      theme: theme, glyphs: glyphs, usesMouse: configuration.isOn("mouse"),
      asksBackground: asksBackground,
      crashNotice: "cachetutor has crashed." + (isRecorded ? recorded : "") + "\n")
    if configuration.source(of: "theme") == .environment("NO_COLOR") {
      options.apply(noColour: Self.environment("NO_COLOR"))
    }
    return options
  }

  func settings(glyphs: Glyphs, theme: Theme, sitting: Sitting) -> Settings {
    var paths: [Settings.Path] = []
    if let path = sitting.path { paths.append(Settings.Path("this session", path)) }
    if let state = sitting.state { paths.append(Settings.Path("state", state.path)) }
    if let path { paths.append(Settings.Path("configuration", path)) }
    return Settings(
      keys: configuration.keys, glyphs: glyphs,
      isMotionReduced: configuration["motion"] == "reduced", pace: configuration.pace,
      showsHints: configuration.isOn("hints"), showsLegend: configuration.isOn("legend"),
      usesMouse: configuration.isOn("mouse"), theme: theme.name, paths: paths)
  }

  /// The first complaint, and how to see the others; nil when all is well.
  var complaint: String? { complaints.firstComplaint(restBy: "config") }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
