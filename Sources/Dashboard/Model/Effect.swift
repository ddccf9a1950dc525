import Tutor

/// Work for the edge: what the dashboard wants done outside of itself.
public enum Effect: Hashable, Sendable {
  /// Lines for the session file, to be written and flushed.
  case write([SessionEntry.Kind])
  /// Progress has changed.
  case saveProgress(Progress)
  /// All progress is to be forgotten on the disk too.
  case forgetProgress
  /// The session is to be saved under a name; nil is its own.
  case saveSession(path: String?)
  /// The line was entered: it belongs into the history of the next start.
  case remember(String)
  /// Files are to be read that a line wants to play; `.tracesRead` brings what is in them.
  case readTraces([String], line: String, isTyped: Bool)
  case quit
  /// To the shell, as Ctrl-Z asks for.
  case suspend
  /// Paint everything again.
  case repaint
  /// Put text into the terminal's clipboard (OSC 52).
  case copy(String)
  case setMouse(Bool)
  case setTheme(String)
  case bell
}
