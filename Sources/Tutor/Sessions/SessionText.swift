import CacheEngine

// A sitting, as text.
//
//     cachetutor session 1
//     rules: 1
//     seed: 7
//     lesson: thundering-herd 3f9a…
//     app: 0.1.0
//
//     @0 herd user:1 200
//     = 1050000 8c41d0…
//     @61000000 guard lock
//
// Commands with positions, never keystrokes, wall times or outcomes: running them again gives the
// outcomes, and the digests say where a replay first differs. The file only ever grows, one line
// at a time, so all that a crash can spoil is the last line.

/// A session file, read.
public struct SessionText: Hashable, Sendable {
  /// The version of the file format that is written, and the newest that is read.
  public static let currentFormat = 1
  /// The version of the world's rules that is played.
  public static let currentRules = 1

  /// Something that was put right while reading, and that the reader should hear of.
  public enum Notice: Hashable, Sendable {
    /// The last line had no end: whoever wrote it was interrupted.
    case tornLine(String, line: SourceLine)
  }

  public var header: SessionHeader
  public var entries: [SessionEntry]
  public var notices: [Notice]

  public init(header: SessionHeader, entries: [SessionEntry] = [], notices: [Notice] = []) {
    self.header = header
    self.entries = entries
    self.notices = notices
  }

  /// The commands alone, in order.
  public var commands: [(position: SessionPosition, command: String)] {
    entries.compactMap { entry in
      if case .command(let position, let command) = entry.kind { (position, command) } else { nil }
    }
  }

  /// The whole file.
  ///
  /// Reading it again gives the same session.
  public var text: String {
    SessionText.text(of: header) + entries.map { SessionText.text(of: $0.kind) }.joined()
  }
}
