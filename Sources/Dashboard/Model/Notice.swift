import Screen
import Tutor

/// What is said beside the prompt until the next key that matters.
public struct Notice: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Something to know.
    case remark
    /// The lesson's words about what is on the screen.
    case caption
    /// A command was not done.
    case error
  }

  public var kind: Kind
  public var text: String
  /// The characters of the line that are wrong.
  public var place: Range<Int>?

  public init(_ kind: Kind, _ text: String, place: Range<Int>? = nil) {
    self.kind = kind
    self.text = text
    self.place = place
  }

  /// What went wrong with a line, and what would be right.
  init(_ error: CommandError) {
    let message = error.message
    let parts = [message.headline, message.detail, message.nextStep].compactMap { $0 }
    self.init(.error, parts.map(Notice.sentence).joined(separator: " "), place: error.place)
  }

  private static func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!:".contains(last) else { return text }
    return text + "."
  }
}
