import Foundation
import Testing

/// A file that brings something new is of no use without its row: nothing would find it.
@Suite struct CatalogTests {
  @Test func `every command has a row`() throws {
    let catalog =
      try Source.text("Sources/Tutor/Commands/CommandCatalog.swift")
      + Source.text("Sources/Tutor/Commands/LessonCommandCatalog.swift")
    let rows = try Self.rows(in: "Sources/Tutor/Commands", " = Command(")
    #expect(rows.count > 60)
    for row in rows {
      let isThere = catalog.names(row.name) || catalog.names(row.type + ".rows")
      #expect(isThere, "\(row.path): \(row.name) has no row in CommandCatalog.swift")
    }
  }

  @Test func `every Redis verb has a row`() throws {
    let catalog = try Source.text("Sources/Keyspace/VerbCatalog.swift")
    let files = try Source.files(in: "Sources/Keyspace/Verbs")
    let rows = try Self.rows(in: "Sources/Keyspace/Verbs", " = Verb(")
    #expect(rows.count > 30)
    // A subcommand's row stands in the file of its verb.
    for row in rows where !row.name.hasSuffix(".help") {
      let isThere =
        catalog.names(row.name)
        || files.contains { file in
          file.path != row.path && file.lines.contains { $0.contains(row.name) }
        }
      #expect(isThere, "\(row.path): \(row.name) has no row in VerbCatalog.swift")
    }
  }

  @Test func `every table of goal words is part of the catalog`() throws {
    let catalog = try Source.text("Sources/Tutor/Lessons/Goals/GoalCatalog.swift")
    var count = 0
    for file in try Source.files(in: "Sources/Tutor/Lessons/Goals") {
      for line in file.lines where line.contains("static let ") && line.contains(": [GoalRow]") {
        let name = line.word(after: "static let ")
        guard name != "all" else { continue }
        count += 1
        #expect(catalog.names(name), "\(file.path): \(name) is not in GoalCatalog.swift")
      }
    }
    #expect(count >= 6)
  }

  @Test func `every panel has a row`() throws {
    let catalog = try Source.text("Sources/Dashboard/Panels/PanelCatalog.swift")
    var count = 0
    for file in try Source.files(in: "Sources/Dashboard/Panels") {
      for line in file.lines where line.contains("struct ") && line.contains(": Panel ") {
        let name = line.word(after: "struct ")
        count += 1
        #expect(catalog.names(name), "\(file.path): \(name) has no row in PanelCatalog.swift")
      }
    }
    #expect(count >= 10)
  }

  /// The constants in a folder that begin with `beginning`, with the type that they stand in.
  private static func rows(
    in folder: String, _ beginning: String
  ) throws -> [(path: String, type: String, name: String)] {
    var rows: [(path: String, type: String, name: String)] = []
    for file in try Source.files(in: folder) {
      var type = ""
      for line in file.lines {
        for word in ["enum ", "struct ", "extension "] where line.hasPrefix(word) {
          type = line.word(after: word)
        }
        guard line.hasPrefix("  static let "), line.contains(beginning) else { continue }
        rows.append((file.path, type, type + "." + line.word(after: "static let ")))
      }
    }
    return rows
  }
}

extension String {
  /// The word that follows `text`.
  fileprivate func word(after text: String) -> String {
    guard let start = range(of: text)?.upperBound else { return "" }
    return String(self[start...].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
  }

  /// Whether a name stands here as a whole word.
  fileprivate func names(_ name: String) -> Bool {
    ranges(of: name).contains { range in
      let next = range.upperBound < endIndex ? self[range.upperBound] : " "
      let last = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
      return !next.isLetter && !next.isNumber && !last.isLetter && !last.isNumber
    }
  }
}
