import Dashboard
import Foundation
import Testing
import Tutor

/// The README's tables of commands and keys are printed from the tables that the program runs on.
///
/// `UPDATE_SNAPSHOTS=1 swift test --filter ReadmeTests` writes them anew.
@Suite(.serialized) struct ReadmeTests {
  private static func section(_ name: String) -> GeneratedSection {
    GeneratedSection(document: Home.root.appendingPathComponent("README.md"), name: name)
  }

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
    try Self.section("commands").compare(Self.commands)
  }

  @Test func `the README lists the keys that there are`() throws {
    try Self.section("keys").compare(Self.keys)
  }
}
