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
}
