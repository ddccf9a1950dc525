import Screen

/// Reports in xterm's SGR form, `button;column;row`, which has no limit on columns.
enum MouseReport {
  /// The report's meaning; nil when it is malformed or a mere movement.
  static func mouse(_ parameters: String, isRelease: Bool) -> Mouse? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1],
      let row = numbers[2], (0..<128).contains(code), column > 0, row > 0
    else { return nil }
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let position = Point(x: column - 1, y: row - 1)
    if code & 64 != 0 {
      guard !isRelease, code & 2 == 0 else { return nil }
      return Mouse(code & 1 == 0 ? .wheelUp : .wheelDown, at: position, modifiers: modifiers)
    }
    let buttons: [Mouse.Button] = [.left, .middle, .right]
    guard code & 3 < 3 else { return nil }
    let kind: Mouse.Kind = isRelease ? .released : code & 32 != 0 ? .dragged : .pressed
    return Mouse(kind, at: position, button: buttons[code & 3], modifiers: modifiers)
  }
}
