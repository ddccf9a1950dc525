// Whole parts of decimals without the C library, whose `trunc` and `round` a program would have to
// link to. From 2⁵³ on every decimal is whole already.

extension Double {
  /// The decimal without its fraction.
  var truncated: Double {
    magnitude < 0x1p53 ? Double(Int64(self)) : self
  }

  /// The largest whole number that is not above.
  var floored: Double {
    let whole = truncated
    return whole > self ? whole - 1 : whole
  }

  /// The nearest whole number; halves go away from zero.
  var roundedToWhole: Double {
    let whole = truncated
    guard (self - whole).magnitude >= 0.5 else { return whole }
    return self < 0 ? whole - 1 : whole + 1
  }

  /// The whole part as a number; nil if it is too large.
  var wholePart: Int64? {
    magnitude < 0x1p63 ? Int64(self) : nil
  }
}
