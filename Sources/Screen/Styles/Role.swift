/// What a cell means; a `Theme` decides what that looks like.
///
/// Colour is never the only difference: whatever has a role of its own also has a letter, a symbol
/// or a word of its own on the screen.
public enum Role: UInt8, CaseIterable, Sendable {
  // The page.
  case normal, text, dim, title, border, heading, accent, strong, focused, selection
  // What happens to entries.
  case hit, miss, evicted, expired, stale, moved, fresh, queued, acting
  // What a goal or a reply says.
  case good, bad, warning, error, hint
  // Listings.
  case code, keyword, literal, comment, lineNumber, current
  // The prompt and the keys.
  case prompt, ghost, key, label
  // Meters.
  case bar, barEmpty
  // Cache nodes, in the order in which they joined; then over again.
  case nodeA, nodeB, nodeC, nodeD, nodeE, nodeF
}

extension Role {
  /// The role of the `index`-th node; the seventh node looks like the first.
  public static func node(_ index: Int) -> Role {
    let nodes: [Role] = [.nodeA, .nodeB, .nodeC, .nodeD, .nodeE, .nodeF]
    return nodes[((index % nodes.count) + nodes.count) % nodes.count]
  }
}
