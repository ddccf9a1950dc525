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
    boxes = ZipfSampler.boxes(keys, skew) { false } ?? []
  }

  /// Nil once it is stopped: a table of many keys takes its time.
  ///
  /// - Parameter isStopped: asked before each piece of the table.
  init?(keys: Int, skew: Double, isStopped: () -> Bool) {
    guard let boxes = ZipfSampler.boxes(keys, skew, isStopped) else { return nil }
    self.boxes = boxes
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

  // MARK: filling the boxes

  private static func boxes(_ keys: Int, _ skew: Double, _ isStopped: () -> Bool) -> [Box]? {
    guard var weights = weights(keys, skew, isStopped) else { return nil }
    var isWhole = true
    let boxes = [Box](unsafeUninitializedCapacity: keys) { boxes, filled in
      isWhole = weights.withUnsafeMutableBufferPointer { weights in
        pair(weights, boxes, isStopped)
      }
      filled = isWhole ? keys : 0
    }
    return isWhole ? boxes : nil
  }

  /// The weight of each rank; their mean is 1.
  private static func weights(
    _ keys: Int, _ skew: Double, _ isStopped: () -> Bool
  ) -> [Double]? {
    var isWhole = true
    let weights = [Double](unsafeUninitializedCapacity: keys) { weights, filled in
      var sum = 0.0
      isWhole = inPieces(keys, isStopped) { rank in
        weights[rank] = weight(rank + 1, skew)
        sum += weights[rank]
      }
      let scale = Double(keys) / sum
      isWhole = isWhole && inPieces(keys, isStopped) { weights[$0] *= scale }
      filled = isWhole ? keys : 0
    }
    return isWhole ? weights : nil
  }

  /// Fills up the boxes of ranks that weigh less than 1 with what others weigh more.
  private static func pair(
    _ weights: UnsafeMutableBufferPointer<Double>, _ boxes: UnsafeMutableBufferPointer<Box>,
    _ isStopped: () -> Bool
  ) -> Bool {
    let keys = weights.count
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: keys) { ranks in
      // Two stacks in one piece of memory: the poor from its beginning, the rich from its end.
      var (poor, rich) = (0, keys)
      let isSorted = inPieces(keys, isStopped) { rank in
        boxes[rank] = Box(own: .max, alias: UInt32(rank))
        if weights[rank] < 1 {
          ranks[poor] = UInt32(rank)
          poor += 1
        } else {
          rich -= 1
          ranks[rich] = UInt32(rank)
        }
      }
      // Each turn fills a box for good, so there are no more turns than boxes.
      return isSorted
        && inPieces(keys, isStopped) { _ in
          guard poor > 0, rich < keys else { return }
          poor -= 1
          let (receiver, giver) = (Int(ranks[poor]), Int(ranks[rich]))
          boxes[receiver] = Box(own: UInt32(weights[receiver] * 0x1p32), alias: UInt32(giver))
          weights[giver] -= 1 - weights[receiver]
          guard weights[giver] < 1 else { return }
          rich += 1
          ranks[poor] = UInt32(giver)
          poor += 1
        }
    }
  }

  /// So many ranks are done before somebody is asked whether to go on.
  private static let piece = 1 << 16

  /// Whether it was done for all of 0 ..< `count`, and not stopped.
  @inline(__always)
  private static func inPieces(
    _ count: Int, _ isStopped: () -> Bool, _ body: (Int) -> Void
  ) -> Bool {
    var start = 0
    while start < count {
      if isStopped() { return false }
      let end = min(start + piece, count)
      for index in start..<end { body(index) }
      start = end
    }
    return true
  }
}
