import Testing

@testable import CacheEngine

@Suite struct FrequencySketchTests {
  @Test func `a count is never too low, up to its end at 15`() {
    var sketch = FrequencySketch()
    sketch.reserve(1_000)
    for key in UInt32(0)..<300 {
      for _ in 0..<key % 20 { sketch.increment(Symbol(index: key)) }
    }
    for key in UInt32(0)..<300 {
      #expect(sketch.count(of: Symbol(index: key)) >= min(15, Int(key % 20)))
    }
  }

  @Test func `it is seldom too high where the block is large enough`() {
    var sketch = FrequencySketch()
    sketch.reserve(4_096)
    for key in UInt32(0)..<2_000 { sketch.increment(Symbol(index: key)) }
    let wrong = (UInt32(0)..<2_000).count { sketch.count(of: Symbol(index: $0)) != 1 }
    #expect(wrong < 40)
  }

  @Test func `after ten requests an entry all counts are halved`() {
    var sketch = FrequencySketch()
    for _ in 0..<10 { sketch.increment(Symbol(index: 1)) }
    #expect(sketch.count(of: Symbol(index: 1)) == 10)
    var key = UInt32(100)
    while sketch.count(of: Symbol(index: 1)) >= 10, key < 1_000 {
      sketch.increment(Symbol(index: key))
      key += 1
    }
    #expect((5...7).contains(sketch.count(of: Symbol(index: 1))))
  }

  @Test func `what was counted survives growth`() {
    var sketch = FrequencySketch()
    for _ in 0..<9 { sketch.increment(Symbol(index: 5)) }
    sketch.reserve(5_000)
    #expect(sketch.count(of: Symbol(index: 5)) >= 9)
  }
}
