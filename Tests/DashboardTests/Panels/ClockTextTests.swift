import Testing

@testable import Dashboard

struct ClockTextTests {
  @Test(arguments: [
    (Int64(0), "0.000 s"), (60_102_000, "60.102 s"), (3_600_000_000, "1:00:00.000"),
    (86_399_999_000, "23:59:59.999"),
  ])
  func `the clock`(microseconds: Int64, text: String) {
    #expect(ClockText.clock(microseconds) == text)
  }

  @Test(arguments: [
    (Int64(1), "1 ms"), (450_000, "450 ms"), (59_000_001, "60 s"), (600_000_000, "600 s"),
    (1_800_000_000, "30 min"), (3_600_000_000, "1 h"), (86_400_000_000, "24 h"),
  ])
  func `what is left is never said to be less than it is`(microseconds: Int64, text: String) {
    #expect(ClockText.countdown(microseconds) == text)
  }

  @Test(arguments: [(7, "7"), (999, "999"), (1_000, "1 000"), (1_234_567, "1 234 567")])
  func `thousands stand apart`(number: Int, text: String) {
    #expect(ClockText.grouped(number) == text)
  }
}
