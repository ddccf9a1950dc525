import CacheEngine
import Testing

@testable import Screen

@Suite struct FrameChangeTests {
  private let size = Size(width: 12, height: 3)

  private func frame(_ random: inout SeededRandom) -> Frame {
    var frame = Frame(size: size)
    for _ in 0..<random.below(5) {
      let words = ["a", "漢字", "é", "bc", "漢"][random.below(5)]
      frame.put(words, at: Point(x: random.below(12), y: random.below(3)))
    }
    return frame
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what lies outside of the changes is the same, and no wide character is cut`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed, stream: "frames")
    let old = frame(&random)
    let new = frame(&random)
    let changes = try #require(new.changes(from: old))
    for y in 0..<size.height {
      let columns = changes.first { $0.y == y }?.columns ?? 0..<0
      for x in 0..<size.width where !columns.contains(x) {
        #expect(new[Point(x: x, y: y)] == old[Point(x: x, y: y)], "seed \(seed)")
      }
      for edge in [columns.lowerBound, columns.upperBound] where !columns.isEmpty {
        for frame in [old, new] {
          #expect(frame[Point(x: edge, y: y)]?.width != 0, "seed \(seed), row \(y), edge \(edge)")
        }
      }
    }
    #expect(changes.map(\.y) == changes.map(\.y).sorted())
  }

  @Test func `only the stretch that differs is told`() {
    var old = Frame(size: size)
    old.put("a clock: 10 s", at: .zero)
    var new = Frame(size: size)
    new.put("a clock: 12 s", at: .zero)
    #expect(new.changes(from: old) == [Frame.Change(y: 0, columns: 10..<11)])
    #expect(new.changes(from: new) == [])
    #expect(new.changes(from: Frame(size: Size(width: 11, height: 3))) == nil)
  }
}
