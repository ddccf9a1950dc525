import Tutor

/// The program of a caching pattern, as it stands in `patterns/NAME.pattern`.
public struct PatternFile: Hashable, Sendable {
  /// `cache-aside`, or `cache-aside+lock` for the same pattern with a guard.
  public var name: String
  public var text: String
  public var path: String

  public init(name: String, text: String, path: String) {
    self.name = name
    self.text = text
    self.path = path
  }
}
