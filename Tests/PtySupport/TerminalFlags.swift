import Glibc

/// The modes of a terminal that a program may leave changed.
public struct TerminalFlags: Hashable, Sendable {
  public let input: UInt32
  public let output: UInt32
  public let control: UInt32
  public let local: UInt32
  /// The control characters: which one erases, which one interrupts.
  public let characters: [UInt8]

  init(of descriptor: Int32) {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    input = modes.c_iflag
    output = modes.c_oflag
    control = modes.c_cflag
    local = modes.c_lflag
    characters = withUnsafeBytes(of: &modes.c_cc) { Array($0) }
  }

  /// Whether typed characters come back and lines are collected, as at a shell's prompt.
  public var isCooked: Bool {
    local & UInt32(ECHO) != 0 && local & UInt32(ICANON) != 0 && local & UInt32(ISIG) != 0
  }
}
