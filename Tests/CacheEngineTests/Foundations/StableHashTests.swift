import CacheEngine
import Testing

/// Values that must never change: sessions and lessons rest on them.
@Suite struct StableHashTests {
  @Test func `the golden values`() {
    #expect(StableHash().value == 0x09EC_1EB6_8F0B_B84A)
    #expect(StableHash(seed: 42).value == 0xCDDD_CE60_03CA_90D3)
    #expect(hash("") == 0x05E6_4926_6931_A8ED)
    #expect(hash("user:1") == 0x4A67_2D5A_E94F_9CD7)
    #expect(hash("a key that is longer than eight bytes") == 0x8459_0D27_7BFC_38BF)
    var numbers = StableHash()
    numbers.combine(1)
    numbers.combine(-1)
    numbers.combine(Tick.never)
    numbers.combine(true)
    #expect(numbers.value == 0xCD37_BEFE_1F96_198C)
    #expect(StableHash.scatter(0) == 0x17FB_89EE_9DCA_B42A)
    #expect(StableHash.scatter(1) == 0x9CB6_8617_2189_B06A)
  }

  @Test func `order, length and padding count`() {
    #expect(hash("ab") != hash("ba"))
    #expect(hash("a") != hash("a\0"))
    #expect(hash("12345678") != hash("12345678\0"))
    var joined = StableHash()
    joined.combine("ab")
    joined.combine("c")
    var other = StableHash()
    other.combine("a")
    other.combine("bc")
    #expect(joined.value != other.value)
  }

  @Test func `a string hashes as its bytes do`() {
    let bytes = Array("city:7".utf8)
    #expect(bytes.withUnsafeBytes { StableHash.of(bytes: $0) } == hash("city:7"))
  }

  @Test func `low bits are spread`() {
    var buckets = [Int](repeating: 0, count: 64)
    for index in 0..<6_400 { buckets[Int(hash("key:\(index)") & 63)] += 1 }
    for count in buckets { #expect((55...150).contains(count)) }
  }

  private func hash(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }
}
