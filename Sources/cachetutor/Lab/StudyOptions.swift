import ArgumentParser
import PolicyLab

/// Which policies and capacities are raced.
struct StudyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Policies, or all that make room; opt is Bélády's, which knows the future.",
      valueName: "lru,lfu"))
  var policy = "all"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Capacities: shares of all keys, numbers of entries, or bytes.",
      valueName: "1%,1000,64MiB"))
  var capacity = "0.1%,1%,10%"

  @Option(
    help: ArgumentHelp(
      "What a look at the cache and at the database takes.", valueName: "1ms,100ms"))
  var latency: String?

  @Option(help: ArgumentHelp("Where the lots of policies that draw start.", valueName: "n"))
  var seed: UInt64 = 1

  /// The policies, each once, in the order in which they were named.
  func contenders() throws(LabError) -> [Contender] {
    try StudyOptions.contenders(policy)
  }

  /// The same for any list of policies.
  static func contenders(_ list: String) throws(LabError) -> [Contender] {
    var found: [Contender] = []
    for word in words(list) {
      if word.lowercased() == "all" {
        let all = Contender.all.filter { $0.makesRoom && $0.name != Contender.bound.name }
        found += all.filter { one in !found.contains { $0.name == one.name } }
        continue
      }
      guard let one = Contender.find(word) else {
        throw .unknownPolicy(word, known: Contender.all.map(\.name))
      }
      if !found.contains(where: { $0.name == one.name }) { found.append(one) }
    }
    guard !found.isEmpty else { throw .noPolicy }
    return found
  }

  /// What the capacities count, and how many of it each one is, each once.
  func capacities(for trace: LabTrace) throws(LabError) -> (CapacityUnit, [Int]) {
    let (unit, capacities) = try typed()
    if unit == .bytes, !trace.hasSizes { throw .noSizes(capacity) }
    var numbers: [Int] = []
    for one in capacities {
      let number = one.resolved(for: trace, by: unit)
      if !numbers.contains(number) { numbers.append(number) }
    }
    return (unit, numbers)
  }

  /// Complains about what can be told without the trace.
  func check() throws(LabError) {
    _ = try contenders()
    _ = try typed()
    _ = try latencies()
  }

  private func typed() throws(LabError) -> (CapacityUnit, [Capacity]) {
    var capacities: [Capacity] = []
    var (entries, bytes): (String?, String?)
    for word in StudyOptions.words(capacity) {
      let one = try StudyOptions.capacity(word)
      switch one {
      case .entries: entries = word
      case .bytes: bytes = word
      case .share: break
      }
      capacities.append(one)
    }
    guard !capacities.isEmpty else { throw .noCapacity }
    if let entries, let bytes { throw .mixedCapacities(entries: entries, bytes: bytes) }
    return (bytes == nil ? .entries : .bytes, capacities)
  }

  /// One capacity, which is more than nothing.
  static func capacity(_ word: String) throws(LabError) -> Capacity {
    if word.hasPrefix("-"), Capacity(String(word.dropFirst())) != nil {
      throw .negativeCapacity(word)
    }
    guard let capacity = Capacity(word) else { throw .badCapacity(word) }
    switch capacity {
    case .entries(0), .bytes(0): throw .zeroCapacity(word)
    case .entries, .bytes, .share: return capacity
    }
  }

  func latencies() throws(LabError) -> TierLatencies {
    try StudyOptions.latencies(latency)
  }

  /// The same for any two durations.
  static func latencies(_ latency: String?) throws(LabError) -> TierLatencies {
    guard let latency else { return .standard }
    let numbers = words(latency).compactMap(microseconds)
    guard numbers.count == 2 else { throw .badLatency(latency) }
    return TierLatencies(cache: numbers[0], database: numbers[1])
  }

  private static func microseconds(_ word: String) -> Double? {
    for (unit, size) in [("us", 1.0), ("µs", 1.0), ("ms", 1e3), ("s", 1e6)]
    where word.hasSuffix(unit) {
      guard let number = Double(word.dropLast(unit.count)), number >= 0, number <= 1e6 else {
        return nil
      }
      return number * size
    }
    return nil
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
