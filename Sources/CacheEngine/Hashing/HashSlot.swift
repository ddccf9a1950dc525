// Hash slots, as Redis Cluster has them.
//
// A key belongs to one of 16 384 hash slots: the CRC16 of the key, modulo 16 384. Keys that must
// live together share a tag in braces: of `user:{42}:cart` only `42` is hashed. An empty tag does
// not count, and only the first opening brace and the first closing one after it do.
//
// Reference: Redis Cluster specification, "Key distribution model" and appendix A; the polynomial
// is CRC16/XMODEM (0x1021, start 0, nothing reflected).

/// The hash slot of a key in a Redis Cluster.
public enum HashSlot {
  /// How many hash slots there are.
  public static let count = 16_384

  /// The hash slot of a key, 0 ..< 16 384; if it has a tag, that of the tag.
  public static func of(_ key: UnsafeRawBufferPointer) -> Int {
    Int(crc16(tag(of: key))) % count
  }

  /// The hash slot of the UTF-8 bytes of `key`.
  public static func of(_ key: String) -> Int {
    var key = key
    return key.withUTF8 { of(UnsafeRawBufferPointer($0)) }
  }

  /// CRC16/XMODEM.
  public static func crc16(_ bytes: UnsafeRawBufferPointer) -> UInt16 {
    var remainder: UInt16 = 0
    for byte in bytes {
      remainder = remainder << 8 ^ table[Int(remainder >> 8 ^ UInt16(byte))]
    }
    return remainder
  }

  /// What is hashed: the bytes between the first `{` and the first `}` after it, or everything.
  private static func tag(of key: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let open = key.firstIndex(of: UInt8(ascii: "{")) else { return key }
    guard let close = key[open...].firstIndex(of: UInt8(ascii: "}")), close > open + 1 else {
      return key
    }
    return UnsafeRawBufferPointer(rebasing: key[open + 1..<close])
  }

  private static let table: [UInt16] = (0..<256).map { byte in
    var remainder = UInt16(byte) << 8
    for _ in 0..<8 {
      remainder = remainder & 0x8000 == 0 ? remainder << 1 : remainder << 1 ^ 0x1021
    }
    return remainder
  }
}
