import Foundation
import Glibc
import LessonFiles
import PtySupport
import Simulation
import Tutor

/// A person's home, empty at first: state, and ways to start the tutor in it.
final class Home {
  let folder: URL
  private let lessonFolder: String

  init(sandbox: Sandbox = .atWork) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "cachetutor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let shipped = Home.root.appendingPathComponent("lessons")
    guard sandbox == .still else {
      lessonFolder = shipped.path
      return
    }
    let copy = folder.appendingPathComponent("lessons")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped.path)
    where name != "experiments.md" {
      try FileManager.default.createSymbolicLink(
        at: copy.appendingPathComponent(name),
        withDestinationURL: shipped.appendingPathComponent(name))
    }
    lessonFolder = copy.path
  }

  /// What `play` opens with.
  enum Sandbox {
    /// The scene that the program ships: traffic is flowing.
    case atWork
    /// An empty world with its clock stopped: each byte on the screen is an answer.
    case still
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let program = Products.path(of: "cachetutor")

  /// The release build, where there is one: `make test` makes it and says so.
  static let release = ProcessInfo.processInfo.environment["CACHETUTOR_RELEASE"]

  static let library = LessonLibrary.load([root.appendingPathComponent("lessons").path])

  static let lessons = library.lessons

  static let patterns = library.shelf()

  var environment: [String: String] {
    [
      "HOME": folder.path, "XDG_STATE_HOME": folder.appendingPathComponent("state").path,
      "XDG_CONFIG_HOME": folder.appendingPathComponent("config").path,
      "XDG_DATA_HOME": folder.appendingPathComponent("data").path, "LC_ALL": "C.UTF-8",
      "CACHETUTOR_LESSONS": lessonFolder,
    ]
  }

  /// Starts the tutor in a terminal.
  func start(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, setting: [String: String] = [:]
  ) throws -> TmuxDriver {
    try TmuxDriver(
      [Home.program] + arguments, columns: columns, rows: rows,
      environment: environment.merging(setting) { $1 }, home: self)
  }

  /// Starts a shell in a terminal; the tutor is `$TUTOR`.
  func shell() throws -> TmuxDriver {
    let own = ["PS1": "ready> ", "ENV": "", "TUTOR": Home.program]
    let shell = try TmuxDriver(
      ["/bin/sh", "-i"], environment: environment.merging(own) { $1 }, home: self)
    try shell.wait(for: "ready>")
    return shell
  }

  /// Starts the tutor on a bare pseudo-terminal.
  func pty(
    _ arguments: String..., columns: Int = 100, rows: Int = 30, setting: [String: String] = [:]
  ) throws -> PtyProgram {
    try pty(arguments, columns: columns, rows: rows, setting: setting)
  }

  func pty(
    _ arguments: [String], columns: Int = 100, rows: Int = 30, setting: [String: String] = [:]
  ) throws -> PtyProgram {
    try PtyProgram(
      [Home.program] + arguments, columns: columns, rows: rows,
      environment: environment.merging(setting) { $1 }, home: self)
  }

  /// Writes the configuration file.
  func configure(_ text: String) throws {
    let path = folder.appendingPathComponent("config/cachetutor")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    try text.write(
      to: path.appendingPathComponent("config"), atomically: true, encoding: .utf8)
  }

  /// Puts a folder in the place of a file.
  func replaceWithFolder(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The session files, the newest last.
  var recordings: [String] {
    let sessions = folder.appendingPathComponent("state/cachetutor/sessions").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? []
    return names.sorted().map { sessions + "/" + $0 }
  }

  func file(_ name: String, _ text: String) throws -> String {
    let path = folder.appendingPathComponent(name)
    try text.write(to: path, atomically: true, encoding: .utf8)
    return path.path
  }

  /// Runs the program without a terminal; both streams are in the output.
  func run(
    _ arguments: [String], input: String = "", program: String = Home.program,
    locale: String = "C.UTF-8", setting: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let source = try file("input-\(UUID().uuidString)", input)
    let target = folder.appendingPathComponent("output-\(UUID().uuidString)")
    try Data().write(to: target)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // What the person who runs the tests has set is not to matter.
    var inherited = ProcessInfo.processInfo.environment
    for name in inherited.keys where name != "PATH" && !name.hasPrefix("LD_") {
      inherited[name] = nil
    }
    process.environment = inherited.merging(environment) { $1 }
      .merging(["LC_ALL": locale]) { $1 }.merging(setting) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
    let output = try FileHandle(forWritingTo: target)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: target, encoding: .utf8))
  }
}
