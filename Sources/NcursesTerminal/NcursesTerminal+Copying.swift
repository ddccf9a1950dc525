import Glibc

extension NcursesTerminal {
  /// The most bytes that are put into the clipboard; many terminals take no more.
  public static let copyLimit = 74_994

  /// Puts text into the terminal's clipboard (OSC 52); more than `copyLimit` bytes are not sent.
  ///
  /// tmux takes it as it is where `set-clipboard` is on, and hands it through, wrapped up, where
  /// `allow-passthrough` is; which one is on cannot be known, so it gets both.
  public func copy(_ text: String) {
    guard isActive, text.utf8.count <= Self.copyLimit else { return }
    let sequence = "\u{1B}]52;c;" + Self.base64(Array(text.utf8)) + "\u{07}"
    if getenv("TMUX") != nil {
      send("\u{1B}Ptmux;" + sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\")
    }
    send(sequence)
  }

  /// Rings the bell.
  public func bell() {
    if isActive { send("\u{07}") }
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let word = group[0] << 16 | group[1] << 8 | group[2]
      let count = min(3, bytes.count - start) + 1
      for place in 0..<4 {
        text.append(place < count ? digits[Int(word >> (18 - 6 * UInt32(place))) & 63] : "=")
      }
    }
    return text
  }
}
