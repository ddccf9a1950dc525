/// A key of the keyboard; a character that was typed, or a key with a name.
public enum Key: Hashable, Sendable {
  /// What was typed; together with Control the lower-case letter.
  case character(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
}
