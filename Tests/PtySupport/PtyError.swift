/// Why a test could not go on with its program.
public enum PtyError: Error, CustomStringConvertible, Sendable {
  case noPseudoTerminal(errno: Int32)
  case cannotStart(command: String, errno: Int32)
  case timedOut(waitingFor: String, screen: String)
  case tmux(arguments: String, says: String)

  public var description: String {
    switch self {
    case .noPseudoTerminal(let code): "no pseudo-terminal: error \(code)"
    case .cannotStart(let command, let code): "\(command) does not start: error \(code)"
    case .timedOut(let text, let screen): "waited in vain for \(text); the screen:\n\(screen)"
    case .tmux(let arguments, let says): "tmux \(arguments): \(says)"
    }
  }
}
