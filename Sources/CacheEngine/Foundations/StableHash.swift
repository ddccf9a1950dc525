// One hash for ever.
//
// Swift's own `Hasher` is seeded anew in every process. Digests, key hashes and hash tables here
// must come out the same in every process, build and year, so this is the only hash that pure
// modules use. It multiplies and folds 64-bit words (the idea of wyhash and its family); it is
// fast and well spread, and no defence against an attacker.

/// A running 64-bit hash with documented constants.
public struct StableHash: Hashable, Sendable {
  private var state: UInt64

  public init(seed: UInt64 = 0) {
    state = seed ^ 0xA076_1D64_78BD_642F
  }

  /// The hash of everything combined so far.
  public var value: UInt64 {
    StableHash.fold(state ^ 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3)
  }

  public mutating func combine(_ word: UInt64) {
    state = StableHash.fold(state ^ word, 0x9FB2_1C65_1E98_DF25) &+ 0x5899_65CC_7537_4CC3
  }

  public mutating func combine(_ number: Int) {
    combine(UInt64(bitPattern: Int64(number)))
  }

  public mutating func combine(_ tick: Tick) {
    combine(UInt64(bitPattern: tick.microseconds))
  }

  public mutating func combine(_ flag: Bool) {
    combine(flag ? 1 : 0 as UInt64)
  }

  /// Combines bytes, eight at a time, and their number.
  public mutating func combine(bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count {
      tail |= UInt64(bytes[offset]) << shift
      shift += 8
      offset += 1
    }
    combine(tail)
    combine(UInt64(bytes.count))
  }

  public mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  public mutating func combine(_ text: StaticString) {
    text.withUTF8Buffer { combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The hash of one string of bytes.
  public static func of(bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes: bytes)
    return hash.value
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension StableHash {
  /// Spreads a small number over 64 bits: for keys that are numbers already.
  public static func scatter(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }
}
