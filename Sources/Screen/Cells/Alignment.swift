/// On which side text stands when there is more room than it needs.
public enum Alignment: Hashable, Sendable {
  case left, centre, right

  /// Blank columns before the text when `free` columns are left over.
  func offset(free: Int) -> Int {
    switch self {
    case .left: 0
    case .centre: max(0, free) / 2
    case .right: max(0, free)
    }
  }
}
