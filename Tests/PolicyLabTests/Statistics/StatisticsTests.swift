import PolicyLab
import Testing

/// What is said of a trace.
@Suite struct StatisticsTests {
  @Test func `counts, reuse and windows of a trace that fits on a line`() {
    let keys: [UInt64] = [1, 2, 1, 3, 2, 2, 4, 1]
    let statistics = TraceStatistics(LabTrace(name: "small", renaming: keys), windows: 2)
    #expect(statistics.requests == 8 && statistics.keys == 4)
    #expect(statistics.onceOnly == 2)
    #expect(statistics.skew == nil)
    // 1 after 2: distance 2; 2 after 1 and 3: 3; 2 again: 1; 1 after 3, 2 and 4: 4.
    #expect(statistics.reuse.map(\.requests) == [1, 2, 1])
    #expect(statistics.reuse.map(\.distances) == [1...1, 2...3, 4...4])
    #expect(statistics.windows.map(\.keys) == [3, 3])
    #expect(statistics.windows.map(\.newKeys) == [3, 1])
    #expect(statistics.scans.isEmpty)
  }

  @Test(arguments: [0.7, 1.0, 1.3])
  func `the exponent of a Zipf trace is found`(skew: Double) throws {
    let trace = try LabWorkload.trace("zipf:keys=5k,requests=150k,skew=\(skew)")
    let found = try #require(TraceStatistics(trace).skew)
    #expect(abs(found - skew) < 0.1, "\(found)")
  }

  @Test func `the six scans of the golden trace are found`() throws {
    let scans = TraceStatistics(try Golden.mixed()).scans
    #expect(scans.count == 6, "\(scans)")
  }

  @Test func `scans between popular keys are found, and no others`() throws {
    let trace = try LabWorkload.trace("scans:keys=10k,requests=100k")
    let scans = TraceStatistics(trace).scans.filter { $0.lowerBound > 0 }
    #expect(scans.count == 10)
    #expect(scans.allSatisfy { $0.upperBound % 10_000 < 20 && $0.count >= 1_000 })
    let zipf = try LabWorkload.trace("zipf:keys=10k,requests=100k")
    #expect(TraceStatistics(zipf).scans.filter { $0.lowerBound > 1_000 }.isEmpty)
  }
}
