import CacheEngine
import Foundation
import Testing

@Suite struct StableMathTests {
  @Test func `the logarithm is right to two units in the last place`() {
    var random = SeededRandom(seed: 12)
    var wrong: [Double] = []
    for _ in 0..<100_000 {
      let exponent = Double(random.below(600) - 300)
      let x = (1 + random.unit()) * Double(sign: .plus, exponent: Int(exponent), significand: 1)
      let exact = Foundation.log(x)
      if abs(StableMath.ln(x) - exact) > 2 * exact.ulp { wrong.append(x) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `around one it keeps its precision`() {
    var random = SeededRandom(seed: 13)
    var wrong: [Double] = []
    for _ in 0..<100_000 {
      let x = 0.7 + random.unit() * 0.75
      let exact = Foundation.log(x)
      if abs(StableMath.ln(x) - exact) > 2 * exact.ulp { wrong.append(x) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `special values are special`() {
    #expect(StableMath.ln(1) == 0)
    #expect(StableMath.ln(0) == -.infinity)
    #expect(StableMath.ln(-1).isNaN)
    #expect(StableMath.ln(.nan).isNaN)
    #expect(StableMath.ln(.infinity) == .infinity)
    #expect(StableMath.ln(.leastNonzeroMagnitude) == Foundation.log(.leastNonzeroMagnitude))
    #expect(StableMath.ln(2) == Foundation.log(2))
  }

  @Test func `the bits never change`() {
    #expect(StableMath.ln(10).bitPattern == 0x4002_6BB1_BBB5_5516)
    #expect(StableMath.ln(0.3).bitPattern == 0xBFF3_4378_FCBD_A721)
    #expect(StableMath.ln(1.0001).bitPattern == 0x3F1A_368D_0657_FCD4)
    #expect(StableMath.ln(123_456_789).bitPattern == 0x4032_A1A3_8BD0_540A)
  }
}
