import ArgumentParser
import Dashboard
import NcursesTerminal
import Screen

/// How the tutor shows itself, as far as the flags say; the environment and the configuration file
/// decide what they leave open.
struct ScreenOptions: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Lines of text instead of a screen: for screen readers.")
  var plain: Bool?

  @Option(help: "Colours: \(Self.themes.joined(separator: ", ")).")
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii: Bool?

  @Flag(inversion: .prefixedNo, help: "Nothing travels; go from event to event.")
  var reducedMotion: Bool?

  @Option(help: ArgumentHelp("How fast the world is shown, such as 1/10 or 5.", valueName: "n"))
  var speed: String?

  @Flag(inversion: .prefixedNo, help: "Use the mouse.")
  var mouse: Bool?

  @Flag(inversion: .prefixedNo, help: "Show what could be typed.")
  var hints: Bool?

  @Flag(inversion: .prefixedNo, help: "Show the line of keys.")
  var legend: Bool?

  @Flag(inversion: .prefixedNo, help: "Record what is done, and remember what was learnt.")
  var record: Bool?

  private static let themes = SettingCatalog.find("theme")?.values ?? []

  func validate() throws {
    if let theme, !Self.themes.contains(theme.lowercased()) {
      let known = Self.themes.joined(separator: ", ")
      throw ValidationError("There is no theme \(theme). There are: \(known).")
    }
    if let speed, Pace(speed) == nil {
      throw ValidationError("\(speed) is no speed. Write it like 1/10, 1 or 5.")
    }
  }

  /// The flags that were given: the setting, its value, the flag.
  var chosen: [(setting: String, value: String, flag: String)] {
    var chosen: [(setting: String, value: String, flag: String)] = []
    if let theme { chosen.append(("theme", theme, "--theme")) }
    if let speed { chosen.append(("speed", speed, "--speed")) }
    let flags: [(Bool?, String, on: String, off: String, String)] = [
      (ascii, "glyphs", "ascii", "unicode", "ascii"),
      (reducedMotion, "motion", "reduced", "full", "reduced-motion"),
      (mouse, "mouse", "on", "off", "mouse"), (hints, "hints", "on", "off", "hints"),
      (legend, "legend", "on", "off", "legend"), (plain, "plain", "on", "off", "plain"),
      (record, "record", "on", "off", "record"),
    ]
    for (given, setting, on, off, name) in flags {
      guard let given else { continue }
      chosen.append((setting, given ? on : off, (given ? "--" : "--no-") + name))
    }
    return chosen
  }

  /// Everything that decides together.
  func preferences() -> Preferences { Preferences(flags: chosen) }
}
