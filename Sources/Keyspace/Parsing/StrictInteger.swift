/// Whole numbers as Redis reads them: exactly the text that it would write.
enum StrictInteger {
  /// The number, or nil for a plus sign, a leading zero, a space, `-0` or more than 64 bits.
  static func parse(_ text: some Collection<UInt8>) -> Int64? {
    guard let first = text.first, text.count <= 20 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative ? text.dropFirst() : text[...]
    guard let lead = digits.first else { return nil }
    if lead == UInt8(ascii: "0") { return digits.count == 1 && !isNegative ? 0 : nil }
    var number: Int64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let value = Int64(digit - UInt8(ascii: "0"))
      let (tenfold, isTooLong) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooLarge) = tenfold.subtractingReportingOverflow(value)
      if isTooLong || isTooLarge { return nil }
      number = sum
    }
    // Counted downwards, because the negative side reaches one further.
    if isNegative { return number }
    return number == .min ? nil : -number
  }
}
