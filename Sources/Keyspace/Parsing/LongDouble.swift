// The number that INCRBYFLOAT counts in.
//
// Redis adds in the C type `long double`: on the machines that most servers run on, 64 bits of
// mantissa and 15 of exponent. Its replies show the rounding (1234567.1 + 0.1 is
// 1234567.20000000000004547), so that type is part of the reply. Swift has it on some processors
// only; a recorded run must not depend on the processor. Therefore it is done here in whole
// numbers: read exactly, round once, add exactly, round once, print exactly.

/// A number with 64 bits of mantissa, as an x87 processor computes; zero, finite or infinite.
struct LongDouble: Hashable, Sendable {
  private var isNegative = false
  /// The value is mantissa × 2^exponent; the top bit is set unless the value is zero.
  private var mantissa: UInt64 = 0
  private var exponent = 0
  private(set) var isInfinite = false

  /// The sum, rounded to the nearest; a half to the even one.
  static func + (left: LongDouble, right: LongDouble) -> LongDouble {
    if left.isInfinite || right.isInfinite {
      var infinite = LongDouble()
      infinite.isInfinite = true
      return infinite
    }
    let exponent = min(left.exponent, right.exponent)
    var large = left.whole(at: exponent)
    var small = right.whole(at: exponent)
    guard left.isNegative != right.isNegative else {
      large.add(small)
      return LongDouble(large, exponent: exponent, isNegative: left.isNegative)
    }
    let isRightLarger = large.isLess(than: small)
    if isRightLarger { swap(&large, &small) }
    large.subtract(small)
    let isNegative = isRightLarger ? right.isNegative : left.isNegative
    return LongDouble(large, exponent: exponent, isNegative: isNegative)
  }

  /// A fixed number of decimals, at most 17, without the zeros at the end.
  var text: String {
    var scaled = BigNatural(mantissa)
    scaled.multiply(byTenTo: LongDouble.decimals)
    if exponent >= 0 {
      scaled.shiftLeft(exponent)
    } else {
      scaled.shiftRightRounding(-exponent)
    }
    let digits = scaled.decimal
    let padding = String(repeating: "0", count: max(0, LongDouble.decimals + 1 - digits.utf8.count))
    let padded = padding + digits
    let fraction = padded.suffix(LongDouble.decimals)
    let kept = fraction.reversed().drop { $0 == "0" }.reversed()
    let whole = padded.dropLast(LongDouble.decimals)
    let unsigned = kept.isEmpty ? String(whole) : whole + "." + String(kept)
    return isNegative && unsigned != "0" ? "-" + unsigned : unsigned
  }

  private static let decimals = 17
  /// One more than the exponent of the largest finite number.
  private static let topExponent = 16_384
  /// What is below counts as nothing.
  private static let bottomExponent = -16_445

  private init() {}

  private init(_ whole: BigNatural, exponent: Int, isNegative: Bool, isSticky: Bool = false) {
    guard !whole.isZero else { return }
    var whole = whole
    var exponent = exponent
    self.isNegative = isNegative
    if whole.bitWidth > 64 {
      let surplus = whole.bitWidth - 64
      whole.shiftRightRounding(surplus, isSticky: isSticky)
      exponent += surplus
      if whole.bitWidth > 64 {
        whole.shiftRightRounding(1)
        exponent += 1
      }
    }
    let missing = 64 - whole.bitWidth
    self.exponent = exponent - missing
    isInfinite = self.exponent + 64 > LongDouble.topExponent
    guard self.exponent + 64 > LongDouble.bottomExponent else { return }
    mantissa = whole.low << UInt64(missing)
  }

  private func whole(at exponent: Int) -> BigNatural {
    var whole = BigNatural(mantissa)
    whole.shiftLeft(self.exponent - exponent)
    return whole
  }
}

extension LongDouble {
  /// Reads decimal digits with sign, point and exponent, or `inf`.
  ///
  /// `nil` for anything else, for spaces, for a number too large or too small to hold. (Redis also
  /// reads hexadecimal.)
  init?(_ text: some Collection<UInt8>) {
    var rest = Array(text)[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let word = String(decoding: rest, as: UTF8.self).lowercased()
    if word == "inf" || word == "infinity" {
      self.init()
      self.isNegative = isNegative
      isInfinite = true
      return
    }
    guard let scanned = Self.scan(&rest), rest.isEmpty else { return nil }
    self.init(digits: scanned.digits, tens: scanned.tens, isNegative: isNegative)
    if isInfinite || (mantissa == 0 && !scanned.digits.isZero) { return nil }
  }

  private static let longest = 256
  private static let farthest = 5_000

  private init(digits: BigNatural, tens: Int, isNegative: Bool) {
    var whole = digits
    guard !whole.isZero, tens > -LongDouble.farthest - 60 else {
      self.init()
      return
    }
    if tens >= 0 {
      whole.multiply(byTenTo: min(tens, LongDouble.farthest))
      self.init(whole, exponent: 0, isNegative: isNegative)
      return
    }
    var divisor = BigNatural(1)
    divisor.multiply(byTenTo: -tens)
    // Two bits more than the mantissa has, and whether anything is left: enough to round once.
    let shift = max(0, 66 + divisor.bitWidth - whole.bitWidth)
    whole.shiftLeft(shift)
    let (quotient, isSticky) = Self.divide(whole, by: divisor)
    self.init(quotient, exponent: -shift, isNegative: isNegative, isSticky: isSticky)
  }

  /// Long division, bit by bit.
  private static func divide(
    _ dividend: BigNatural, by divisor: BigNatural
  ) -> (quotient: BigNatural, hasRemainder: Bool) {
    var rest = dividend
    var quotient = BigNatural(0)
    for bit in stride(from: dividend.bitWidth - divisor.bitWidth, through: 0, by: -1) {
      var part = divisor
      part.shiftLeft(bit)
      quotient.shiftLeft(1)
      guard !rest.isLess(than: part) else { continue }
      rest.subtract(part)
      quotient.add(BigNatural(1))
    }
    return (quotient, !rest.isZero)
  }

  /// The digits as one whole number, and the power of ten that it is to be multiplied by.
  private static func scan(
    _ rest: inout ArraySlice<UInt8>
  ) -> (digits: BigNatural, tens: Int)? {
    guard rest.count <= longest else { return nil }
    var digits = BigNatural(0)
    var tens = 0
    var count = 0
    var isFraction = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if let digit = digit(byte) {
        digits.multiply(by: 10, adding: digit)
        count += 1
        if isFraction { tens -= 1 }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard count > 0 else { return nil }
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else {
      return (digits, tens)
    }
    rest = rest.dropFirst()
    guard let exponent = exponent(&rest) else { return nil }
    return (digits, tens + exponent)
  }

  private static func exponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    var number = 0
    while let byte = rest.first, let digit = digit(byte) {
      number = min(number * 10 + Int(digit), farthest)
      rest = rest.dropFirst()
    }
    return sign * number
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      ? UInt32(byte - UInt8(ascii: "0")) : nil
  }
}
