import Dashboard
import Foundation
import Testing
import Tutor

/// The README's tables of commands and keys are printed from the tables that the program runs on.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter ReadmeTests` writes them anew.
@Suite(.serialized) struct ReadmeTests {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  static var commands: String {
    let rows = CommandFamily.allCases.map { family in
      let names = CommandCatalog.all.filter { $0.family == family }.map { "`\($0.name)`" }
      return "| \(family.rawValue) | \(names.joined(separator: ", ")) |"
    }
    return "| | |\n|---|---|\n" + rows.joined(separator: "\n") + "\n"
  }

  /// The keys of everyday; F1 shows all of them.
  static var keys: String {
    let contexts: [KeyContext] = [.anywhere, .emptyPrompt, .prompt, .question, .replaying]
    return KeyTable.standard.markdown.components(separatedBy: "### ")
      .filter { section in contexts.contains { section.hasPrefix($0.heading + "\n") } }
      .map { "### " + $0.trimmingCharacters(in: .newlines) + "\n" }.joined(separator: "\n")
  }

  @Test func `the README lists the commands that there are`() throws {
    try Self.compare(Self.commands, "commands")
  }

  @Test func `the README lists the keys that there are`() throws {
    try Self.compare(Self.keys, "keys")
  }

  /// What stands between the two marks of a section.
  private static func compare(_ expected: String, _ section: String) throws {
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- \(section): from the program -->\n"))
    let end = try #require(text.range(of: "<!-- end of \(section) -->"))
    let place = start.upperBound..<end.lowerBound
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try text.replacingCharacters(in: place, with: expected)
        .write(to: path, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[place]) == expected, "UPDATE_SNAPSHOTS=1 writes it anew")
    }
  }
}
