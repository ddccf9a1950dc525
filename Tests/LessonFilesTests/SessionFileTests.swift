import CacheEngine
import Foundation
import LessonFiles
import Testing
import Tutor

@Suite struct SessionFileTests {
  private let header = SessionHeader(
    seed: 7, lesson: SessionHeader.Lesson(id: "herd", digest: 0x3f9a), app: "0.1.0")
  private let start = SessionPosition(tick: .zero)

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func `the state lies where the standard says, for its owner alone`() throws {
    let folder = try TemporaryFolder()
    let state = try StateDirectory { ["XDG_STATE_HOME": folder.path + "/state"][$0] }
    #expect(state.path == folder.path + "/state/cachetutor")
    #expect(try mode(state.path) == 0o700)
    #expect(try mode(state.sessions) == 0o700)
    let home = try StateDirectory { ["HOME": folder.path, "XDG_STATE_HOME": "relative"][$0] }
    #expect(home.path == folder.path + "/.local/state/cachetutor")
    let error = #expect(throws: FileError.self) { try StateDirectory { _ in nil } }
    let message = "there is no folder for sessions: set HOME or XDG_STATE_HOME to a full path"
    #expect(error?.message == message)
  }

  @Test func `every line is in the file as soon as it is written`() throws {
    let folder = try TemporaryFolder()
    let state = try StateDirectory(path: folder.path)
    let writer = try SessionWriter(in: state, header: header)
    #expect(try mode(writer.path) == 0o600)
    for number in 1...5 {
      try writer.append(.command(start, "read user:\(number)"))
      let session = try SessionFile.read(writer.path)
      #expect(session.header == header)
      #expect(session.commands.count == number)
      #expect(session.notices.isEmpty)
    }
    #expect(try state.sessionPaths() == [writer.path])
  }

  @Test func `two programs never write one file`() throws {
    let folder = try TemporaryFolder()
    let state = try StateDirectory(path: folder.path)
    let first = try SessionWriter(in: state, header: header)
    let second = try SessionWriter(in: state, header: header)
    #expect(first.path != second.path)
    #expect(try SessionWriter(continuing: first.path) == nil)
  }

  @Test func `a session goes on where a crash tore it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.session"
    let text = SessionText.text(of: header) + "@0 read a\n"
    try folder.write(text + "@7 rea", to: "a.session")
    let writer = try #require(try SessionWriter(continuing: path))
    try writer.append(.command(start, "read b"))
    #expect(try folder.read("a.session") == text + "@0 read b\n")
  }

  @Test func `the oldest sessions go, never one that is being written or that is not ours`() throws
  {
    let folder = try TemporaryFolder()
    let state = try StateDirectory(path: folder.path)
    for day in 10...29 {
      try folder.write("x", to: "sessions/202001\(day)-120000-1.session")
    }
    try folder.write("x", to: "sessions/mine.session")
    let oldest = folder.path + "/sessions/20200110-120000-1.session"
    let held = try #require(try SessionWriter(continuing: oldest))
    let limits = SessionWriter.Limits(files: 5)
    let writer = try SessionWriter(in: state, header: header, limits: limits)
    let left = try state.sessionPaths().map {
      $0.split(separator: "/").last.map { String($0) } ?? ""
    }
    #expect(left.count == 5)
    #expect(left.first == "20200110-120000-1.session")
    #expect(left[1] == "20200127-120000-1.session")
    #expect(writer.path.hasSuffix(left[4]))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/sessions/mine.session"))
    withExtendedLifetime(held) {}
  }

  @Test func `sessions are thinned out by their bytes too`() throws {
    let folder = try TemporaryFolder()
    let state = try StateDirectory(path: folder.path)
    for day in 10...12 {
      let text = String(repeating: "x", count: 1_000)
      try folder.write(text, to: "sessions/202001\(day)-120000-1.session")
    }
    let limits = SessionWriter.Limits(bytes: 2_300)
    let writer = try SessionWriter(in: state, header: header, limits: limits)
    #expect(try state.sessionPaths().count == 3)
    withExtendedLifetime(writer) {}
  }

  @Test func `a file that cannot be read says why`() {
    do {
      _ = try SessionFile.read("/no/such.session")
      Issue.record("read")
    } catch {
      #expect(
        error.message == "/no/such.session: it cannot be read: No such file or directory — "
          + "look at its name and permissions")
    }
  }
}
