import CacheEngine
import PolicyLab
import Tutor

/// What to do about a cache, in words with the numbers.
struct Advice {
  let study: CurveStudy
  let curves: [MissRatioCurve]
  /// Capacity of the cache that there is; nil takes the knee.
  let current: Int?
  /// Of a GiB for a month.
  let price: Double?
  /// In bytes; nil when nobody knows.
  let entrySize: Double?
  let latencies: TierLatencies
  let error: Double?

  /// Policies that can be built.
  private var real: [MissRatioCurve] { curves.filter { !$0.policy.hasPrefix("opt") } }
  private var bound: MissRatioCurve? { curves.first { $0.policy == Contender.bound.name } }
  private var lru: MissRatioCurve? { curves.first { $0.policy == "lru" } }

  /// Where advice starts from.
  var capacity: Int {
    if let current { return current }
    if let knee = lru?.knee { return knee.capacity }
    return max(1, (study.capacities.last ?? 1) / 10)
  }

  func best(at capacity: Int) -> (policy: String, missRatio: Double)? {
    var best: (policy: String, missRatio: Double)?
    for curve in real {
      let ratio = curve.missRatio(at: capacity)
      if ratio < best?.missRatio ?? .infinity { best = (curve.policy, ratio) }
    }
    return best
  }

  var text: String {
    var lines = TraceSummary.lines(of: study.whole.trace)
    lines += [""] + size
    lines += [""] + policies
    lines += [""] + doubling
    lines += doubt
    lines += missing
    return lines.joined(separator: "\n")
  }

  /// How far a sample may be off.
  private var doubt: [String] {
    guard let error else { return [] }
    let keys = Words.count(study.sample.trace.keys, "key")
    let points = "\(LabWords.tenths(error * 100)) points: smaller differences mean nothing."
    guard study.isJudgedByParts else {
      return [
        "", "All but LRU is measured on a sample of \(keys), on which LRU is off by at",
        "most \(points)",
      ]
    }
    return [
      "", "It is measured on a sample of \(keys), whose parts differ so that it may be off by",
      points,
    ]
  }

  /// Policies whose curves Ctrl-C has prevented.
  private var missing: [String] {
    guard curves.count < study.contenders.count else { return [] }
    let known = real.map(\.policy)
    let rest = study.contenders.map(\.name).filter { name in
      !curves.contains { $0.policy == name }
    }
    return ["", "Only \(Words.list(known)) could be compared, not \(Words.list(rest))."]
  }

  private var size: [String] {
    guard let lru else { return [] }
    let here = LabWords.percent(lru.missRatio(at: capacity))
    if let current {
      var line = "Now: \(name(current)); LRU misses \(here)."
      if let knee = lru.knee { line += " The knee is at \(name(knee.capacity))." }
      return [line]
    }
    guard let knee = lru.knee else {
      return ["No knee: every doubling buys about the same, or nothing until everything fits."]
    }
    let share = Double(knee.capacity) / Double(study.capacities.last ?? 1)
    return [
      "Knee: \(name(knee.capacity)), \(LabWords.percent(share)) of everything; LRU misses \(here).",
      "  Below it every bit of memory saves many misses, above it few.",
    ]
  }

  /// The best policy at the capacity, and at half and double and four times of it.
  private var policies: [String] {
    let most = study.capacities.last ?? 1
    let capacities = [capacity / 4, capacity / 2, capacity, capacity * 2, capacity * 4]
      .filter { $0 >= 1 && $0 <= most }
    let rows = capacities.compactMap { capacity -> [String]? in
      guard let best = best(at: capacity) else { return nil }
      let lru = lru?.missRatio(at: capacity)
      return [
        CapacityWords.short(capacity, study.whole.unit), best.policy,
        LabWords.percent(best.missRatio), lru.map { LabWords.percent($0) } ?? "",
        bound.map { LabWords.percent($0.missRatio(at: capacity)) } ?? "",
      ]
    }
    var lines = ["The best policy by capacity:"]
    var heads: [TextTable.Head] = [.right("capacity"), .left("best"), .right("misses")]
    heads += [.right("lru")] + (bound == nil ? [] : [.right("opt-bypass")])
    lines += TextTable.lines(heads: heads, rows: rows)
    guard let best = best(at: capacity), let lru else { return lines }
    let gain = lru.missRatio(at: capacity) - best.missRatio
    guard gain > (error ?? 0) else {
      return lines + ["At \(name(capacity)) nothing beats LRU by more than chance."]
    }
    lines.append(
      "At \(name(capacity)) \(best.policy) misses \(LabWords.tenths(gain * 100)) points less than "
        + "LRU: " + sameAs(best.missRatio, lru))
    return lines
  }

  /// How much memory LRU would need for the same.
  private func sameAs(_ missRatio: Double, _ lru: MissRatioCurve) -> String {
    guard let point = lru.points.first(where: { $0.missRatio <= missRatio }) else {
      return "LRU never gets there."
    }
    let times = Double(point.capacity) / Double(max(1, capacity))
    return "as much as LRU with \(LabWords.tenths(times)) times the memory."
  }

  /// What twice the memory buys.
  private var doubling: [String] {
    let most = study.capacities.last ?? 1
    guard capacity < most, let now = best(at: capacity) else {
      return ["Everything fits: more memory buys nothing."]
    }
    let twice = min(most, capacity * 2)
    let then = best(at: twice) ?? now
    let saved = max(0, now.missRatio - then.missRatio)
    let requests = study.whole.trace.requestsRead
    var lines = [
      "Twice the memory (\(name(twice)), \(then.policy)): misses fall from "
        + "\(LabWords.percent(now.missRatio)) to \(LabWords.percent(then.missRatio)),",
      "  \(Words.count(Int(saved * Double(requests)))) of \(Words.count(requests)) requests less "
        + "for the database; mean time "
        + "\(LabWords.time(latencies.mean(missRatio: now.missRatio))) → "
        + "\(LabWords.time(latencies.mean(missRatio: then.missRatio))).",
    ]
    lines += cost(of: twice - capacity, saving: saved)
    return lines
  }

  private func cost(of more: Int, saving saved: Double) -> [String] {
    guard let price else { return [] }
    guard let entrySize else { return [] }
    let bytes = Double(more) * entrySize
    let month = bytes / 0x1p30 * price
    var line = "  It takes \(ByteAmount.text(Int(bytes))) more, \(money(month)) a month"
    if saved * 100 >= 0.05 { line += ": \(money(month / (saved * 100))) for each point" }
    return [line + "."]
  }

  private func money(_ amount: Double) -> String {
    amount < 0.01 ? "less than 0.01" : Words.number(amount)
  }

  private func name(_ capacity: Int) -> String {
    study.whole.unit == .bytes
      ? ByteAmount.text(capacity) : Words.count(capacity, "entry", "entries")
  }

  // MARK: for programs

  var json: String {
    let best = best(at: capacity)
    let twice = min(study.capacities.last ?? 1, capacity * 2)
    let then = self.best(at: twice)
    var fields: [(String, JSONText.Value)] = [("trace", TraceSummary.json(of: study.whole.trace))]
    fields.append(("capacity_unit", .text(study.whole.unit.rawValue)))
    fields.append(("complete", .flag(curves.count == study.contenders.count)))
    fields.append(("knee", Advice.number(lru?.knee?.capacity)))
    fields.append(("capacity", Advice.number(capacity)))
    fields.append(("best", Advice.text(best?.policy)))
    fields.append(("miss_ratio", Advice.ratio(best?.missRatio)))
    fields.append(("lru_miss_ratio", Advice.ratio(lru?.missRatio(at: capacity))))
    fields.append(("opt_miss_ratio", Advice.ratio(bound?.missRatio(at: capacity))))
    fields.append(("doubled_capacity", Advice.number(twice)))
    fields.append(("doubled_best", Advice.text(then?.policy)))
    fields.append(("doubled_miss_ratio", Advice.ratio(then?.missRatio)))
    fields.append(("error", Advice.ratio(error)))
    return JSONText.of(.object(fields))
  }

  private static func number(_ number: Int?) -> JSONText.Value {
    number.map { .number(Int64($0)) } ?? .nothing
  }

  private static func text(_ text: String?) -> JSONText.Value {
    text.map { .text($0) } ?? .nothing
  }

  private static func ratio(_ ratio: Double?) -> JSONText.Value {
    ratio.map { .ratio($0) } ?? .nothing
  }
}
