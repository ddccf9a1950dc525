import CacheEngine

extension SessionText {
  /// The header and the empty line after it.
  public static func text(of header: SessionHeader) -> String {
    var text = "cachetutor session \(header.format)\n"
    text += "rules: \(header.rules)\nseed: \(header.seed)\n"
    if let lesson = header.lesson {
      text += "lesson: \(oneLine(lesson.id)) \(hexadecimal(lesson.digest))\n"
    }
    if !header.app.isEmpty { text += "app: \(oneLine(header.app))\n" }
    for other in header.others {
      text += "\(oneLine(other.key)): \(oneLine(other.value))\n"
    }
    return text + "\n"
  }

  /// One line with its end.
  public static func text(of kind: SessionEntry.Kind) -> String {
    switch kind {
    case .command(let position, let command): "@\(position.text) \(oneLine(command))\n"
    case .digest(let tick, let digest): "= \(tick.microseconds) \(hexadecimal(digest))\n"
    case .comment(let comment): "# \(oneLine(comment))\n"
    }
  }

  /// 16 hexadecimal digits.
  public static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Line breaks would make two lines out of one; they become blanks.
  private static func oneLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar == "\n" ? " " : scalar
    }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    return String(line).trimmed
  }
}
