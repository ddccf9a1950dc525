/// What is wrong in a file, and how to put it right.
///
/// Every message about a lesson, session or progress file has this form, so that an author's
/// editor can jump to the line: `file:line: what — fix`.
public struct FileMessage: Hashable, Sendable {
  public var what: String
  public var fix: String

  public init(what: String, fix: String) {
    self.what = what
    self.fix = fix
  }

  /// The whole message on one line; without a number when it is about the file as a whole.
  public func text(path: String, line: SourceLine) -> String {
    let text =
      line == .whole ? "\(path): \(what) — \(fix)" : "\(path):\(line.number): \(what) — \(fix)"
    // What is quoted from the file may have lines of its own.
    return String(text.map { $0.isNewline ? " " : $0 })
  }
}
