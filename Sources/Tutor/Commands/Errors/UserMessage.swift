/// Something said to a person: what is the matter, more of it, and what to do.
public struct UserMessage: Hashable, Sendable {
  /// One sentence, without a full stop.
  public var headline: String
  /// A second sentence that helps to understand; nil when there is nothing to add.
  public var detail: String?
  /// What would be right; a line to type where there is one.
  public var nextStep: String?

  public init(_ headline: String, detail: String? = nil, nextStep: String? = nil) {
    self.headline = headline
    self.detail = detail
    self.nextStep = nextStep
  }

  /// All of it, one line a part.
  public var text: String {
    [headline, detail, nextStep].compactMap { $0 }.joined(separator: "\n")
  }
}
