// Eight bytes of text at a time.
//
// Traces are gigabytes of digits and dividers. One byte after the other costs a branch for each,
// and the one that ends a field is guessed wrong nearly every time. A word of eight bytes is
// looked at with a handful of operations and no branch: a byte that is sought becomes zero by
// exclusive or, and the first zero byte is found by the carry that subtracting one from each sends
// through it.
//
//     "1234,567"   xor ",,,,,,,,"   ──▶   …  00  …  …  …  …      place 4
//
// Digits are put together in pairs, pairs in fours, fours in eights: three multiplications.
//
// Reference: L. Lamport, "Multiple byte processing with full-word instructions", Communications of
// the ACM 18 (1975).

/// A word of text; the first byte is the lowest.
struct EightBytes {
  private let word: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// - Precondition: eight bytes can be read there.
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>, at place: Int) {
    word = UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Where `byte` stands first; 8 if nowhere.
  @inline(__always)
  func first(_ byte: UInt8) -> Int {
    let gaps = word ^ (EightBytes.ones &* UInt64(byte))
    let found = (gaps &- EightBytes.ones) & ~gaps & EightBytes.highs
    return found.trailingZeroBitCount &>> 3
  }

  /// How many digits stand at the beginning, 0…8.
  @inline(__always)
  var digits: Int {
    let values = word ^ (EightBytes.ones &* 0x30)
    // Adding 118 sends what is above 9 beyond 127.
    let others = ((values &+ EightBytes.ones &* 118) | values) & EightBytes.highs
    return others.trailingZeroBitCount &>> 3
  }

  /// The number that the first `count` bytes are.
  ///
  /// - Precondition: they are digits; 0…8.
  @inline(__always)
  func number(of count: Int) -> UInt64 {
    // Zeros come in at the front, and what follows the digits falls out; of no digits, all of it.
    var sum = (word ^ (EightBytes.ones &* 0x30)) << UInt64(64 &- 8 &* count)
    sum = (sum &* (10 &<< 8 &+ 1)) &>> 8 & 0x00FF_00FF_00FF_00FF
    sum = (sum &* (100 &<< 16 &+ 1)) &>> 16 & 0x0000_FFFF_0000_FFFF
    return (sum &* (10_000 &<< 32 &+ 1)) &>> 32
  }

  /// Ten to the power of 0…8.
  static let powers: InlineArray<9, UInt64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]
}

/// A number of up to fifteen digits and what follows it, read without a branch.
///
/// Numbers of several lengths take turns in a trace, and where one ends is guessed wrong as often as
/// not. So the second word is read whether or not the number goes on in it, and then it counts for
/// all of its digits or for none.
struct SixteenBytes {
  /// How many digits stand at the beginning, 0…16.
  let digits: Int
  /// The number that they are.
  let number: UInt64

  /// - Precondition: sixteen bytes can be read there.
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>, at place: Int) {
    let (first, second) = (EightBytes(base, at: place), EightBytes(base, at: place &+ 8))
    let here = first.digits
    let more = second.digits & (0 &- here &>> 3)
    digits = here &+ more
    number = first.number(of: here) &* EightBytes.powers[more] &+ second.number(of: more)
  }
}
