import Screen

/// A titled part of the screen: a value with all that it shows.
///
/// A panel is made from a scene and then needs nothing else, so a test can make one by hand. It
/// draws into any rectangle, even into none.
public protocol Panel: Sendable {
  /// What stands in the rule above it.
  var title: StyledText { get }

  /// Draws what is below the title.
  func draw(on frame: inout Frame, in rect: Rect)

  /// How many rows it could use.
  var wantedRows: Int { get }

  /// Whether it takes the whole width at this size of the terminal, with nothing beside it.
  func takesWholeWidth(glyphs: Glyphs) -> Bool

  /// Its parts with titles of their own, when it is drawn into this size; those in its title row
  /// stand beside its title, or in its place when the first of them begins where it does.
  func sections(_ size: Size, glyphs: Glyphs) -> [PanelSection]
}

extension Panel {
  public func takesWholeWidth(glyphs: Glyphs) -> Bool { false }
  public func sections(_ size: Size, glyphs: Glyphs) -> [PanelSection] { [] }
}
