import Foundation
import Testing

/// A part of a document that is printed from the tables that the program runs on.
///
/// It stands between `<!-- NAME: from the program -->` and `<!-- end of NAME -->`. With
/// `UPDATE_SNAPSHOTS=1` a test writes it anew instead of comparing.
struct GeneratedSection {
  let document: URL
  let name: String

  func compare(_ expected: String) throws {
    let text = try String(contentsOf: document, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- \(name): from the program -->\n"))
    let end = try #require(text.range(of: "<!-- end of \(name) -->"))
    let place = start.upperBound..<end.lowerBound
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try text.replacingCharacters(in: place, with: expected)
        .write(to: document, atomically: true, encoding: .utf8)
    } else {
      #expect(String(text[place]) == expected, "UPDATE_SNAPSHOTS=1 writes it anew")
    }
  }
}
