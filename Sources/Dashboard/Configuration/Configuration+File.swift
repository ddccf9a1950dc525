import Screen
import Tutor

// One setting a line, `name = value`; `key NAME = ACTION` gives a key to an action, or to a command.
// A blank and # begin a comment. A line that is wrong is named and left out, the rest counts.

extension Configuration {
  /// A line of the file that does not count.
  public struct Complaint: Hashable, Sendable {
    public var line: Int
    public var error: ConfigurationError

    /// One line, such as `config:3: there is no setting "mouze" — did you mean mouse?`.
    public func text(path: String = "config") -> String {
      error.message.text(path: path, line: SourceLine(line))
    }
  }

  /// The most lines that are looked at.
  static let lineLimit = 1_000

  /// Takes what a configuration file says; what is wrong in it, line by line.
  public mutating func read(_ text: String) -> [Complaint] {
    var complaints: [Complaint] = []
    // A key may be taken from an action on one line, and the action be given another one later; in
    // the end nobody may be caught where no key leads on.
    var bereft: [(line: Int, key: String, action: KeyAction)] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, raw) in lines.prefix(Configuration.lineLimit).enumerated() {
      let line = Configuration.withoutComment(raw)
      guard !line.isEmpty else { continue }
      do throws(ConfigurationError) {
        if let rest = Configuration.keyLine(line) {
          let (key, action) = try Configuration.sides(rest)
          for lost in try giveKey(key, to: action) { bereft.append((index + 1, key, lost)) }
        } else {
          let (name, value) = try Configuration.sides(line)
          try set(name, to: value, from: .file(line: index + 1))
        }
      } catch {
        complaints.append(Complaint(line: index + 1, error: error))
      }
    }
    for (line, key, action) in bereft where keys.isStuck(without: action) {
      complaints.append(Complaint(line: line, error: .onlyKey(key, of: action)))
    }
    return complaints.sorted { $0.line < $1.line }
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    var end = line.endIndex
    var previous: Character = " "
    for index in line.indices {
      if line[index] == "#", previous.isWhitespace {
        // `key # = …` speaks of a key.
        let isKey = line[..<index].trimmingBlanks == "key"
        if !isKey {
          end = index
          break
        }
      }
      previous = line[index]
    }
    return Substring(line[..<end].trimmingBlanks)
  }

  private static func keyLine(_ line: Substring) -> Substring? {
    guard line.lowercased().hasPrefix("key"), let after = line.dropFirst(3).first,
      after.isWhitespace
    else { return nil }
    return Substring(line.dropFirst(3).trimmingBlanks)
  }

  /// What stands before and after the equals sign; the first one may be a key itself.
  private static func sides(
    _ line: Substring
  ) throws(ConfigurationError) -> (String, String) {
    guard let equals = line.dropFirst().firstIndex(of: "=") else {
      throw .noEquals(String(line))
    }
    let name = line[..<equals].trimmingBlanks
    let value = line[line.index(after: equals)...].trimmingBlanks
    guard !name.isEmpty, !value.isEmpty else { throw .noEquals(String(line)) }
    return (name, value)
  }

  /// Gives a key to an action, or to a command when no action is called so.
  private mutating func giveKey(
    _ key: String, to name: String
  ) throws(ConfigurationError) -> [KeyAction] {
    do throws(KeyTable.RemapError) {
      if let action = KeyTable.action(named: name) { return try keys.give(key, to: action) }
      let first = name.prefix { !$0.isWhitespace }
      let isCommand = CommandCatalog.firstWords.contains { $0.lowercased() == first.lowercased() }
      guard isCommand else { throw .unknownAction(name) }
      return try keys.give(key, toCommand: name)
    } catch {
      throw .key(error)
    }
  }
}
