/// A colour as terminals know it: one of 256, and what to take where there are fewer.
///
/// 0 to 15 are the terminal's own, which its user may have changed; 16 to 231 a cube of 6 × 6 × 6;
/// 232 to 255 greys.
public struct Colour: Hashable, Sendable {
  /// 0 to 255, for terminals with 256 colours.
  public let index: UInt8
  /// 0 to 15, for terminals with 8 or 16 colours.
  public let basic: UInt8

  public init(_ index: UInt8, basic: UInt8) {
    self.index = index
    self.basic = basic
  }
}

/// How many colours a terminal has.
public enum ColourDepth: Int, Hashable, Sendable, Comparable {
  case mono = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256

  /// The depth of a terminal that says it has `count` colours.
  public init(count: Int) {
    switch count {
    case 256...: self = .indexed
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .mono
    }
  }

  public static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
