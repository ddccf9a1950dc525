import Foundation
import LessonFiles
import Testing
import Tutor

@Suite struct ProgressFileTests {
  @Test func `progress stays from one start to the next`() throws {
    let folder = try TemporaryFolder()
    let file = try StateDirectory(path: folder.path).progress
    #expect(try file.load().progress == Progress())
    try file.update { $0["herd"].solve(step: 1, commands: 3) }
    #expect(try file.load().progress["herd"].steps == [1])
    #expect(folder.names == ["progress", "progress.lock", "sessions"])
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `many programs at once lose nothing, and no reader sees a part`() async throws {
    let folder = try TemporaryFolder()
    let file = ProgressFile(path: folder.path + "/progress")
    try file.update { $0["start"].solve(step: 1) }
    let path = file.path
    await withTaskGroup(of: Void.self) { group in
      for program in 0..<6 {
        group.addTask {
          for step in 1...15 {
            _ = try? ProgressFile(path: path).update {
              $0["lesson-\(program)"].solve(step: step, commands: step)
            }
          }
        }
      }
      group.addTask {
        for _ in 0..<300 {
          let bytes = FileManager.default.contents(atPath: path) ?? Data()
          let reading = Progress.parse(bytes: Array(bytes))
          #expect(reading.damage.isEmpty)
          #expect(reading.progress["start"].steps == [1])
        }
      }
    }
    let progress = try file.load().progress
    for program in 0..<6 {
      #expect(progress["lesson-\(program)"].steps == Array(1...15))
    }
  }

  @Test func `a damaged file is kept, said, and read as far as it goes`() throws {
    let folder = try TemporaryFolder()
    let file = ProgressFile(path: folder.path + "/progress")
    let damaged = "cachetutor progress 1\n\nlesson herd\nstatus ???\nsteps 1 2\n"
    try folder.write(damaged, to: "progress")
    let (progress, notice) = try file.load()
    #expect(progress["herd"].steps == [1, 2])
    #expect(
      notice?.message(path: "progress")
        == "progress: line 4 could not be read — the rest counts, and the old file is kept as "
        + "\(folder.path)/progress.damaged")
    #expect(try folder.read("progress.damaged") == damaged)
    #expect(try file.load().notice == nil)
    try folder.write("something else\n", to: "progress")
    #expect(try file.load().notice != nil)
    #expect(
      folder.names == ["progress", "progress.damaged", "progress.damaged.2", "progress.lock"])
  }

  @Test func `a later version's file is left alone`() throws {
    let folder = try TemporaryFolder()
    let file = ProgressFile(path: folder.path + "/progress")
    try folder.write("cachetutor progress 9\nnew things\n", to: "progress")
    let (progress, notice) = try file.update { $0["herd"].solve(step: 1) }
    #expect(progress["herd"].steps == [1])
    #expect(notice == .newer(format: 9))
    #expect(try folder.read("progress") == "cachetutor progress 9\nnew things\n")
  }

  @Test func `a torn file at every byte loses at most its last line`() throws {
    let folder = try TemporaryFolder()
    let file = ProgressFile(path: folder.path + "/progress")
    try file.update { progress in
      for step in 1...3 { progress["herd"].solve(step: step) }
      progress["ring"].open(digest: 5)
    }
    let bytes = Array(try folder.read("progress").utf8)
    for length in 0...bytes.count {
      let reading = Progress.parse(bytes: Array(bytes[..<length]))
      #expect(reading.damage.count <= 1)
    }
  }

  @Test func `a folder that cannot be written says so`() throws {
    let file = ProgressFile(path: "/proc/no/progress")
    do {
      _ = try file.load()
      Issue.record("written")
    } catch {
      #expect(error.message.hasPrefix("/proc/no/progress.lock: cannot lock it: "))
    }
  }
}

@Suite struct HistoryFileTests {
  @Test func `commands come back in order, each at its last use`() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/history")
    #expect(try history.load() == [])
    for command in ["read a", "read b", "  ", "read a", "write a \"x\ny\""] {
      try history.append(command)
    }
    #expect(try history.load() == ["read b", "read a", "write a \"x y\""])
    #expect(try folder.read("history") == "read b\nread a\nwrite a \"x y\"\n")
    let mode = try FileManager.default.attributesOfItem(atPath: history.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `only so many are kept`() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.path + "/history", limit: 10)
    for number in 0..<25 { try history.append("read \(number)") }
    let expected = (15..<25).map { "read \($0)" }
    #expect(try history.load() == expected)
    #expect(try folder.read("history").split(separator: "\n").map { String($0) } == expected)
  }
}
