import ArgumentParser
import PolicyLab

/// Says how large a cache should be, and which policy it should have.
struct Advise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Advise on a cache for a trace: how large, which policy, what more memory buys.",
    discussion: """
      Names the knee of the curve, the best policy by capacity, and what the next doubling of \
      memory buys, with a price where one is given.

        cachetutor advise --trace access.log.gz
        cachetutor advise --trace trace.csv --capacity 100k --size 1KiB --price 3.5
        redis-cli MONITOR | cachetutor advise --trace - --format monitor --limit 1M
      """)

  @OptionGroup var source: TraceOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The cache that there is; else the knee.", valueName: "1%|1000|1GiB"))
  var capacity: String?

  @Option(help: ArgumentHelp("What a GiB costs a month; needs sizes.", valueName: "number"))
  var price: Double?

  @Option(
    help: ArgumentHelp(
      "What a look at the cache and at the database takes.", valueName: "1ms,100ms"))
  var latency: String?

  @Option(help: ArgumentHelp("Policies to choose from.", valueName: "lru,lfu"))
  var policy = "all"

  @Flag(help: "Write one JSON document.")
  var json = false

  func run() throws {
    try LabCommand.run {
      () throws(LabError) in
      let latencies = try StudyOptions.latencies(latency)
      let contenders = try candidates()
      if let price, !(price > 0 && price < 1e9) { throw .badPrice("\(price)") }
      let wanted = try capacity.map(StudyOptions.capacity)
      Interrupt.listen()
      let trace = try source.load()
      if price != nil, !trace.hasSizes { throw .priceWithoutSizes }
      let unit: CapacityUnit = if case .bytes = wanted { .bytes } else { .entries }
      if unit == .bytes, !trace.hasSizes { throw .noSizes(capacity ?? "") }
      let study = CurveStudy(
        trace, by: unit, contenders: contenders, points: 40, isExact: false)
      let outcomes = LabCommand.outcomes(of: study)
      let curves = study.curves(outcomes)
      guard curves.contains(where: { $0.policy != Contender.bound.name }) else { return .nothing }
      let advice = Advice(
        study: study, curves: curves, current: wanted?.resolved(for: trace, by: unit),
        price: price, entrySize: unit == .bytes ? 1 : entrySize(of: trace),
        latencies: latencies, error: study.error(outcomes))
      if json { Output.document(advice.json) } else { Output.say(advice.text) }
      return curves.count == contenders.count ? .everything : .part
    }
  }

  /// LRU and the bound are always among them: everything is compared with these.
  private func candidates() throws(LabError) -> [Contender] {
    var found = try StudyOptions.contenders(policy).filter { !$0.isOracle }
    if let lru = Contender.find("lru"), !found.contains(where: { $0.name == lru.name }) {
      found.append(lru)
    }
    return found + [.bound]
  }

  private func entrySize(of trace: LabTrace) -> Double? {
    trace.hasSizes ? Double(trace.keyBytes) / Double(max(1, trace.keys)) : nil
  }
}
