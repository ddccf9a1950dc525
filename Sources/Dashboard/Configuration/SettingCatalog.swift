import Screen

/// Every setting that there is, in the order in which they are listed.
public enum SettingCatalog {
  public static let all: [Setting] = [
    Setting(
      "theme", ["auto"] + Theme.all.map(\.name),
      "the colours; auto asks the terminal whether its background is light"),
    Setting("glyphs", ["auto", "unicode", "ascii"], "what is drawn with; auto asks the locale"),
    Setting("motion", ["full", "reduced"], "whether things travel across the screen"),
    Setting(
      "speed", ["1/10"], "how fast the world is shown: 1/10, 1, 5 …", takesNumbers: true),
    Setting("mouse", ["on", "off"], "whether clicks and the wheel are used"),
    Setting("hints", ["on", "off"], "whether the prompt shows what could be typed"),
    Setting("legend", ["on", "off"], "whether the line of keys is shown"),
    Setting("plain", ["off", "on"], "lines of text instead of a screen"),
    Setting("record", ["on", "off"], "whether what is done is recorded and remembered"),
  ]

  /// The setting of that name; nil when there is none.
  public static func find(_ name: String) -> Setting? {
    all.first { $0.name == name }
  }
}
