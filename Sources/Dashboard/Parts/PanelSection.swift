import Screen

/// A part of a panel with a title of its own, in the rule above it.
///
/// A panel says where its parts begin; the page draws the lines, so that they join its own.
public struct PanelSection: Hashable, Sendable {
  /// The column in which it begins, counted from the panel's first.
  public var x: Int
  /// The row in which its title stands: 0 is the panel's title row, 1 the first row below it.
  public var y: Int
  public var title: StyledText
  /// The rows of the line to its left; none draws no line.
  public var lineRows: Int

  public init(x: Int = 0, y: Int = 0, title: StyledText, lineRows: Int = 0) {
    self.x = x
    self.y = y
    self.title = title
    self.lineRows = lineRows
  }
}
