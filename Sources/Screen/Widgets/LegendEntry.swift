/// A key and what it does, for the line of keys at the bottom.
public struct LegendEntry: Hashable, Sendable {
  public var key: String
  public var label: String

  public init(_ key: String, _ label: String) {
    self.key = key
    self.label = label
  }
}
