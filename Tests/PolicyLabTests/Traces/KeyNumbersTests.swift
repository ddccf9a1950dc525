import CacheEngine
import PolicyLab
import Testing

/// Renaming against a dictionary.
@Suite struct KeyNumbersTests {
  @Test(arguments: [1, 511, 512, 513, 10_000])
  func `keys are numbered in order of first appearance, however they come in`(piece: Int) {
    var stream = SeededRandom(seed: 3)
    // Key 0 looks like an empty bucket; keys that differ high up only must not meet.
    let keys = (0..<30_000).map { _ -> UInt64 in
      let draw = UInt64(stream.below(4_000))
      return draw % 3 == 0 ? draw << 52 : draw
    }
    var names: [UInt64: UInt32] = [:]
    let expected = keys.map { key in
      let number = names[key] ?? UInt32(names.count)
      names[key] = number
      return number
    }
    var numbers = KeyNumbers()
    var ids: [UInt32] = []
    var start = 0
    while start < keys.count {
      let end = min(start + piece, keys.count)
      numbers.append(Array(keys[start..<end]), to: &ids)
      start = end
    }
    #expect(ids == expected)
    #expect(numbers.count == names.count)
  }
}
