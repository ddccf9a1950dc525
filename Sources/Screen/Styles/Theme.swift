/// What each role looks like.
///
/// The terminal's own background stays, so a theme is made for dark or for light ones: every role
/// has a contrast of at least 4.5 : 1 against black or white (WCAG 2.1, 1.4.3), and a test computes
/// it.
public struct Theme: Hashable, Sendable {
  public let name: String
  private let table: [Attributes]

  init(name: String, _ attributes: (Role) -> Attributes) {
    self.name = name
    table = Role.allCases.map(attributes)
  }

  /// What the cells of `role` look like.
  public subscript(role: Role) -> Attributes { table[Int(role.rawValue)] }

  /// What a style looks like: its role's attributes and its own flags.
  public func attributes(of style: Style) -> Attributes {
    var attributes = table[Int(style.role.rawValue)]
    attributes.flags.formUnion(style.flags)
    return attributes
  }

  /// Every theme, in the order in which they are offered.
  public static let all: [Theme] = [.dark, .light, .highContrast, .mono]

  /// The theme of that name, or nil.
  public static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }
}
