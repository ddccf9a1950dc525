/// What a file with a trace holds, as the edge has read it.
public struct FoundTrace: Hashable, Sendable {
  /// What the line calls it.
  public let name: String
  /// The key of each request; nil when it cannot be read.
  public let keys: [[UInt8]]?
  /// Why it cannot, in a sentence.
  public let reason: String?

  public init(name: String, keys: [[UInt8]]) {
    (self.name, self.keys, reason) = (name, keys, nil)
  }

  public init(name: String, reason: String) {
    (self.name, keys, self.reason) = (name, nil, reason)
  }
}
