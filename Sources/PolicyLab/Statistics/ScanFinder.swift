// Scans: long stretches of strangers.
//
// A report, a backup or a crawler asks for thousands of keys in a row that nobody has asked for
// lately. Among popular keys strangers come too, but never so many of them in a row.
//
// A request counts as a stranger's when its key is new or was last asked for before as many
// requests as there are keys. Each stranger adds one to a score, each acquaintance takes nine
// away, and the score never falls below nought: so a stretch stays high as long as more than nine
// of ten are strangers. A stretch that reaches the threshold is a scan, from where the score left
// nought to where it was highest.

/// Finds scans in a trace.
enum ScanFinder {
  /// What an acquaintance takes away.
  private static let penalty = 9
  /// Shorter stretches are chance.
  private static let shortest = 64

  /// O(requests).
  static func scans(in trace: LabTrace) -> [Range<Int>] {
    let threshold = max(shortest, trace.keys / 1_000)
    var last = [Int](repeating: -1, count: trace.keys)
    var scans: [Range<Int>] = []
    var (score, start, best, end) = (0, 0, 0, 0)
    func close() {
      if best >= threshold { scans.append(start..<end) }
      (score, best) = (0, 0)
    }
    for (index, id) in trace.ids.enumerated() {
      let before = last[Int(id)]
      last[Int(id)] = index
      let isStranger = before < 0 || index - before > trace.keys
      if isStranger {
        if score == 0 { (start, best) = (index, 0) }
        score += 1
        if score > best { (best, end) = (score, index + 1) }
      } else if score > 0 {
        score -= penalty
        if score <= 0 || best - score > threshold { close() }
      }
    }
    close()
    return scans
  }
}
