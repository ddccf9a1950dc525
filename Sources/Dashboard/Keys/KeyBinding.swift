import Screen

/// One row of the key table: which keys ask for what, where, and in which words.
public struct KeyBinding: Hashable, Sendable {
  public let action: KeyAction
  public let context: KeyContext
  /// The first is the one that the legend shows.
  public var keys: [Input]
  /// One or two words for the legend.
  public let label: String
  /// A sentence for help and for the README.
  public let description: String
  /// The command that the key runs, for the keys that a person has made for one.
  public let line: String?

  public init(
    _ action: KeyAction, in context: KeyContext, _ keys: [Input], _ label: String,
    _ description: String, line: String? = nil
  ) {
    self.action = action
    self.context = context
    self.keys = keys
    self.label = label
    self.description = description
    self.line = line
  }
}
