/// Which entry of the terminal database to use.
///
/// People log in from terminals whose entries the other end has not got. Nearly all of them
/// understand what xterm does, so for names of that kind its entry is taken instead.
struct TerminalName: Equatable {
  enum Check {
    case usable, unknown, cannotMoveCursor
  }

  let name: String
  /// The name that `TERM` said, when it was another one.
  let replaced: String?

  init(
    environment: String?, check: (String) -> Check
  ) throws(TerminalError) {
    guard let asked = environment, !asked.isEmpty else { throw .unnamed }
    switch check(asked) {
    case .usable: (name, replaced) = (asked, nil)
    case .cannotMoveCursor: throw .cannotMoveCursor(name: asked)
    case .unknown:
      guard let stand = Self.standIns(for: asked).first(where: { check($0) == .usable })
      else { throw .unknown(name: asked) }
      (name, replaced) = (stand, asked)
    }
  }

  private static func standIns(for name: String) -> [String] {
    if name.hasPrefix("tmux") || name.hasPrefix("screen") {
      return ["screen-256color", "xterm-256color", "xterm"]
    }
    let isModern = modern.contains { name.hasPrefix($0) } || name.hasSuffix("-256color")
    return isModern ? ["xterm-256color", "xterm"] : []
  }

  private static let modern = [
    "xterm", "alacritty", "contour", "foot", "ghostty", "iterm", "kitty", "konsole", "mintty",
    "mlterm", "rio", "rxvt", "st", "vscode", "vte", "warp", "wezterm",
  ]
}
