import Glibc
import Tutor

/// The folder in which sessions, progress and history are kept; nobody else can look into it.
public struct StateDirectory: Hashable, Sendable {
  public let path: String

  /// Opens `$XDG_STATE_HOME/cachetutor`, by default `~/.local/state/cachetutor`, and makes it if
  /// need be.
  ///
  /// A relative `XDG_STATE_HOME` does not count, as the standard says.
  public init(
    environment: (String) -> String? = LessonFolders.Surroundings.current.environment
  ) throws(FileError) {
    var base = environment("XDG_STATE_HOME") ?? ""
    if !base.hasPrefix("/") {
      guard let home = environment("HOME"), home.hasPrefix("/") else {
        throw FileError(
          path: "HOME", action: .read, code: ENOENT,
          cause: "there is no folder for sessions: set HOME or XDG_STATE_HOME to a full path")
      }
      base = home + "/.local/state"
    }
    try self.init(path: base + "/cachetutor")
  }

  /// Opens a folder by its path.
  public init(path: String) throws(FileError) {
    self.path = path
    try Files.makeFolder(sessions)
  }

  public var sessions: String { path + "/sessions" }

  public var progress: ProgressFile { ProgressFile(path: path + "/progress") }

  public var history: HistoryFile { HistoryFile(path: path + "/history") }

  /// The recorded sessions, the oldest first.
  public func sessionPaths() throws(FileError) -> [String] {
    try Files.names(in: sessions).filter { SessionName.isOne($0) }.map { "\(sessions)/\($0)" }
  }
}
