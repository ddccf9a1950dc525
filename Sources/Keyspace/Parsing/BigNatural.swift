/// A whole number of any length, as far as exact conversion of floating point needs one.
///
/// Little-endian digits of 32 bits, no zero at the top; every operation is the one from school.
struct BigNatural: Hashable, Sendable {
  private var limbs: [UInt32] = []

  init(_ number: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: number), UInt32(number >> 32)]
    trim()
  }

  var isZero: Bool { limbs.isEmpty }

  /// How many bits it takes; 0 for zero.
  var bitWidth: Int {
    limbs.last.map { limbs.count * 32 - $0.leadingZeroBitCount } ?? 0
  }

  mutating func multiply(by factor: UInt32, adding addend: UInt32 = 0) {
    var carry = UInt64(addend)
    for place in limbs.indices {
      let product = UInt64(limbs[place]) * UInt64(factor) + carry
      limbs[place] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
    trim()
  }

  mutating func multiply(byTenTo exponent: Int) {
    for _ in 0..<exponent / 9 { multiply(by: 1_000_000_000) }
    for _ in 0..<exponent % 9 { multiply(by: 10) }
  }

  /// Divides in place and returns the remainder.
  mutating func divide(by divisor: UInt32) -> UInt32 {
    var remainder: UInt64 = 0
    for place in limbs.indices.reversed() {
      let part = remainder << 32 | UInt64(limbs[place])
      limbs[place] = UInt32(part / UInt64(divisor))
      remainder = part % UInt64(divisor)
    }
    trim()
    return UInt32(remainder)
  }

  mutating func shiftLeft(_ bits: Int) {
    guard bits > 0, !isZero else { return }
    var shifted = Array(repeating: UInt32(0), count: bits / 32)
    var carry: UInt64 = 0
    for limb in limbs {
      let part = UInt64(limb) << UInt64(bits % 32) | carry
      shifted.append(UInt32(truncatingIfNeeded: part))
      carry = part >> 32
    }
    shifted.append(UInt32(carry))
    limbs = shifted
    trim()
  }

  /// Shifts to the right and rounds to the nearest, a half to the even one.
  ///
  /// - Parameter isSticky: something non-zero had already been cut off below.
  mutating func shiftRightRounding(_ bits: Int, isSticky: Bool = false) {
    guard bits > 0 else { return }
    let half = bit(bits - 1)
    let isAboveHalf = isSticky || hasBits(below: bits - 1)
    var shifted: [UInt32] = []
    for place in stride(from: bits / 32, to: limbs.count, by: 1) {
      let high = place + 1 < limbs.count ? UInt64(limbs[place + 1]) << 32 : 0
      let part = (high | UInt64(limbs[place])) >> UInt64(bits % 32)
      shifted.append(UInt32(truncatingIfNeeded: part))
    }
    limbs = shifted
    trim()
    if half, isAboveHalf || bit(0) { add(BigNatural(1)) }
  }

  mutating func add(_ other: BigNatural) {
    var carry: UInt64 = 0
    for place in 0..<max(limbs.count, other.limbs.count) {
      let sum = UInt64(limb(place)) + UInt64(other.limb(place)) + carry
      if place < limbs.count {
        limbs[place] = UInt32(truncatingIfNeeded: sum)
      } else {
        limbs.append(UInt32(truncatingIfNeeded: sum))
      }
      carry = sum >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  /// - Precondition: `other` is not larger.
  mutating func subtract(_ other: BigNatural) {
    var borrow: Int64 = 0
    for place in limbs.indices {
      let difference = Int64(limbs[place]) - Int64(other.limb(place)) - borrow
      limbs[place] = UInt32(truncatingIfNeeded: difference)
      borrow = difference < 0 ? 1 : 0
    }
    precondition(borrow == 0, "a natural number below zero")
    trim()
  }

  func isLess(than other: BigNatural) -> Bool {
    guard limbs.count == other.limbs.count else { return limbs.count < other.limbs.count }
    return limbs.reversed().lexicographicallyPrecedes(other.limbs.reversed())
  }

  /// The lowest 64 bits.
  var low: UInt64 { UInt64(limb(1)) << 32 | UInt64(limb(0)) }

  /// The number in decimal; at least one digit.
  var decimal: String {
    var rest = self
    var groups: [String] = []
    repeat {
      let group = String(rest.divide(by: 1_000_000_000))
      let padding = rest.isZero ? 0 : 9 - group.utf8.count
      groups.append(String(repeating: "0", count: padding) + group)
    } while !rest.isZero
    return groups.reversed().joined()
  }

  private func limb(_ place: Int) -> UInt32 {
    place < limbs.count ? limbs[place] : 0
  }

  private func bit(_ place: Int) -> Bool {
    limb(place / 32) >> UInt32(place % 32) & 1 == 1
  }

  private func hasBits(below place: Int) -> Bool {
    for index in 0..<min(place / 32, limbs.count) where limbs[index] != 0 { return true }
    return limb(place / 32) & (1 << UInt32(place % 32) - 1) != 0
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}
