/// What the system asks of the program, by a signal or by closing the terminal.
public enum Request: Hashable, Sendable {
  /// The terminal is gone; nothing can be shown any more.
  case hangUp
  case interrupt
  case quit
  case terminate
  /// The program has been suspended and goes on: time has passed, the screen is to be painted.
  case resumed

  /// The signal's number, for the exit code 128 + n; nil for what does not end the program.
  public var signalNumber: Int32? {
    switch self {
    case .hangUp: 1
    case .interrupt: 2
    case .quit: 3
    case .terminate: 15
    case .resumed: nil
    }
  }
}
