extension TerminalError: CustomStringConvertible {
  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .notATerminal(.input):
      "The input is not a terminal. Start it without a pipe or file as input, or use --plain."
    case .notATerminal(.output):
      "The output is not a terminal. Start it without a pipe or file as output, or use --plain."
    case .unnamed:
      "TERM is not set. Set it to the name of your terminal, such as TERM=xterm-256color."
    case .unknown(let name):
      "The terminal \"\(name)\" is unknown here. Try TERM=xterm-256color, or use --plain."
    case .cannotMoveCursor(let name):
      "The terminal \"\(name)\" cannot move its cursor. Use another one, or use --plain."
    case .refused(let name):
      "The terminal \"\(name)\" could not be started. Try TERM=xterm-256color, or use --plain."
    }
  }
}
