import CacheEngine
import Foundation
import Keyspace
import Testing

/// Thousands of replies of a real Redis, replayed (`Fixtures/record-replies.py` records them).
struct RecordedRepliesTests {
  struct Row {
    var line: Int
    var command: String
    var reply: String
  }

  struct Chapter: CustomTestStringConvertible {
    var title: String
    var rows: [Row] = []

    var testDescription: String { title }
  }

  @Test(
    arguments: try chapters("replies-verbs.txt") + chapters("replies-more.txt")
      + chapters("replies-globs.txt"), Budget.allCases)
  func `every reply is the one that Redis gave`(chapter: Chapter, budget: Budget) {
    #expect(!chapter.rows.isEmpty)
    // A cache that counts entries refuses amounts of memory.
    if chapter.title == "settings", budget == .entries { return }
    var bench = Bench(
      capacity: 1 << 30, budget: budget, epochMilliseconds: 1_795_280_000_000)
    for row in chapter.rows {
      let shown = Self.ordered(bench.type(row.command), of: row.command)
      #expect(shown == row.reply, "line \(row.line): \(row.command)")
      bench.cache.checkInvariants()
    }
  }

  @Test func `the record is large`() throws {
    let rows = try Self.chapters("replies-verbs.txt").flatMap(\.rows)
    #expect(rows.count > 3000)
  }

  /// `KEYS` stands in alphabetical order in the record; Redis's own order means nothing.
  private static func ordered(_ reply: String, of command: String) -> String {
    guard command.hasPrefix("KEYS "), reply.hasPrefix("1) ") || reply.hasPrefix(" 1) ") else {
      return reply
    }
    let keys = reply.split(separator: "\n").compactMap { line in
      line.firstRange(of: ") ").map { Array(line[$0.upperBound...].utf8) }
    }
    let width = String(keys.count).count
    let sorted = keys.sorted { $0.lexicographicallyPrecedes($1) }
    return sorted.enumerated().map { index, key in
      let number = String(index + 1)
      let padding = String(repeating: " ", count: width - number.count)
      return "\(padding)\(number)) \(String(decoding: key, as: UTF8.self))"
    }.joined(separator: "\n")
  }

  private static func chapters(_ name: String) throws -> [Chapter] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    var chapters: [Chapter] = []
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    var reply: [String] = []
    func close() {
      guard let last = chapters.indices.last, let row = chapters[last].rows.indices.last else {
        return
      }
      chapters[last].rows[row].reply = reply.joined(separator: "\n")
      reply = []
    }
    for (index, line) in lines.dropLast().enumerated() {
      if line.hasPrefix("--- ") {
        close()
        chapters.append(Chapter(title: String(line.dropFirst(4))))
      } else if line.hasPrefix("> "), let last = chapters.indices.last {
        close()
        let command = String(line.dropFirst(2))
        chapters[last].rows.append(Row(line: index + 1, command: command, reply: ""))
      } else if !chapters.isEmpty {
        reply.append(line)
      }
    }
    close()
    return chapters
  }
}
