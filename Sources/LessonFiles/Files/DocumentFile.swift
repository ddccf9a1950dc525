import Glibc

/// A document that the program writes for somebody: all of it is there, or nothing.
public enum DocumentFile {
  /// Puts `text` at `path`, in UTF-8; what was there is replaced in one step.
  ///
  /// Who may read it is for the user's mask to say: unlike a session it is made to be passed on.
  public static func write(_ text: String, to path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
      return try Files.replace(path, with: Array(text.utf8), mode: 0o666)
    }
    // A device, a pipe or a folder stays what it is: it is written to, or refuses.
    try Descriptor(path, O_WRONLY, action: .write).write(Array(text.utf8))
  }
}
