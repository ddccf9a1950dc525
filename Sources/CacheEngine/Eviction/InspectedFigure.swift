/// A number that a policy steers by: a share that it aims at, the age of a cache.
public struct InspectedFigure: Hashable, Sendable {
  /// The policy's own word for it.
  public var name: String
  public var value: Double

  public init(name: String, value: Double) {
    self.name = name
    self.value = value
  }
}
