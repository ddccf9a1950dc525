/// One thing that reaches the program through the terminal.
public enum Input: Hashable, Sendable {
  case key(Key, Modifiers = [])
  /// Pasted text, line breaks and all; nothing in it is a command.
  case paste(String)
  case mouse(Mouse)
  case resized(Size)
  /// The terminal's window got the focus, or lost it.
  case focused(Bool)
  /// The terminal has told what its background is like.
  case background(isLight: Bool)
  case requested(Request)
}

extension Input {
  /// A letter with Control, as in `.control("a")`.
  public static func control(_ character: Character) -> Input {
    .key(.character(character), .control)
  }

  /// A letter with Alt, as in `.alt("f")`.
  public static func alt(_ character: Character) -> Input {
    .key(.character(character), .alt)
  }

  /// A character that was typed.
  public static func typed(_ character: Character) -> Input {
    .key(.character(character))
  }
}
