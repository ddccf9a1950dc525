import CacheEngine
import Foundation
import Simulation
import Testing

@testable import Tutor

/// A tutor on a bench: short words for what tests of commands do again and again.
struct Bench {
  var tutor: Tutor

  /// The example world, or an empty cache.
  init(isEmpty: Bool = false, seed: UInt64 = 7) throws {
    if isEmpty {
      tutor = try Tutor(lessons: [], patterns: Bench.patterns, seed: seed)
    } else {
      tutor = try ExampleWorld.tutor(patterns: Bench.patterns)
    }
  }

  static let patterns: PatternShelf = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("lessons/patterns")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let patterns = files.filter { $0.hasSuffix(".pattern") }.compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).flatMap {
        try? PatternFile(name: String(name.dropLast(8)), text: $0)
      }
    }
    return PatternShelf(patterns)
  }()

  /// What a line answers: the text of its last command, or its error.
  @discardableResult
  mutating func type(_ line: String) -> String {
    let (done, error) = tutor.execute(line)
    if let error { return Bench.picture(of: error, in: line) }
    return done.last.map { ReplyText.text($0, in: tutor) } ?? ""
  }

  var digest: UInt64 { tutor.stage.world.digest }

  /// The line, the caret, the words.
  static func picture(of error: CommandError, in line: String) -> String {
    let message = error.message
    return
      ([line, error.caret(under: line)] + [message.headline, message.detail, message.nextStep])
      .compactMap { $0 }.joined(separator: "\n")
  }
}
