/// One column of a table: its head, how wide it is, on which side its text stands.
public struct TableColumn: Hashable, Sendable {
  /// How many columns of the screen it takes.
  public enum Width: Hashable, Sendable {
    case fixed(Int)
    /// As wide as the widest of its cells and its head, up to a limit.
    case content(maximum: Int)
    /// A share of what the others leave, at least `minimum`.
    case share(minimum: Int)
  }

  public var title: String
  public var width: Width
  public var alignment: Alignment

  public init(
    _ title: String, _ width: Width = .content(maximum: .max), alignment: Alignment = .left
  ) {
    self.title = title
    self.width = width
    self.alignment = alignment
  }
}
