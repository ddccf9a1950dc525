import Tutor

/// Reads a session from its file.
public enum SessionFile {
  /// The session, its torn last line dropped.
  public static func read(_ path: String) throws(SessionError) -> SessionText {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path, limit: SessionText.byteLimit)
    } catch {
      throw SessionError(path: path, line: .whole, kind: .unreadable(reason: error.reason))
    }
    return try SessionText.parse(bytes: bytes, path: path)
  }

  /// Copies a session to another path, whole or not at all.
  public static func copy(_ path: String, to other: String) throws(FileError) {
    let bytes = try Files.read(path, limit: SessionText.byteLimit)
    try Files.replace(other, with: bytes)
  }
}
