import CacheEngine
import PolicyLab
import Tutor

/// What came out of a study, as a table, as comma-separated values or as one document.
struct StudyReport {
  /// One run that is done.
  struct Row {
    var policy: String
    var capacity: Int
    var result: BatchResult
    var missRatio: Double
    /// Points above the bound, as a ratio; nil while the bound is not known.
    var overBound: Double?
  }

  let study: Study
  let latencies: TierLatencies
  /// Capacity by capacity, the best policy first; the bound itself leads.
  let rows: [Row]
  let isWhole: Bool

  init(_ study: Study, results: [BatchResult?], latencies: TierLatencies) {
    self.study = study
    self.latencies = latencies
    isWhole = results.allSatisfy { $0 != nil }
    var rows: [Row] = []
    for capacity in study.capacities.indices {
      var group: [Row] = []
      var bound: Row?
      for (job, result) in zip(study.jobs, results) where job.capacity == capacity {
        guard let result else { continue }
        let row = Row(
          policy: job.contender.map { study.contenders[$0].name } ?? Contender.bound.name,
          capacity: study.capacities[capacity], result: result,
          missRatio: study.missRatio(of: result))
        if job.contender == nil { bound = row } else { group.append(row) }
      }
      for index in group.indices {
        group[index].overBound = bound.map { group[index].missRatio - $0.missRatio }
      }
      bound?.overBound = 0
      group.removeAll { $0.policy == Contender.bound.name }
      // Equal ones stay as they were asked for.
      rows += (bound.map { [$0] } ?? [])
      rows += group.enumerated().sorted {
        ($0.element.missRatio, $0.offset) < ($1.element.missRatio, $1.offset)
      }.map(\.element)
    }
    self.rows = rows
  }

  private var trace: LabTrace { study.prepared.trace }
  private var isBytes: Bool { study.prepared.unit == .bytes }

  // MARK: for people

  /// The title, the table, and what its columns mean.
  var text: String {
    var lines = TraceSummary.lines(of: trace)
    lines.append("")
    lines += TextTable.lines(heads: heads, rows: tableRows)
    lines.append("")
    lines += notes
    return lines.joined(separator: "\n")
  }

  private var heads: [TextTable.Head] {
    var heads: [TextTable.Head] = [.right("capacity"), .left("policy"), .right("misses")]
    if isBytes { heads.append(.right("of bytes")) }
    heads.append(.right("over OPT"))
    if !isBytes { heads.append(.right("at the db")) }
    heads += [.right("mean time"), .right("evictions")]
    return heads
  }

  private var tableRows: [[String]] {
    var rows: [[String]] = []
    var last: Int?
    for row in self.rows {
      if let last, last != row.capacity { rows.append([]) }
      rows.append(cells(row, isFirst: last != row.capacity))
      last = row.capacity
    }
    return rows
  }

  private func cells(_ row: Row, isFirst: Bool) -> [String] {
    let capacity = isBytes ? ByteAmount.text(row.capacity) : Words.count(row.capacity)
    var cells = [isFirst ? capacity : "", row.policy, LabWords.percent(row.missRatio)]
    if isBytes { cells.append(LabWords.percent(row.result.missWeightRatio)) }
    let isBound = row.policy == Contender.bound.name
    cells.append(isBound ? "" : row.overBound.map(LabWords.points) ?? "?")
    if !isBytes {
      cells.append(LabWords.timeCell(latencies.atDatabase(missRatio: row.missRatio)))
    }
    cells.append(LabWords.timeCell(latencies.mean(missRatio: row.missRatio)))
    cells.append(Words.count(row.result.evictions))
    return cells
  }

  private var notes: [String] {
    var lines = [
      "over OPT: points of misses above opt-bypass, Bélády's rule, which knows the",
      isBytes
        ? "  future; with sizes it is a yardstick, and a policy may even beat it"
        : "  future and lets newcomers pass by: no policy can miss less",
      "mean time: \(LabWords.time(latencies.cache)) in the cache, and for a miss "
        + "\(LabWords.time(latencies.database)) at the database",
    ]
    let large = study.capacities.filter { $0 >= whole }
    if !large.isEmpty {
      lines.append(
        "everything fits into \(isBytes ? ByteAmount.text(large[0]) : Words.count(large[0])): "
          + "each key misses once, whatever the policy")
    }
    if let largest = largestSize, isBytes, study.capacities.contains(where: { $0 < largest }) {
      lines.append(
        "the largest entry has \(ByteAmount.text(largest)); what is larger than a cache never enters"
      )
    }
    if !trace.sampling.isAll { lines += LabWords.sampleNote(trace) }
    return lines
  }

  /// All keys together, in what the capacities count.
  private var whole: Int {
    Int(Double(isBytes ? trace.keyBytes : trace.keys) / trace.sampling.rate)
  }

  private var largestSize: Int? { trace.sizes.max().map { Int($0) } }

  // MARK: for programs

  /// RFC 4180, one row a run.
  var csv: String {
    var lines = [
      "trace,policy,capacity,requests,misses,miss_ratio,byte_miss_ratio,over_opt,evictions,"
        + "cache_latency_us,database_latency_us,mean_latency_us"
    ]
    for row in rows {
      let fields = [
        LabWords.quoted(trace.name), row.policy, "\(row.capacity)", "\(row.result.requests)",
        "\(row.result.misses)", LabWords.decimal(row.missRatio),
        isBytes ? LabWords.decimal(row.result.missWeightRatio) : "",
        row.overBound.map { LabWords.decimal($0) } ?? "", "\(row.result.evictions)",
        LabWords.decimal(latencies.cache),
        LabWords.decimal(latencies.atDatabase(missRatio: row.missRatio)),
        LabWords.decimal(latencies.mean(missRatio: row.missRatio)),
      ]
      lines.append(fields.joined(separator: ","))
    }
    return lines.joined(separator: "\n")
  }

  var json: String {
    JSONText.of(
      .object([
        ("trace", TraceSummary.json(of: trace)),
        ("capacity_unit", .text(study.prepared.unit.rawValue)),
        ("complete", .flag(isWhole)),
        ("runs", .list(rows.map(json))),
      ]))
  }

  private func json(_ row: Row) -> JSONText.Value {
    .object([
      ("policy", .text(row.policy)),
      ("capacity", .number(Int64(row.capacity))),
      ("requests", .number(Int64(row.result.requests))),
      ("misses", .number(Int64(row.result.misses))),
      ("miss_ratio", .ratio(row.missRatio)),
      ("byte_miss_ratio", isBytes ? .ratio(row.result.missWeightRatio) : .nothing),
      ("over_opt", row.overBound.map { .ratio($0) } ?? .nothing),
      ("evictions", .number(Int64(row.result.evictions))),
      (
        "latency_us",
        .object([
          ("cache", .ratio(latencies.cache)),
          ("database", .ratio(latencies.atDatabase(missRatio: row.missRatio))),
          ("mean", .ratio(latencies.mean(missRatio: row.missRatio))),
        ])
      ),
    ])
  }
}
