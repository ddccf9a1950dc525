import Foundation

// tmux is a terminal that can be asked what it shows. Each driver has a server of its own behind a
// socket of its own, so that drivers do not meet, and leaves nothing behind.

/// A program in a tmux window: type at it, look at its screen.
public final class TmuxDriver {
  private let folder: URL
  private let home: AnyObject?

  /// Starts `command` in a window of that size; the environment is added to the one of the tests.
  ///
  /// When the program ends its window stays, so that what it left on the screen can be read.
  /// `home` owns files that the program reads: it lives as long as the window.
  public init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    home: AnyObject? = nil
  ) throws {
    self.home = home
    folder = FileManager.default.temporaryDirectory.appending(path: "tmux-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = """
      set -g status off
      set -g remain-on-exit on
      set -g default-terminal screen-256color
      set -s escape-time 0
      set -s exit-empty off

      """
    try settings.write(to: folder.appending(path: "settings"), atomically: true, encoding: .utf8)
    let variables = environment.sorted { $0.key < $1.key }.flatMap {
      ["-e", "\($0.key)=\($0.value)"]
    }
    try tmux(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + variables + ["--"] + command)
  }

  deinit {
    kill()
  }

  /// Ends the program and its terminal.
  public func kill() {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  /// Presses keys by the names that tmux gives them, such as `Enter`, `Escape`, `C-c`, `M-f`, `F1`.
  public func send(_ keys: String...) throws {
    try tmux(["send-keys", "-t", "0", "--"] + keys)
  }

  /// Types a text letter by letter.
  public func type(_ text: String) throws {
    try tmux(["send-keys", "-t", "0", "-l", "--", text])
  }

  /// Pastes a text, as a paste if the program has asked to be told.
  public func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p", "-r", "-t", "0"])
  }

  /// The rows of the screen, without blanks at their ends; as many as the window has.
  public func screen() throws -> [String] {
    var text = try tmux(["capture-pane", "-p", "-t", "0"])
    if text.hasSuffix("\n") { text.removeLast() }
    return text.components(separatedBy: "\n").map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The screen as one text.
  public func screenText() throws -> String {
    try screen().joined(separator: "\n")
  }

  /// The screen with the escape sequences of its colours.
  public func colouredScreen() throws -> String {
    try tmux(["capture-pane", "-p", "-e", "-t", "0"])
  }

  /// The cursor's column and row, from 0, and whether it shows.
  public func cursor() throws -> (x: Int, y: Int, isVisible: Bool) {
    let answer = try ask("#{cursor_x} #{cursor_y} #{cursor_flag}").split(separator: " ")
    let numbers = answer.compactMap { Int($0) }
    guard numbers.count == 3 else { return (0, 0, false) }
    return (numbers[0], numbers[1], numbers[2] == 1)
  }

  /// Whether the program uses the alternate screen.
  public func isOnAlternateScreen() throws -> Bool {
    try ask("#{alternate_on}") == "1"
  }

  /// Waits until the text is on the screen; returns the rows.
  @discardableResult
  public func wait(for text: String, seconds: Double = 60) throws -> [String] {
    try wait("\"\(text)\"", seconds: seconds) { rows in
      rows.contains { $0.contains(text) }
    }
  }

  /// Waits until the text is on the screen and the last row, which is painted last, has these keys:
  /// then the page is whole.
  public func wait(forPageWith text: String, keys: String) throws -> [String] {
    try wait("\"\(text)\" over \"\(keys)\"") { rows in
      rows.contains { $0.contains(text) } && rows.last?.contains(keys) == true
    }
  }

  /// Waits until the rows are as they should be; `what` says how, for the failure.
  @discardableResult
  public func wait(
    _ what: String, seconds: Double = 60, until isRight: ([String]) -> Bool
  ) throws -> [String] {
    var rows: [String] = []
    let isSeen = try Deadline(seconds: seconds).wait {
      rows = try screen()
      return isRight(rows)
    }
    guard isSeen else {
      throw PtyError.timedOut(waitingFor: what, screen: rows.joined(separator: "\n"))
    }
    // It may have been seen while it was painted: what comes back has stood still, if it does.
    for _ in 0..<3 {
      let next = try screen()
      if next == rows || !isRight(next) { break }
      rows = next
    }
    return rows
  }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-t", "0", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Waits until the program has ended; nil when it has not.
  public func waitForEnd(seconds: Double = 60) throws -> Ending? {
    var answer: [Int32?] = []
    _ = try Deadline(seconds: seconds).wait {
      let words = try ask("#{pane_dead}:#{pane_dead_status}:#{pane_dead_signal}")
      answer = words.split(separator: ":", omittingEmptySubsequences: false).map { Int32($0) }
      return answer.first == 1
    }
    guard answer.count == 3, answer[0] == 1 else { return nil }
    return answer[2].map { .signalled($0) } ?? .exited(answer[1] ?? 0)
  }

  /// The device of the window's terminal, for a test that writes past the program.
  public func terminalPath() throws -> String {
    try ask("#{pane_tty}")
  }

  /// Writes on a terminal behind the back of the program that runs there.
  public static func scribble(_ text: String, on path: String) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  private func ask(_ format: String) throws -> String {
    try tmux(["display-message", "-p", "-t", "0", format])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs one command of tmux; what it prints.
  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let socket = folder.appending(path: "socket").path
    let settings = folder.appending(path: "settings").path
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    var environment = ProcessInfo.processInfo.environment
    for name in ["TMUX", "NO_COLOR", "LINES", "COLUMNS"] { environment[name] = nil }
    environment["LC_ALL"] = "C.UTF-8"
    let process = try Spawn.start(
      ["tmux", "-u", "-S", socket, "-f", settings] + arguments, environment: environment,
      streams: .files(output: output.path, errors: errors.path))
    var ending: Ending?
    _ = Deadline(seconds: 30).wait {
      ending = Spawn.ending(of: process)
      return ending != nil
    }
    guard ending == .exited(0) else {
      throw PtyError.tmux(
        arguments: arguments.joined(separator: " "),
        says: (try? String(contentsOf: errors, encoding: .utf8)) ?? "nothing")
    }
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
