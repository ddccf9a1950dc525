import Glibc

/// A program in a pseudo-terminal of its own, as the leader of its session.
///
/// For what needs the raw bytes, the terminal's modes and the exit status. It has no shell above it:
/// what needs job control or a real screen runs under `TmuxDriver`.
public final class PtyProgram {
  /// The modes before the program started.
  public let flagsBefore: TerminalFlags
  /// Everything that the program has written.
  public private(set) var output: [UInt8] = []

  var process: pid_t = 0
  private(set) var master: Int32
  private var terminal: Int32
  private var ending: Ending?
  private let home: AnyObject?

  /// Starts `command`; the first word is a path or is looked up.
  ///
  /// The environment is only what is given, with `TERM`, `PATH`, `HOME` and a UTF-8 locale added.
  /// `home` owns files that the program reads: it lives as long as this does.
  public init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    home: AnyObject? = nil
  ) throws(PtyError) {
    self.home = home
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, let name = Self.unlock(master) else {
      throw .noPseudoTerminal(errno: errno)
    }
    terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    flagsBefore = TerminalFlags(of: terminal)
    resize(columns: columns, rows: rows)
    var all = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
    ]
    all.merge(environment) { $1 }
    process = try Spawn.start(command, environment: all, streams: .terminal(name))
  }

  deinit {
    if waitForEnd(seconds: 0) == nil {
      kill(process, SIGKILL)
      _ = waitForEnd(seconds: 5)
    }
    hangUp()
  }

  /// Unlocks the other end of a pseudo-terminal; its path.
  ///
  /// `ptsname` and its companions are not in the Glibc module, so this is what they do.
  private static func unlock(_ master: Int32) -> String? {
    let setLock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, setLock, &isLocked) == 0, ioctl(master, getNumber, &number) == 0
    else { return nil }
    return "/dev/pts/\(number)"
  }

  /// Types; escape sequences and control characters as they are.
  public func write(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Sends a signal to the program alone.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Gives the terminal another size; the program gets its signal.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal's window.
  public func hangUp() {
    for descriptor in [master, terminal] where descriptor >= 0 { close(descriptor) }
    master = -1
    terminal = -1
  }

  /// The terminal's modes now.
  public var flags: TerminalFlags { TerminalFlags(of: terminal) }

  /// What has been written, without escape sequences, from byte `start` on.
  public func text(from start: Int = 0) -> String {
    var plain = PlainText()
    plain.append(output.dropFirst(start))
    return plain.text
  }

  /// Reads until `text` is among what was written since byte `start`.
  ///
  /// The time is for a machine that is busy with a hundred other tests.
  public func wait(for text: String, from start: Int = 0, seconds: Double = 60) throws(PtyError) {
    let deadline = Deadline(seconds: seconds)
    let wanted = Array(text.utf8)
    var plain = PlainText()
    var seen = start
    var looked = 0
    while true {
      plain.append(output.dropFirst(seen))
      seen = max(seen, output.count)
      if plain.bytes.contains(wanted, from: &looked) { return }
      guard read(until: deadline) else {
        throw .timedOut(waitingFor: text, screen: plain.text)
      }
    }
  }

  /// Reads until something has been written after byte `start`; false when nothing was.
  public func waitForOutput(from start: Int, seconds: Double = 60) -> Bool {
    let deadline = Deadline(seconds: seconds)
    while output.count <= start, read(until: deadline) {}
    return output.count > start
  }

  /// Reads until these bytes, escape sequences and all, are among what was written since byte
  /// `start`; any bytes, when there are none to look for.
  public func wait(forBytes text: String, from start: Int = 0, seconds: Double = 60) -> Bool {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty else { return waitForOutput(from: start, seconds: seconds) }
    let deadline = Deadline(seconds: seconds)
    var looked = start
    while !output.contains(wanted, from: &looked) {
      guard read(until: deadline) else { return false }
    }
    return true
  }

  /// Reads until nothing has been written for so long: a still screen, or a program that hangs.
  public func settle(seconds: Double = 0.3) {
    let end = Deadline(seconds: 60)
    while !end.isOver, read(until: Deadline(seconds: seconds)) {}
  }

  /// Reads on until the program has ended; nil when it has not within `seconds`.
  public func waitForEnd(seconds: Double = 60) -> Ending? {
    let deadline = Deadline(seconds: seconds)
    while ending == nil {
      _ = read(until: Deadline(seconds: 0))
      ending = Spawn.ending(of: process)
      guard ending == nil else { break }
      guard !deadline.isOver else { return nil }
      _ = poll(nil, 0, deadline.pollTimeout(limit: 5))
    }
    while read(until: Deadline(seconds: 0)) {}
    return ending
  }

  /// Reads what is there, or what comes first before the deadline; false when nothing did.
  func read(until deadline: Deadline) -> Bool {
    guard master >= 0 else { return false }
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, deadline.pollTimeout(limit: .max)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer.prefix(count)
    return true
  }
}

extension [UInt8] {
  /// Whether the wanted bytes begin at or after `place`, which moves on over what needs no second
  /// look.
  fileprivate func contains(_ wanted: [UInt8], from place: inout Int) -> Bool {
    while place + wanted.count <= count {
      if self[place...].starts(with: wanted) { return true }
      place += 1
    }
    return false
  }
}
