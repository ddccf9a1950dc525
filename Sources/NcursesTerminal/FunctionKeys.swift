import CNcurses
import Screen

/// What the codes of curses mean.
enum FunctionKeys {
  /// The key and the modifiers of a code, nil for one that means nothing to us.
  static func input(_ code: Int32) -> Input? {
    if (KEY_F0 + 1...KEY_F0 + 12).contains(code) { return .key(.function(Int(code - KEY_F0))) }
    if let key = plain[code] { return .key(key) }
    if let key = shifted[code] { return .key(key, .shift) }
    return keyname(code).flatMap { extended(String(cString: $0)) }
  }

  /// Keys with modifiers have no fixed codes, only names: `kRIT5` is Control and the right arrow.
  static func extended(_ name: String) -> Input? {
    guard let digit = name.last?.wholeNumberValue, digit > 1,
      let modifiers = Modifiers(xterm: digit), let key = names[String(name.dropLast())]
    else { return nil }
    return .key(key, modifiers)
  }

  private static let plain: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_FIND: .home, KEY_SELECT: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_DC: .delete, KEY_IC: .insert, KEY_BACKSPACE: .backspace, KEY_ENTER: .enter,
    KEY_BTAB: .backTab, KEY_A1: .home, KEY_C1: .end, KEY_A3: .pageUp, KEY_C3: .pageDown,
  ]

  private static let shifted: [Int32: Key] = [
    KEY_SLEFT: .left, KEY_SRIGHT: .right, KEY_SR: .up, KEY_SF: .down, KEY_SHOME: .home,
    KEY_SEND: .end, KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown, KEY_SDC: .delete,
  ]

  private static let names: [String: Key] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end,
    "kPRV": .pageUp, "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
  ]
}
