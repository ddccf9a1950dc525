import Screen

/// What single characters from the keyboard mean.
enum ControlKeys {
  /// A control character as the key that was pressed; any other as typed; nil for what is none.
  static func input(_ code: UInt32) -> Input? {
    switch code {
    case 0x00: return .key(.character(" "), .control)
    case 0x09: return .key(.tab)
    case 0x0D: return .key(.enter)
    case 0x1B: return .key(.escape)
    case 0x7F: return .key(.backspace)
    case 0x01...0x1A: return letter(code + 0x60)
    // Control with \ ] ^ _
    case 0x1C...0x1F: return letter(code + 0x40)
    case 0x80...0x9F: return nil
    default: return Unicode.Scalar(code).map { .key(.character(Character($0))) }
    }
  }

  private static func letter(_ code: UInt32) -> Input? {
    Unicode.Scalar(code).map { .key(.character(Character($0)), .control) }
  }
}
