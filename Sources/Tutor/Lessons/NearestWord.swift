// Did you mean?
//
// A word that nobody knows is usually a known word with a slip of the finger: a letter too many,
// too few, another one, or two that changed places. The nearest known word is offered when it is
// near enough to be believed; a far-fetched guess would be worse than none.

/// Finds the known word that somebody probably meant.
public enum NearestWord {
  /// The candidate with the fewest slips from `word`, the first one among equals; nil when all are
  /// too far.
  ///
  /// Case does not count. O(candidates × length²).
  public static func suggestion(for word: String, among candidates: [String]) -> String? {
    let given = Array(word.lowercased())
    guard !given.isEmpty, given.count <= 64 else { return nil }
    let limit = given.count <= 3 ? 1 : given.count <= 7 ? 2 : 3
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let known = Array(candidate.lowercased())
      guard abs(known.count - given.count) <= limit else { continue }
      let distance = slips(from: given, to: known)
      guard distance <= limit, distance < known.count else { continue }
      if let found = best, found.distance <= distance { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other
  /// (optimal string alignment).
  static func slips(from given: [Character], to known: [Character]) -> Int {
    if given.isEmpty || known.isEmpty { return max(given.count, known.count) }
    var beforeLast = [Int](repeating: 0, count: known.count + 1)
    var last = Array(0...known.count)
    for row in 1...given.count {
      var current = [row]
      for column in 1...known.count {
        let same = given[row - 1] == known[column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, given[row - 1] == known[column - 2],
          given[row - 2] == known[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[known.count]
  }
}
