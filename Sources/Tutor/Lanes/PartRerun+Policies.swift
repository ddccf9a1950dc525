import CacheEngine

// Which other policies an explanation tries.
//
// Every policy is a run of the whole part. A short part is run under all of them; of a long one the
// oldest five, which everybody knows, say enough in the time that somebody waits.

extension PartRerun {
  /// Parts with more activations than this are run under the oldest policies alone.
  private static let shortPart = 20_000

  /// The policies in place of the one in force, the oldest first.
  ///
  /// Those that let only entries go that expire are left out: in a pattern that gives every entry
  /// a time they are the sampled ones once more.
  func rivals(of policy: String) -> [String] {
    let activations = tutor.stage.world.activations - tutor.timeline.start.activations
    let basic = PolicyCatalog.basic.map(\.name)
    guard activations <= PartRerun.shortPart else { return basic.filter { $0 != policy } }
    let others = PolicyCatalog.all.filter { $0.scope == .everybody && !basic.contains($0.name) }
    return (basic + others.map(\.name)).filter { $0 != policy }
  }
}

extension Words {
  /// `5 under fifo, lfu and 3 others`: each outcome once, with the policies that have it.
  static func grouped(_ outcomes: [(policy: String, text: String)]) -> [String] {
    var groups: [(text: String, policies: [String])] = []
    for (policy, text) in outcomes {
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].policies.append(policy)
      } else {
        groups.append((text, [policy]))
      }
    }
    return groups.map { "\($0.text) under \(Words.some($0.policies))" }
  }

  /// The first few, and how many there are besides: no sentence is a list of twenty names.
  static func some(_ names: [String], last: String = "and", limit: Int = 4) -> String {
    guard names.count > limit + 1 else { return list(names, last: last) }
    return names.prefix(limit).joined(separator: ", ") + " \(last) \(names.count - limit) others"
  }
}
