import CacheEngine
import Foundation
import Testing

@testable import Simulation

@Suite("Errors of listings")
struct ErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let source: [String]
    let sentence: String

    var testDescription: String { source.joined(separator: " | ") }
  }

  /// The rows of `Fixtures/errors.txt`: a listing, then `> ` and what is said about it.
  static let rows: [Row] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/errors.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var rows: [Row] = []
    var source: [String] = []
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("> ") {
        rows.append(Row(source: source, sentence: String(line.dropFirst(2))))
        source = []
      } else if !line.isEmpty, !line.hasPrefix("#") {
        source.append(line)
      }
    }
    return rows
  }()

  static func complaint(
    _ source: [String], _ limits: ListingLimits = .standard
  ) -> String {
    do {
      try ListingCompiler.check(source, limits: limits)
      return "nothing"
    } catch {
      return error.description
    }
  }

  @Test func `there are many ways to be wrong`() {
    #expect(Self.rows.count >= 110)
  }

  @Test(arguments: rows)
  func `a wrong listing is answered with where, what and what to do`(_ row: Row) {
    #expect(Self.complaint(row.source) == row.sentence)
  }

  @Test func `a wrong listing leaves the symbols alone`() {
    var symbols = SymbolTable()
    let source = ["def f():", "    x = \"a new text\"", "    return y"]
    #expect(throws: ListingError.self) {
      try ListingCompiler.compile(source, symbols: &symbols)
    }
    #expect(symbols.find("a new text") == nil)
  }

  @Test func `a listing that is too long says so`() {
    var limits = ListingLimits()
    limits.lines = 2
    #expect(
      Self.complaint(["def f():", "    pass", "    pass"], limits)
        == "line 2, column 1: A listing has at most 2 lines. Remove some.")
    limits.lineLength = 12
    #expect(
      Self.complaint(["def function():"], limits)
        == "line 1, column 1: A line has at most 12 bytes. "
        + "Spread it over several lines, with variables.")
    limits = ListingLimits()
    limits.registers = 3
    #expect(
      Self.complaint(["def f(a, b):", "    return a + b + 1"], limits)
        == "line 1, column 1: `f` needs more than 3 places for its values. "
        + "Move a part into a function of its own.")
    limits = ListingLimits()
    limits.operationsInAll = 3
    #expect(
      Self.complaint(["def f(a):", "    db.load(a)"], limits)
        == "line 1, column 1: The listing has more than 3 operations. Remove some.")
  }

  @Test func `deep nesting is refused before the stack ends`() {
    let deep = (0..<20).map { String(repeating: "    ", count: $0 + 1) + "if 1:" }
    #expect(
      Self.complaint(["def f():"] + deep)
        == "line 14, column 53: Blocks are nested more than 12 deep. "
        + "Move a part into a function of its own.")
    let problem = "This is nested more than 24 deep. Put a part into a variable."
    for (open, close) in [("(", ")"), ("[", "]"), ("not ", ""), ("- ", ""), ("len(", ")")] {
      let text = String(repeating: open, count: 36) + "1" + String(repeating: close, count: 36)
      let complaint = Self.complaint(["def f():", "    return \(text)"])
      #expect(complaint.hasSuffix(problem), "\(open)")
    }
  }
}
