import Glibc
import Tutor

/// The commands that were typed, for the next sitting.
///
/// Each is written down once, at its last use. The file grows by a line a command and is tidied
/// when it is read.
public struct HistoryFile: Hashable, Sendable {
  public let path: String
  /// How many commands are kept.
  public let limit: Int

  public init(path: String, limit: Int = 1_000) {
    self.path = path
    self.limit = limit
  }

  /// The commands, the oldest first; none when there is no file.
  public func load() throws(FileError) -> [String] {
    try Files.locked(path + ".lock") { () throws(FileError) in
      let bytes = try Files.readIfThere(path, limit: HistoryFile.byteLimit)
      let lines = bytes.split(separator: 10).compactMap { String(validating: $0, as: UTF8.self) }
      let commands = HistoryFile.tidy(lines, limit: limit)
      if commands.count < lines.count {
        let text = commands.map { $0 + "\n" }.joined()
        try Files.replace(path, with: Array(text.utf8))
      }
      return commands
    }
  }

  /// Adds a command; an empty one is left out, and line breaks become blanks.
  public func append(_ command: String) throws(FileError) {
    let bytes = command.utf8.map { $0 == 10 || $0 == 13 ? 32 : $0 }
    guard bytes.contains(where: { $0 != 32 }), bytes.count <= LessonLimits.lineBytes else { return }
    try Files.locked(path + ".lock") { () throws(FileError) in
      let file = try Descriptor(path, O_WRONLY | O_CREAT | O_APPEND, action: .write)
      try file.write(bytes + [10])
    }
  }

  private static let byteLimit = 8 * 1024 * 1024

  /// The last use of each command, at most `limit` of them.
  private static func tidy(_ lines: [String], limit: Int) -> [String] {
    var seen: Set<String> = []
    var newest: [String] = []
    for line in lines.reversed() where newest.count < limit {
      if seen.insert(line).inserted { newest.append(line) }
    }
    return newest.reversed()
  }
}
