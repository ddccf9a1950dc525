import CacheEngine
import Testing

@Suite struct HashSlotTests {
  @Test func `the check value of CRC16 XMODEM`() {
    let check: [UInt8] = Array("123456789".utf8)
    #expect(check.withUnsafeBytes { HashSlot.crc16($0) } == 0x31C3)
  }

  @Test func `the golden slots, edge cases of tags first`() throws {
    let rows = try Fixture.rows("slots.csv")
    #expect(rows.count > 1000)
    for row in rows {
      let key = try bytes(hexadecimal: row[0])
      let slot = key.withUnsafeBytes { HashSlot.of($0) }
      #expect(slot == Int(row[1]), "key \(row[0])")
    }
  }

  @Test func `keys with the same tag share a slot`() {
    #expect(HashSlot.of("user:{42}:cart") == HashSlot.of("user:{42}:name"))
    #expect(HashSlot.of("user:{42}:cart") == HashSlot.of("42"))
    #expect(HashSlot.of("a{}b") != HashSlot.of(""))
  }

  private func bytes(hexadecimal: String) throws -> [UInt8] {
    let digits = Array(hexadecimal)
    return try stride(from: 0, to: digits.count, by: 2).map { place in
      try #require(UInt8(String(digits[place...place + 1]), radix: 16))
    }
  }
}
