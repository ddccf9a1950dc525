/// Why the screen cannot be started.
public enum TerminalError: Error, Hashable, Sendable {
  public enum Stream: Hashable, Sendable {
    case input, output
  }

  /// Standard input or output is a file or a pipe.
  case notATerminal(Stream)
  /// `TERM` is not set.
  case unnamed
  /// The terminal database has no entry of that name.
  case unknown(name: String)
  /// The terminal cannot move its cursor, as `dumb` ones cannot.
  case cannotMoveCursor(name: String)
  /// The terminal library refuses, or the system has no pipes left.
  case refused(name: String)
}
