import Screen

/// What a configuration file, flags and the terminal decide; nothing of it changes what happens.
public struct Settings: Hashable, Sendable {
  public var keys: KeyTable
  public var glyphs: Glyphs
  /// Nothing travels; the playhead goes from event to event.
  public var isMotionReduced: Bool
  /// How fast the world is shown to begin with; nil when nobody has chosen.
  public var pace: Pace?
  /// Whether the prompt shows what could be typed.
  public var showsHints: Bool
  /// Whether the line of keys is shown.
  public var showsLegend: Bool
  public var usesMouse: Bool
  public var theme: String
  /// Files that help names: what they are, where they lie.
  public var paths: [Path]

  /// A file that a person may want to find.
  public struct Path: Hashable, Sendable {
    public var name: String
    public var path: String

    public init(_ name: String, _ path: String) {
      self.name = name
      self.path = path
    }
  }

  public init(
    keys: KeyTable = .standard, glyphs: Glyphs = .unicode, isMotionReduced: Bool = false,
    pace: Pace? = nil, showsHints: Bool = true, showsLegend: Bool = true, usesMouse: Bool = true,
    theme: String = "dark", paths: [Path] = []
  ) {
    self.keys = keys
    self.glyphs = glyphs
    self.isMotionReduced = isMotionReduced
    self.pace = pace
    self.showsHints = showsHints
    self.showsLegend = showsLegend
    self.usesMouse = usesMouse
    self.theme = theme
    self.paths = paths
  }
}
