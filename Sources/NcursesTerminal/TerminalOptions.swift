import Screen

/// How the screen is to be driven.
public struct TerminalOptions: Sendable {
  public var theme: Theme
  /// Colours are mapped down to the smaller of this and what the terminal has.
  public var depth: ColourDepth
  /// nil: Unicode where the locale's character set is UTF-8, else ASCII.
  public var glyphs: Glyphs?
  public var usesMouse: Bool
  /// Whether the terminal is asked for its background; the answer comes as input.
  public var asksBackground: Bool
  /// What a crash says on the terminal, after it has been put back.
  public var crashNotice: String

  public init(
    theme: Theme = .dark, depth: ColourDepth = .indexed, glyphs: Glyphs? = nil,
    usesMouse: Bool = false, asksBackground: Bool = false,
    crashNotice: String = "The program has crashed.\n"
  ) {
    self.theme = theme
    self.depth = depth
    self.glyphs = glyphs
    self.usesMouse = usesMouse
    self.asksBackground = asksBackground
    self.crashNotice = crashNotice
  }

  /// Takes what the environment says: `NO_COLOR`, when not empty, takes all colour away.
  ///
  /// See https://no-color.org.
  public mutating func apply(noColour: String?) {
    guard let noColour, !noColour.isEmpty else { return }
    theme = .mono
    depth = .mono
  }
}
