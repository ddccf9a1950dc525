import Screen

/// Requests on their way along an arrow; many that do the same at once are one dot with a number.
public struct Traveller: Hashable, Sendable {
  /// Which arrow.
  public enum Segment: Hashable, Sendable {
    /// Between people and caches.
    case cache
    /// Between caches and database.
    case database
  }

  public var segment: Segment
  /// Away from the people.
  public var goesRight: Bool
  public var count: Int
  /// How far it has come, in thousandths of the way.
  public var progress: Int
  public var style: Style

  public init(
    _ segment: Segment, goesRight: Bool, count: Int = 1, progress: Int, style: Style
  ) {
    self.segment = segment
    self.goesRight = goesRight
    self.count = count
    self.progress = progress
    self.style = style
  }

  /// Where it is on an arrow of `width` columns.
  func column(of width: Int) -> Int {
    let way = max(0, width - 1)
    let done = min(way, max(0, way * progress / 1_000))
    return goesRight ? done : way - done
  }
}
