import CNcurses
import Screen

/// What curses is told for each style: made when a style is first seen, then looked up.
///
/// Curses knows colours only as numbered pairs, of which a terminal has a limited number; when they
/// are used up, further combinations stay without colour.
struct ColourPairs {
  struct Entry {
    let attributes: attr_t
    let pair: Int32
  }

  private let theme: Theme
  private let depth: ColourDepth
  private let limit: Int32
  private var entries: [Entry?]
  private var numbers: [Int32: Int32] = [:]

  init(theme: Theme, depth: ColourDepth) {
    self.theme = theme
    self.depth = depth
    limit = cnc_pairs()
    entries = Array(repeating: nil, count: Role.allCases.count << 4)
  }

  /// What to draw `style` with.
  mutating func entry(for style: Style) -> Entry {
    let index = Int(style.role.rawValue) << 4 | Int(style.flags.rawValue & 15)
    if let known = entries[index] { return known }
    let (front, back, flags) = theme.attributes(of: style).resolved(depth)
    let entry = Entry(attributes: Self.attributes(flags), pair: pair(front, back))
    entries[index] = entry
    return entry
  }

  private mutating func pair(_ front: Int16, _ back: Int16) -> Int32 {
    guard front >= 0 || back >= 0 else { return 0 }
    let key = Int32(front) << 16 | Int32(UInt16(bitPattern: back))
    if let known = numbers[key] { return known }
    let number = Int32(numbers.count) + 1
    guard number < limit, init_extended_pair(number, Int32(front), Int32(back)) == OK
    else { return 0 }
    numbers[key] = number
    return number
  }

  private static func attributes(_ flags: Style.Flags) -> attr_t {
    var attributes: attr_t = 0
    if flags.contains(.bold) { attributes |= cnc_bold }
    if flags.contains(.dim) { attributes |= cnc_dim }
    if flags.contains(.underline) { attributes |= cnc_underline }
    if flags.contains(.reverse) { attributes |= cnc_reverse }
    return attributes
  }
}
