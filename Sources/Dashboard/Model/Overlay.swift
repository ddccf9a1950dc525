import Screen

/// What lies over the page, if anything.
public enum Overlay: Hashable, Sendable {
  /// The keys; with what they are filtered by.
  case help(filter: String)
  /// Lessons, with the marked one among those that match.
  case lessons(filter: String, selected: Int)
  /// A long answer.
  case text(title: String, lines: [String], filter: String)
  case confirm(Question)

  /// What is asked before it is done.
  public enum Question: Hashable, Sendable {
    case quit
    case leaveReplay
  }

  /// What is typed to find something; nil where nothing can be looked for.
  var filter: String? {
    switch self {
    case .help(let filter), .lessons(let filter, _), .text(_, _, let filter): filter
    case .confirm: nil
    }
  }

  mutating func setFilter(_ filter: String) {
    switch self {
    case .help: self = .help(filter: filter)
    case .lessons: self = .lessons(filter: filter, selected: 0)
    case .text(let title, let lines, _): self = .text(title: title, lines: lines, filter: filter)
    case .confirm: break
    }
  }
}
