import ArgumentParser
import PolicyLab
import TraceFiles
import Tutor

/// Which trace is studied, and how it is read.
struct TraceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A trace: plain, gzip or zstd; - is standard input.", valueName: "file"))
  var trace: String?

  @Option(
    help: ArgumentHelp(
      "A generated trace in its place: zipf, uniform, loop or scans.",
      valueName: "zipf:keys=1M,requests=10M,skew=1"))
  var workload: String?

  @Option(
    help: ArgumentHelp(
      "The trace's format: \(FormatCatalog.standard.rows.map(\.name).joined(separator: ", ")). "
        + "Else it is told by name and first lines.", valueName: "name"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Which column is what, by number or by name in the header.", valueName: "key=2,size=3"))
  var columns: String?

  @Flag(help: "Count writes as requests, in formats that tell them from reads.")
  var writes = false

  @Flag(help: "Leave broken lines out and count them, in place of stopping at the first.")
  var skipBroken = false

  @Option(
    help: ArgumentHelp(
      "Keep a share of the keys only, for traces that do not fit into memory.", valueName: "1%"))
  var sample: String?

  @Option(
    help: ArgumentHelp("The size of every entry, whatever the trace says.", valueName: "1KiB"))
  var size: String?

  @Option(help: ArgumentHelp("Read this many requests only.", valueName: "n"))
  var limit: String?

  /// What was said, for the title of a report.
  var name: String { trace.map(TraceFileError.name) ?? workload ?? "" }

  /// Reads or makes the trace.
  ///
  /// - Parameter keepsPart: whether what was read until Ctrl-C is good for something.
  func load(keepsPart: Bool = false) throws(LabError) -> LabTrace {
    let loaded = try loaded(keepsPart: keepsPart)
    guard loaded.requests > 0 else {
      throw .emptySample(sample ?? "100%", requests: loaded.requestsRead)
    }
    return loaded
  }

  private func loaded(keepsPart: Bool) throws(LabError) -> LabTrace {
    let fixed = try fixedSize()
    let sampling = try sampling()
    let most = try most()
    guard let trace else {
      guard let workload else { throw .noTrace }
      return try generated(workload, fixed, sampling, most, keepsPart: keepsPart)
    }
    guard workload == nil else { throw .traceAndWorkload }
    var file = TraceFile(path: trace)
    if let format {
      guard let row = FormatCatalog.standard.find(format) else {
        throw .unknownFormat(format, known: FormatCatalog.standard.rows.map(\.name))
      }
      file.format = row
    }
    if let columns {
      guard let choice = ColumnChoice(columns) else { throw .badColumns(columns) }
      file.options.columns = choice
    }
    file.options.countsWrites = writes
    file.options.skipsBroken = skipBroken
    var builder = TraceBuilder(sampling: sampling, fixedSize: fixed, most: most)
    try read(file, into: &builder, keepsPart: keepsPart)
    return builder.trace(name: name)
  }

  private func read(
    _ file: TraceFile, into builder: inout TraceBuilder, keepsPart: Bool
  ) throws(LabError) {
    var bar = ProgressBar()
    do throws(TraceFileError) {
      try file.read(into: &builder, isStopped: { Interrupt.isRaised }) { progress in
        let share = progress.totalBytes.map { Double(progress.bytes) / Double(max(1, $0)) }
        bar.show("reading", share: share, requests: progress.requests)
      }
      bar.clear()
    } catch {
      bar.clear()
      if case .stopped = error, keepsPart, builder.count > 0 { return }
      throw .file(error)
    }
  }

  private func generated(
    _ words: String, _ fixed: UInt32?, _ sampling: Sampling, _ most: Int, keepsPart: Bool
  ) throws(LabError) -> LabTrace {
    var extent = (requests: 0, keys: 0)
    do throws(WorkloadProblem) {
      extent = try LabWorkload.extent(of: words)
    } catch {
      throw .workload(error)
    }
    let requests = min(extent.requests, most)
    let needed = Memory.needed(requests: requests, keys: extent.keys, sampling, fixed)
    let free = Memory.free
    guard needed <= free else { throw .tooLarge(words, needed: needed, free: free) }
    var bar = ProgressBar()
    defer { bar.clear() }
    let trace: LabTrace
    do throws(WorkloadProblem) {
      trace = try LabWorkload.trace(
        words, sampling: sampling, size: fixed, most: most, isStopped: { Interrupt.isRaised }
      ) { done in
        bar.show("drawing", share: Double(done) / Double(requests), requests: done)
      }
    } catch {
      throw .workload(error)
    }
    let isWhole = trace.requestsRead == requests
    guard isWhole || keepsPart && trace.requests > 0 else { throw .stopped }
    return trace
  }

  // MARK: words

  private func fixedSize() throws(LabError) -> UInt32? {
    guard let size else { return nil }
    guard let bytes = ByteAmount.parse(size) ?? CountWord.parse(size), bytes > 0,
      let fixed = UInt32(exactly: bytes)
    else { throw .badSize(size) }
    return fixed
  }

  private func sampling() throws(LabError) -> Sampling {
    guard let sample else { return .all }
    let isPercent = sample.hasSuffix("%")
    guard let number = Double(isPercent ? String(sample.dropLast()) : sample) else {
      throw .badSample(sample)
    }
    let share = isPercent ? number / 100 : number
    guard share > 0.000_000_01, share <= 1 else { throw .badSample(sample) }
    return Sampling(rate: share)
  }

  private func most() throws(LabError) -> Int {
    guard let limit else { return TraceBuilder.limit }
    guard let number = CountWord.parse(limit), number > 0 else { throw .badLimit(limit) }
    return min(number, TraceBuilder.limit - 1)
  }
}
