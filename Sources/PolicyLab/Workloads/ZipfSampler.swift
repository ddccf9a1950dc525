import CacheEngine

// Drawing from a million keys in a moment.
//
// A binary search in a table of sums looks at twenty places of a large table. The alias method
// looks at one: each of n boxes holds 1/n of the chance, a part of it of the box's own rank and
// the rest of one other rank.
//
//     ┌──────┐┌──────┐┌──────┐┌──────┐
//     │  0   ││  0   ││  0   ││  0   │     above the line the alias,
//     │      ││──────││──────││──────│     below it the rank itself
//     │      ││  1   ││  2   ││  3   │
//     └──────┘└──────┘└──────┘└──────┘
//
// Reference: A. Walker, "An efficient method for generating discrete random variables with general
// distributions", ACM TOMS 3 (1977); M. Vose, IEEE TSE 17 (1991) for filling the boxes.

/// Draws ranks 0…n−1, rank k in proportion to 1 ÷ (k + 1)ˢ.
public struct ZipfSampler: Sendable {
  private struct Box {
    /// The chance that the rank itself is meant, in 2⁻³².
    var own: UInt32
    var alias: UInt32
  }

  private var boxes: [Box]

  /// - Precondition: 1 ≤ `keys` < 2³².
  public init(keys: Int, skew: Double) {
    var weights = [Double](repeating: 0, count: keys)
    var sum = 0.0
    for rank in 0..<keys {
      let weight = ZipfSampler.weight(rank + 1, skew)
      weights[rank] = weight
      sum += weight
    }
    let scale = Double(keys) / sum
    for rank in 0..<keys { weights[rank] *= scale }
    boxes = (0..<keys).map { Box(own: .max, alias: UInt32($0)) }
    var poor = (0..<keys).filter { weights[$0] < 1 }
    var rich = (0..<keys).filter { weights[$0] >= 1 }
    while let receiver = poor.popLast(), let giver = rich.last {
      boxes[receiver] = Box(own: UInt32(weights[receiver] * 0x1p32), alias: UInt32(giver))
      weights[giver] -= 1 - weights[receiver]
      guard weights[giver] < 1 else { continue }
      rich.removeLast()
      poor.append(giver)
    }
  }

  /// One draw.
  @inline(__always)
  public func next(_ random: inout SeededRandom) -> UInt32 {
    let (place, rest) = random.next().multipliedFullWidth(by: UInt64(boxes.count))
    let box = boxes[Int(truncatingIfNeeded: place)]
    return rest >> 32 < UInt64(box.own)
      ? UInt32(truncatingIfNeeded: place) : box.alias
  }

  private static func weight(_ rank: Int, _ skew: Double) -> Double {
    if skew == 1 { return 1 / Double(rank) }
    return skew == 0 ? 1 : StableMath.exp(-skew * StableMath.ln(Double(rank)))
  }
}
