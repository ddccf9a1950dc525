/// Why a text with braces cannot be computed.
public enum TemplateError: Error, Hashable, Sendable {
  case unclosed(String)
  case missingCommands(String)
  case claim(ClaimError)

  /// What is wrong and how to put it right.
  public var message: FileMessage {
    switch self {
    case .unclosed(let text):
      FileMessage(
        what: "the brace of \(text) is never closed", fix: "add }, or write {{ for a brace itself")
    case .missingCommands(let text):
      FileMessage(
        what: "no command follows the bar in {\(text)}",
        fix: "write the rival's commands there, or take out the bar")
    case .claim(let error):
      error.message
    }
  }
}
