/// What a layout has to find room for.
public struct LayoutRequest: Hashable, Sendable {
  /// A panel below what happens, and the rows that it would like to have.
  public struct Detail: Hashable, Sendable {
    public var panel: String
    public var rows: Int
    /// Fewer rows than this and the panel is left out.
    public var fewest: Int
    /// Nothing stands beside it.
    public var takesWholeWidth: Bool

    public init(_ panel: String, rows: Int, fewest: Int = 3, takesWholeWidth: Bool = false) {
      self.panel = panel
      self.rows = rows
      self.fewest = fewest
      self.takesWholeWidth = takesWholeWidth
    }
  }

  /// Whether what happens is shown as a strip: people, caches, database.
  public var hasPath: Bool
  /// Whether the line of keys is shown.
  public var hasLegend: Bool
  /// The rows of that strip.
  public var pathRows: Int
  /// Whether the log takes the place of the panels at 80 columns.
  public var isLogLarge: Bool
  /// The most important first.
  public var details: [Detail]
  /// Rows that the lesson would like to have at 80 columns.
  public var lessonRows: Int

  public init(
    hasPath: Bool = true, pathRows: Int = Layout.pathRows, hasLegend: Bool = true,
    isLogLarge: Bool = false, details: [Detail], lessonRows: Int = 5
  ) {
    self.hasPath = hasPath
    self.pathRows = pathRows
    self.hasLegend = hasLegend
    self.isLogLarge = isLogLarge
    self.details = details
    self.lessonRows = lessonRows
  }
}
