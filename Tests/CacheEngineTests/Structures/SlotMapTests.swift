import Testing

@testable import CacheEngine

@Suite struct SlotMapTests {
  @Test func `it finds what a dictionary finds`() {
    for seed in UInt64(0)..<20 {
      var random = SeededRandom(seed: seed)
      var map = SlotMap()
      var dictionary: [UInt32: Slot] = [:]
      for step in 0..<2_000 {
        let key = UInt32(random.below(300))
        if dictionary[key] != nil {
          map.remove(Symbol(index: key))
          dictionary[key] = nil
        } else {
          map.insert(Symbol(index: key), slot: Slot(step))
          dictionary[key] = Slot(step)
        }
      }
      #expect(map.count == dictionary.count)
      for key in UInt32(0)..<300 {
        #expect(map.find(Symbol(index: key)) == dictionary[key] ?? .max, "seed \(seed)")
      }
    }
  }

  @Test func `no key is never found`() {
    #expect(SlotMap().find(.none) == .max)
    #expect(SlotMap().find(.empty) == .max)
  }
}
