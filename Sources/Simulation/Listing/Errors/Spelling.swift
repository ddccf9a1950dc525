/// Finds the word that was probably meant.
enum Spelling {
  /// The candidate that needs the fewest changes, if it needs few; among equals the first.
  ///
  /// A name without its prefix (`get` for `cache.get`) counts as one change.
  static func suggestion(for word: String, among candidates: [String]) -> String? {
    let word = Array(word.utf8)
    let allowed = word.count < 3 ? 1 : word.count < 6 ? 2 : 3
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate.utf8.count <= 64 && word.count <= 64 {
      let spelling = Array(candidate.utf8)
      var distance = Spelling.distance(word, spelling)
      if let dot = spelling.lastIndex(of: UInt8(ascii: ".")), !word.contains(UInt8(ascii: ".")) {
        distance = min(distance, 1 + Spelling.distance(word, Array(spelling[(dot + 1)...])))
      }
      guard distance <= allowed, distance < max(word.count, 2) else { continue }
      if let known = best, known.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// How many letters must be put in, taken out, replaced, or swapped with their neighbour.
  ///
  /// Optimal string alignment, in O(product of the lengths). Capital letters count as small ones.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let left = left.map(lowercased)
    let right = right.map(lowercased)
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var least = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
