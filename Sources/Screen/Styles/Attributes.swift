/// What a cell looks like: what a theme makes of a style.
public struct Attributes: Hashable, Sendable {
  /// nil is the terminal's own.
  public var foreground: Colour?
  public var background: Colour?
  public var flags: Style.Flags

  public init(
    _ foreground: Colour? = nil, on background: Colour? = nil, flags: Style.Flags = []
  ) {
    self.foreground = foreground
    self.background = background
    self.flags = flags
  }
}

extension Attributes {
  /// The colour numbers to ask of a terminal with `depth` colours, -1 for its own, and the flags.
  ///
  /// With 8 colours a bright one becomes bold, grey becomes the terminal's own, and a bright
  /// background becomes its plain colour.
  public func resolved(
    _ depth: ColourDepth
  ) -> (foreground: Int16, background: Int16, flags: Style.Flags) {
    var flags = flags
    var front = Self.number(foreground, depth)
    var back = Self.number(background, depth)
    if depth == .eight, front >= 8 {
      if front == 8 {
        front = -1
      } else {
        front -= 8
        flags.insert(.bold)
      }
    }
    if depth == .eight, back >= 8 { back -= 8 }
    // A theme's own page is black; any other background marks something.
    if depth == .mono, let background, background.basic != 0 { flags.insert(.reverse) }
    return (front, back, flags)
  }

  private static func number(_ colour: Colour?, _ depth: ColourDepth) -> Int16 {
    guard let colour, depth > .mono else { return -1 }
    return Int16(depth == .indexed ? colour.index : colour.basic)
  }
}
