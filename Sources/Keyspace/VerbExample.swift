/// A line to type and the reply to it, character by character.
public struct VerbExample: Hashable, Sendable {
  public let input: String
  public let reply: String

  public init(_ input: String, _ reply: String) {
    self.input = input
    self.reply = reply
  }
}
