/// A document that the program writes for somebody: all of it is there, or nothing.
public enum DocumentFile {
  /// Puts `text` at `path`, in UTF-8; what was there is replaced in one step.
  ///
  /// Who may read it is for the user's mask to say: unlike a session it is made to be passed on.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try Files.replace(path, with: Array(text.utf8), mode: 0o666)
  }
}
