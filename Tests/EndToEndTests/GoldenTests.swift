import Foundation
import LessonFiles
import Testing

/// Recordings of every release, with the lessons of that release: they play, or say why not.
///
/// A release adds files (`UPDATE_SNAPSHOTS=1 swift test --filter GoldenTests` writes those that
/// are missing) and changes none. Where the rules of the world change on purpose, `rules:` gets a
/// new number and the old recordings say so.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  static let lessons = folder.appendingPathComponent("lessons").path
  static let release = "0.1.0"

  static var sessions: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".session") }.sorted()
  }

  static let sandbox = """
    capacity 8
    rows user:1=Ada user:2=Bea key:1..40
    read user:1
    write user:2 Bo
    herd user:2 20
    policy lfu
    traffic zipf 500 keys=40
    undo
    redo
    traffic scan 1..60
    node add B
    node add C
    traffic zipf 500 keys=40 rate=300/s
    herd key:1 50 &
    tick 40ms
    node kill B
    guard lock
    tick 61s
    herd user:1 100
    pattern write-behind
    write user:1 Al
    write user:2 Be
    crash A
    tick 10s
    revive A
    pattern cache-aside
    begin read user:2
    step A
    step A
    write user:2 Cy
    finish all
    edit move 6 5
    read user:1
    SET list x EX 100
    GET list
    mark the end
    """

  @Test func `every lesson of the release and the sandbox are there`() throws {
    let library = LessonLibrary.load([Self.lessons])
    #expect(library.errors.isEmpty)
    let writes = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil
    for name in library.lessons.map(\.id) + ["sandbox"] {
      let file = "\(Self.release)-\(name).session"
      if writes, !Self.sessions.contains(file) {
        let text =
          try library.lesson(name).map {
            try GoldenWriter.session(of: $0, in: library, app: Self.release)
          }
          ?? GoldenWriter.session(
            of: Self.sandbox.components(separatedBy: "\n"), in: library, app: Self.release)
        let url = Self.folder.appendingPathComponent(file)
        try text.write(to: url, atomically: true, encoding: .utf8)
      }
      #expect(Self.sessions.contains(file))
    }
  }

  @Test(arguments: sessions)
  func `a recording of an earlier release plays as it was recorded`(name: String) throws {
    let home = try Home()
    let path = Self.folder.appendingPathComponent(name).path
    let check = try home.run(["replay", "--check", "--lessons", Self.lessons, path])
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("as recorded"))
    #expect(!check.output.contains("has changed"))
  }

  @Test(arguments: sessions)
  func `a changed digest is named with its line`(name: String) throws {
    let home = try Home()
    let url = Self.folder.appendingPathComponent(name)
    var lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let digest = try #require(lines.lastIndex { $0.hasPrefix("= ") })
    lines[digest] = String(lines[digest].dropLast()) + (lines[digest].hasSuffix("0") ? "1" : "0")
    let path = try home.file("changed.session", lines.joined(separator: "\n"))
    let check = try home.run(["replay", "--check", "--lessons", Self.lessons, path])
    #expect(check.status == 1)
    #expect(check.output.contains("changed.session:\(digest + 1): "))
  }
}
