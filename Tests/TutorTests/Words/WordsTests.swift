import Testing

@testable import Tutor

struct WordsTests {
  @Test(arguments: [
    (0, "0 s"), (1, "0.001 ms"), (500, "0.5 ms"), (1_000, "1 ms"), (102_000, "102 ms"),
    (102_500, "102.5 ms"), (999_999, "999.999 ms"), (1_000_000, "1 s"), (1_002_000, "1.002 s"),
    (59_500_000, "59.5 s"), (60_000_000, "60 s"), (90_000_000, "90 s"), (120_000_000, "2 min"),
    (3_600_000_000, "1 h"), (86_400_000_000, "24 h"), (3_661_000_000, "3 661 s"),
    (-500_000, "-500 ms"),
  ])
  func `a duration is written as people read it`(ticks: Int64, text: String) {
    #expect(Words.duration(ticks) == text)
  }

  @Test(arguments: [
    (1_000, "1 ms"), (102_000, "102 ms"), (1_002_000, "1 002 ms"), (20_002_000, "20 002 ms"),
    (500, "0.5 ms"),
  ])
  func `a latency is always in milliseconds`(ticks: Int64, text: String) {
    #expect(Words.latency(ticks) == text)
  }

  @Test(arguments: [
    (0, "0.000 s"), (60_102_000, "60.102 s"), (718_000, "0.718 s"), (1_000_499, "1.000 s"),
    (60_000_500, "60.001 s"),
    (1_234_567_000_000, "1 234 567.000 s"), (-204_400, "-0.204 s"),
  ])
  func `the clock has three decimals`(ticks: Int64, text: String) {
    #expect(Words.clock(ticks) == text)
  }

  @Test func `numbers, shares, ratios and lists`() {
    #expect(Words.count(0) == "0")
    #expect(Words.count(999) == "999")
    #expect(Words.count(1_000) == "1 000")
    #expect(Words.count(-1_234_567) == "-1 234 567")
    #expect(Words.count(Int64.min) == "-9 223 372 036 854 775 808")
    #expect(Words.count(1, "load") == "1 load")
    #expect(Words.count(1_000, "miss", "misses") == "1 000 misses")
    #expect(Words.percent(0.714) == "71 %")
    #expect(Words.percent(1) == "100 %")
    #expect(Words.percent(0.0041) == "0.4 %")
    #expect(Words.percent(0.05) == "5 %")
    #expect(Words.percent(0) == "0 %")
    #expect(Words.ratio(0.999) == "0.99")
    #expect(Words.ratio(1) == "1.00")
    #expect(Words.ratio(0.805) == "0.80")
    #expect(Words.number(2.5) == "2.5")
    #expect(Words.number(-1.25) == "-1.25")
    #expect(Words.number(3) == "3")
    #expect(Words.number(.infinity) == "∞")
    #expect(Words.alternatives(["a"]) == "a")
    #expect(Words.alternatives(["a", "b", "c"]) == "a, b or c")
    #expect(Words.list([]) == "")
    #expect(Words.list(["a", "b"]) == "a and b")
    #expect(Words.letter(0) == "A")
    #expect(Words.letter(26) == "?")
    #expect(Words.index(ofLetter: "c") == 2)
    #expect(Words.index(ofLetter: "1") == nil)
    #expect(Words.index(ofLetter: "AB") == nil)
  }

  @Test(arguments: [
    (60_000_000, "60s"), (1_500_000, "1500ms"), (250, "250us"), (3_600_000_000, "3600s"), (0, "0s"),
  ])
  func `a duration in a listing reads back`(ticks: Int64, text: String) throws {
    #expect(Words.literal(duration: ticks) == text)
    #expect(Quantity.duration(text) == ticks)
  }
}
