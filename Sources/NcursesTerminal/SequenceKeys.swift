import Screen

/// Keys in xterm's form, for those that the terminal's entry in the database leaves out.
///
/// `ESC [ 1 ; 5 C` is Control and the right arrow, `ESC [ 3 ; 5 ~` Control and Delete. Nearly every
/// terminal sends them so, whether its entry says so or not.
enum SequenceKeys {
  /// The key of a sequence: `[` or `O`, what stands between, and the final character.
  static func input(lead: UInt32, parameters: String, final: Unicode.Scalar) -> Input? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard numbers.count <= 2 else { return nil }
    let key = final == "~" ? (numbers.first ?? nil).flatMap { numbered[$0] } : lettered[final]
    guard let key else { return nil }
    guard numbers.count == 2 else { return .key(key) }
    guard let code = numbers[1], let modifiers = Modifiers(xterm: code) else { return nil }
    return .key(key, modifiers)
  }

  private static let lettered: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}

extension Modifiers {
  /// xterm counts from 1: 1 more for Shift, 2 for Alt, 4 for Control; nil for others.
  init?(xterm code: Int) {
    guard (1...8).contains(code) else { return nil }
    self = []
    if (code - 1) & 1 != 0 { insert(.shift) }
    if (code - 1) & 2 != 0 { insert(.alt) }
    if (code - 1) & 4 != 0 { insert(.control) }
  }
}
