/// What a layout has to find room for.
public struct LayoutRequest: Hashable, Sendable {
  /// A panel below what happens, and the rows that it would like to have.
  public struct Detail: Hashable, Sendable {
    public var panel: String
    public var rows: Int
    /// Fewer rows than this and the panel is left out.
    public var fewest: Int

    public init(_ panel: String, rows: Int, fewest: Int = 3) {
      self.panel = panel
      self.rows = rows
      self.fewest = fewest
    }
  }

  /// Whether what happens is shown as a strip: people, caches, database.
  public var hasPath: Bool
  /// Whether the line of keys is shown.
  public var hasLegend: Bool
  /// The most important first.
  public var details: [Detail]
  /// Rows that the lesson would like to have at 80 columns.
  public var lessonRows: Int

  public init(
    hasPath: Bool = true, hasLegend: Bool = true, details: [Detail], lessonRows: Int = 5
  ) {
    self.hasPath = hasPath
    self.hasLegend = hasLegend
    self.details = details
    self.lessonRows = lessonRows
  }
}
