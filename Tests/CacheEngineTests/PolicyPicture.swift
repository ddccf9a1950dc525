import CacheEngine

extension Picture {
  /// Every queue with its name: "main: b1 a", the one that gives up somebody next last.
  var queues: [String] {
    cache.inspection(limit: .max).queues.map { queue in
      "\(queue.name): " + queue.entries.map { text($0) }.joined(separator: " ")
    }
  }

  /// Every list of names that are remembered, newest first.
  var ghosts: [String] {
    cache.inspection(limit: .max).ghosts.map { list in
      list.keys.map { names.text(of: $0) }.joined(separator: " ")
    }
  }

  /// A number that the policy steers by.
  func figure(_ name: String) -> Double? {
    cache.inspection(limit: 0).figures.first { $0.name == name }?.value
  }

  private func text(_ inspected: InspectedEntry) -> String {
    let name = cache.entry(at: inspected.slot).map { names.text(of: $0.key) } ?? "?"
    switch inspected.badge {
    case .none, .ago, .idle: return name
    case .visited: return name + "*"
    case .count(let count): return name + "\(count)"
    case .worth(let thousandths): return name + "\(thousandths / 1_000)"
    }
  }
}
