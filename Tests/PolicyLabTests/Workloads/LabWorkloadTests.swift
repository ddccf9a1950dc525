import PolicyLab
import Testing

/// Traces that are made up.
@Suite struct LabWorkloadTests {
  @Test(arguments: [0.0, 0.7, 1.0, 1.4])
  func `ranks are drawn as often as the law says`(skew: Double) {
    var counts = [Int](repeating: 0, count: 50)
    let sampler = ZipfSampler(keys: 50, skew: skew)
    var random = Draws()
    let draws = 100_000
    for _ in 0..<draws { counts[Int(sampler.next(&random.stream))] += 1 }
    var sum = 0.0
    for rank in 1...50 { sum += Self.power(Double(rank), -skew) }
    for rank in 1...50 {
      let expected = Double(draws) * Self.power(Double(rank), -skew) / sum
      let difference = Double(counts[rank - 1]) - expected
      #expect(difference * difference < 25 * expected, "rank \(rank)")
    }
  }

  @Test func `a loop, and scans between popular keys`() throws {
    let loop = try LabWorkload.trace("loop:keys=3,requests=7")
    #expect(loop.ids == [0, 1, 2, 0, 1, 2, 0])
    // A scan of ten after every ninety requests; nobody in it comes twice.
    let scans = try LabWorkload.trace("scans:keys=100,requests=1k")
    let strangers = scans.ids[90..<100]
    #expect(Set(strangers).count == 10)
    #expect(!scans.ids[100...].contains { strangers.contains($0) })
    let zipf = try LabWorkload.trace("zipf:keys=1k,requests=5k")
    #expect(try zipf.ids == LabWorkload.trace("zipf:requests=5k,keys=1000").ids)
  }

  @Test func `a trace that is stopped is the beginning of the whole one`() throws {
    let words = "scans:keys=1k,requests=300k"
    let whole = try LabWorkload.trace(words)
    var reports: [Int] = []
    let part = try LabWorkload.trace(words, isStopped: { reports.count == 2 }) {
      reports.append($0)
    }
    #expect(reports == [part.requests / 2, part.requests])
    #expect(part.requests < whole.requests && whole.requests == 300_000)
    #expect(part.ids[...] == whole.ids[..<part.requests])
    // Cut at the length that was asked for, in the middle of a piece as well.
    let cut = try LabWorkload.trace(words, most: 100_001)
    #expect(cut.ids[...] == whole.ids[..<100_001])
    let extent = try LabWorkload.extent(of: words)
    #expect(extent.requests == 300_000 && extent.keys == 1_000)
  }

  @Test func `its table of popularity is given up when it is stopped`() throws {
    // Asked before each of three pieces, in each of the four walks over the table.
    let words = "zipf:keys=150k,requests=10"
    var asked = 0
    func isLast(_ question: Int) -> Bool {
      asked += 1
      return asked == question
    }
    #expect(try LabWorkload.trace(words, isStopped: { isLast(0) }).requests == 10)
    #expect(asked > 12)
    for last in 1...12 {
      asked = 0
      #expect(try LabWorkload.trace(words, isStopped: { isLast(last) }).requests == 0)
      #expect(asked == last)
    }
  }

  @Test(arguments: [
    ("zip", "there is no workload zip"), ("zipf:key=3", "workloads have no key"),
    ("zipf:keys", "keys is no setting"), ("zipf:keys=1,keys=2", "keys is given twice"),
    ("zipf:keys=many", "keys=many is no number"), ("zipf:keys=0", "keys is 0"),
    ("zipf:skew=nan", "skew=nan is no number"), ("zipf:skew=9", "skew is 9"),
    ("zipf:requests=99999999999G", "requests=99999999999G is no number"),
    ("", "there is no workload"),
  ])
  func `what is wrong with its words is said`(words: String, message: String) throws {
    let problem = try #require(throws: WorkloadProblem.self) { try LabWorkload.trace(words) }
    #expect(problem.message.hasPrefix(message))
  }

  @Test func `capacities, as people write them`() {
    #expect(Capacity("1%") == .share(0.01))
    #expect(Capacity("10k") == .entries(10_000))
    #expect(Capacity("64MiB") == .bytes(64 << 20))
    #expect(Capacity("64mb") == .bytes(64_000_000))
    #expect(Capacity("1.5KiB") == .bytes(1_536))
    for wrong in ["", "%", "-1", "1.5", "x", "0%", "9999TiB", "1e400B", "MiB", "nan%"] {
      #expect(Capacity(wrong) == nil, "\(wrong)")
    }
    #expect(Capacity("999999999G") == .entries(1 << 50))
    #expect(ByteAmount.text(1_536) == "1.5 KiB")
    #expect(ByteAmount.text(64 << 20) == "64 MiB")
    #expect(ByteAmount.text(7) == "7 B")
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    // e^(exponent · ln base) by halves, good to nine digits.
    var (low, result) = (exponent, 1.0)
    if exponent == 0 { return 1 }
    var root = base
    let isNegative = low < 0
    if isNegative { low = -low }
    while low >= 1 {
      result *= base
      low -= 1
    }
    for _ in 0..<40 {
      root = root.squareRoot()
      low *= 2
      if low >= 1 {
        result *= root
        low -= 1
      }
    }
    return isNegative ? 1 / result : result
  }
}
