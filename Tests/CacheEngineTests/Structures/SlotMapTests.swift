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

  @Test func `lent and given back it holds what was put in by then`() {
    var map = SlotMap()
    for key in 0..<100 { map.insert(Symbol(index: UInt32(key * 7)), slot: Slot(key)) }
    map.borrow()
    map.remove(Symbol(index: 7))
    map.insert(Symbol(index: 10_000), slot: 500)
    #expect(map.find(Symbol(index: 14)) == 2 && map.find(Symbol(index: 7)) == .max)
    #expect(map.find(Symbol(index: 99_999)) == .max)
    map.giveBack()
    #expect(map.count == 100)
    #expect(map.find(Symbol(index: 10_000)) == 500 && map.find(Symbol(index: 7)) == .max)
    for key in 2..<100 { #expect(map.find(Symbol(index: UInt32(key * 7))) == Slot(key)) }
  }
}
