/// Whether the terminal's background is light: how terminals tell it.
public enum TerminalBackground {
  /// Whether the answer to OSC 11, such as `11;rgb:ffff/ffff/dddd`, tells of a light one; nil for what
  /// is no such answer.
  ///
  /// Each part has one to four hexadecimal digits. Light is what is brighter than the middle, as the
  /// eye sees it (the weights of ITU-R BT.709).
  static func isLight(answer text: String) -> Bool? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "11",
      parts[1].hasPrefix("rgb:") || parts[1].hasPrefix("rgba:"),
      let colon = parts[1].firstIndex(of: ":")
    else { return nil }
    let numbers = parts[1][parts[1].index(after: colon)...]
      .split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count >= 3 else { return nil }
    var brightness = 0.0
    for (digits, weight) in zip(numbers, [0.2126, 0.7152, 0.0722]) {
      guard (1...4).contains(digits.utf8.count), let value = Int(digits, radix: 16), value >= 0
      else { return nil }
      brightness += weight * Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
    }
    return brightness > 0.5
  }

  /// Whether `COLORFGBG`, such as `0;15` or `12;default;7`, tells of a light background; nil when
  /// its last number is none of the sixteen colours.
  ///
  /// rxvt, Konsole and some others set it.
  public static func isLight(foregroundAndBackground text: String) -> Bool? {
    guard let last = text.split(separator: ";", omittingEmptySubsequences: false).last,
      let number = Int(last), (0...15).contains(number)
    else { return nil }
    return number == 7 || number > 8
  }
}
