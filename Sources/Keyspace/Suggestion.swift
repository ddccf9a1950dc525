/// "Did you mean …?": the known word that a mistyped one resembles.
public enum Suggestion {
  /// The nearest of `candidates`, or nil when none is near enough to be meant.
  ///
  /// Near enough is one slip in words up to four letters, two up to eight, three beyond; a word
  /// that is the beginning of just one candidate counts as near too. Of equally near ones the first
  /// with the same first letter wins, then the first. O(candidates × length²).
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.utf8)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    var best: (word: String, rank: Int)?
    for candidate in candidates {
      let known = Array(candidate.utf8)
      let slips = distance(typed, known)
      guard slips <= allowedSlips(max(typed.count, known.count)) else { continue }
      let rank = slips * 2 + (typed[0] == known.first ? 0 : 1)
      if rank < best?.rank ?? .max { best = (candidate, rank) }
    }
    return best?.word ?? completion(of: word, among: candidates)
  }

  /// How many slips lead from one word to the other: a letter too many, one missing, one wrong or
  /// two neighbours swapped (optimal string alignment, after Damerau 1964).
  public static func distance(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    let left = Array(left)
    let right = Array(right)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var slips = min(last[column + 1] + 1, current[column] + 1)
        slips = min(slips, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          slips = min(slips, beforeLast[column - 1] + 1)
        }
        current.append(slips)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func allowedSlips(_ length: Int) -> Int {
    switch length {
    case ...2: 0
    case ...4: 1
    case ...8: 2
    default: 3
    }
  }

  private static func completion(of word: String, among candidates: [String]) -> String? {
    guard word.utf8.count >= 2 else { return nil }
    let beginning = candidates.filter { $0.hasPrefix(word) }
    return beginning.count == 1 ? beginning[0] : nil
  }
}
