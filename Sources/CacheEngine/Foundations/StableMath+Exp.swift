extension StableMath {
  /// e to the power of `x`, from additions and multiplications alone, so that it is the same on
  /// every machine; the relative error is below 10⁻¹⁴ for |x| ≤ 700.
  ///
  /// x = k · ln 2 + r with |r| ≤ ½ ln 2; eʳ by its power series, then scaled by 2ᵏ.
  public static func exp(_ x: Double) -> Double {
    let turns = x * 1.442_695_040_888_963_4
    let k = Double(Int(turns < 0 ? turns - 0.5 : turns + 0.5))
    let r = x - k * 0.693_147_180_369_123_8 - k * 1.908_214_929_270_587_7e-10
    var term = 1.0
    var sum = 1.0
    for n in 1...20 {
      term = term * r / Double(n)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }
}
