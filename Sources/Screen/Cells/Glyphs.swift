/// The symbols that the screen is drawn with: Unicode, or nothing beyond ASCII.
///
/// The terminal driver picks one by the character set of the locale, or a flag does.
public enum Glyphs: Hashable, Sendable {
  case unicode
  case ascii

  private func pick(_ unicode: Character, _ ascii: Character) -> Character {
    self == .unicode ? unicode : ascii
  }

  public var horizontal: Character { pick("─", "-") }
  public var vertical: Character { pick("│", "|") }
  public var leftArrow: Character { pick("←", "<") }
  public var rightArrow: Character { pick("→", ">") }
  public var upArrow: Character { pick("↑", "^") }
  public var downArrow: Character { pick("↓", "v") }
  /// The end of a long arrow, as in `───▶`.
  public var arrowHeadRight: Character { pick("▶", ">") }
  public var arrowHeadLeft: Character { pick("◀", "<") }
  public var arrowHeadUp: Character { pick("▲", "^") }
  public var arrowHeadDown: Character { pick("▼", "v") }
  /// A goal that holds, or a right answer.
  public var check: Character { pick("✓", "+") }
  /// A goal that does not hold, or a wrong answer.
  public var cross: Character { pick("✗", "x") }
  /// A goal that is not decided yet, or a place that nobody takes.
  public var pending: Character { pick("·", ".") }
  public var dot: Character { pick("●", "*") }
  public var hollowDot: Character { pick("○", "o") }
  public var play: Character { pick("▶", ">") }
  public var pause: Character { pick("‖", "=") }
  public var ellipsis: Character { pick("…", "~") }
  public var bullet: Character { pick("•", "*") }
  public var prompt: Character { pick("›", ">") }
  public var times: Character { pick("×", "x") }
  public var fullBlock: Character { pick("█", "#") }
  public var emptyBlock: Character { pick("░", ".") }
  /// A bar that leaves the rows above and below it apart.
  public var barBlock: Character { pick("▇", "=") }

  /// Columns of rising height, from one eighth to full.
  public var levels: [Character] {
    self == .unicode ? Self.unicodeLevels : Self.asciiLevels
  }

  /// Blocks that fill from the left: nothing, then one eighth to seven eighths.
  ///
  /// Without block elements there is nothing between empty and full.
  public var eighths: [Character] {
    self == .unicode ? Self.unicodeEighths : Self.asciiEighths
  }

  /// The pattern of 2 × 4 dots, bit 0 at the top left and counted as Unicode counts them.
  public func braille(_ dots: UInt8) -> Character {
    if dots == 0 { return " " }
    if self == .unicode {
      return Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? " "
    }
    return Self.asciiDots[dots.nonzeroBitCount]
  }

  private static let unicodeLevels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiLevels: [Character] = ["_", ".", "-", "=", "+", "*", "#", "@"]
  private static let unicodeEighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let asciiEighths: [Character] = [" ", " ", " ", " ", "-", "-", "-", "-"]
  private static let asciiDots: [Character] = [" ", ".", ".", ":", ":", "+", "*", "#", "@"]
}
