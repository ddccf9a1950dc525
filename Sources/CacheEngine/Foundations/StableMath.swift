// A logarithm that is the same everywhere.
//
// The C library's `log` may differ in the last bit from one version to the next, and a decision
// that hangs on that bit would make a recorded session go another way. Addition, subtraction,
// multiplication and division are exact to the last bit on every machine, so what is made of
// these alone replays.

/// Mathematics in which the same input gives the same bits on every machine.
public enum StableMath {
  /// The natural logarithm, to within two units in the last place.
  ///
  /// −∞ for 0, not a number below 0.
  ///
  /// With x = m · 2ᵉ and m between √½ and √2, ln x = e · ln 2 + ln m; and with s = (m − 1) ÷ (m + 1),
  /// ln m = 2 (s + s³÷3 + s⁵÷5 + …), where s² < 0.03, so that twelve terms are enough.
  public static func ln(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.4142135623730951 {
      mantissa *= 0.5
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var tail = 0.0
    var odd = 25.0
    while odd > 1 {
      tail = (tail + 1 / odd) * square
      odd -= 2
    }
    // ln 2 in two parts; the first has so few bits that its product with the exponent is exact.
    let high = 0x1.62e42fee00000p-1
    let low = 0x1.a39ef35793c76p-33
    return exponent * high + (2 * ratio + (2 * ratio * tail + exponent * low))
  }
}
