import CacheEngine

struct Info: VerbAction {
  static let verb = Verb(
    name: "info", arity: -1,
    parameters: [.optional(.repeated([.argument("section", .section)]))],
    flags: [.readonly, .keyless],
    summary: "Shows a cache in numbers: server, memory, stats, keyspace",
    cost: "O(all keys) for the section keyspace, O(1) for the others; one round trip",
    concept: "hit-and-miss",
    examples: [
      VerbExample("SET a 1 EX 60", "OK"),
      VerbExample("INFO keyspace", "# Keyspace\ndb0:keys=1,expires=1,avg_ttl=60000"),
    ],
    read: { (words) in Info(words) })

  enum Section: String, CaseIterable {
    case server, memory, stats, keyspace
  }

  /// In the order of the reply, whatever the order of the words; unknown words select nothing.
  let sections: [Section]
  var keys: [[UInt8]] { [] }

  init(_ words: [[UInt8]]) {
    let names = words.map { String(decoding: $0, as: UTF8.self).lowercased() }
    let wantsAll =
      names.isEmpty || names.contains { ["all", "default", "everything"].contains($0) }
    sections = Section.allCases.filter { wantsAll || names.contains($0.rawValue) }
  }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    let chapters = sections.map { section in
      let title = section.rawValue.prefix(1).uppercased() + section.rawValue.dropFirst()
      let lines = ["# " + title] + section.lines(cache, context)
      return lines.map { $0 + "\r\n" }.joined()
    }
    return .verbatim(chapters.joined(separator: "\r\n"))
  }
}

extension Info.Section {
  func lines(_ cache: Cache, _ context: VerbContext) -> [String] {
    switch self {
    case .server: serverLines(context)
    case .memory: memoryLines(cache)
    case .stats: statsLines(cache.statistics)
    case .keyspace: keyspaceLines(cache, now: context.now)
    }
  }

  private func serverLines(_ context: VerbContext) -> [String] {
    let seconds = context.now.microseconds / 1_000_000
    let wall = context.epochMilliseconds * 1000 + context.now.microseconds
    return [
      "server_name:cachetutor", "redis_compatible:7.0", "redis_mode:standalone",
      "server_time_usec:\(wall)", "uptime_in_seconds:\(seconds)",
      "uptime_in_days:\(seconds / 86_400)",
    ]
  }

  /// A cache that counts entries says so and gives entries where Redis gives bytes.
  private func memoryLines(_ cache: Cache) -> [String] {
    let isBytes = cache.budget == .bytes
    let limit = cache.capacity >= Setting.unlimited ? 0 : cache.capacity
    let used = isBytes ? MemoryAmount.text(cache.weight) : "\(cache.weight) entries"
    let most = isBytes ? MemoryAmount.text(limit) : "\(limit) entries"
    return [
      "used_memory:\(cache.weight)", "used_memory_human:\(used)", "maxmemory:\(limit)",
      "maxmemory_human:\(most)",
      "maxmemory_policy:\(Setting.redisName(ofPolicy: cache.policyName))",
    ]
  }

  private func statsLines(_ statistics: CacheStatistics) -> [String] {
    [
      "expired_keys:\(statistics.expirations)", "evicted_keys:\(statistics.evictions)",
      "keyspace_hits:\(statistics.hits)", "keyspace_misses:\(statistics.misses)",
    ]
  }

  private func keyspaceLines(_ cache: Cache, now: Tick) -> [String] {
    guard cache.count > 0 else { return [] }
    var expiring = 0
    var left = 0.0
    for key in cache.keys() {
      guard let entry = cache.peekStale(key), entry.expiresAt != .never else { continue }
      expiring += 1
      left += Double(max(0, entry.expiresAt.ticks(since: now)))
    }
    let average = expiring == 0 ? 0 : Int64(left / Double(expiring) / 1000)
    return ["db0:keys=\(cache.count),expires=\(expiring),avg_ttl=\(average)"]
  }
}
