/// A role and what is added to it in one place.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var flags: Flags

  public init(_ role: Role, _ flags: Flags = []) {
    self.role = role
    self.flags = flags
  }

  /// What can be added to any role.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let bold = Flags(rawValue: 1)
    public static let dim = Flags(rawValue: 2)
    public static let underline = Flags(rawValue: 4)
    public static let reverse = Flags(rawValue: 8)
  }

  /// The same role with `flags` added.
  public func adding(_ flags: Flags) -> Style {
    Style(role, self.flags.union(flags))
  }
}

extension Style {
  public static let normal = Style(.normal)
  public static let text = Style(.text)
  public static let dim = Style(.dim)
  public static let title = Style(.title)
  public static let border = Style(.border)
  public static let heading = Style(.heading)
  public static let accent = Style(.accent)
  public static let strong = Style(.strong)
  public static let focused = Style(.focused)
  public static let selection = Style(.selection)
  public static let hit = Style(.hit)
  public static let miss = Style(.miss)
  public static let evicted = Style(.evicted)
  public static let expired = Style(.expired)
  public static let stale = Style(.stale)
  public static let moved = Style(.moved)
  public static let fresh = Style(.fresh)
  public static let queued = Style(.queued)
  public static let acting = Style(.acting)
  public static let good = Style(.good)
  public static let bad = Style(.bad)
  public static let warning = Style(.warning)
  public static let error = Style(.error)
  public static let hint = Style(.hint)
  public static let code = Style(.code)
  public static let keyword = Style(.keyword)
  public static let literal = Style(.literal)
  public static let comment = Style(.comment)
  public static let lineNumber = Style(.lineNumber)
  public static let current = Style(.current)
  public static let prompt = Style(.prompt)
  public static let ghost = Style(.ghost)
  public static let key = Style(.key)
  public static let label = Style(.label)
  public static let bar = Style(.bar)
  public static let barEmpty = Style(.barEmpty)

  /// The style of the `index`-th node.
  public static func node(_ index: Int) -> Style { Style(.node(index)) }
}

extension Style: CustomStringConvertible {
  /// The role's name and its flags, as in `hit+bold`.
  public var description: String {
    var words = ["\(role)"]
    if flags.contains(.bold) { words.append("bold") }
    if flags.contains(.dim) { words.append("dim") }
    if flags.contains(.underline) { words.append("underline") }
    if flags.contains(.reverse) { words.append("reverse") }
    return words.joined(separator: "+")
  }
}
