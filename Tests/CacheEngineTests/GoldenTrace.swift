import CacheEngine

/// The golden trace: 129 000 requests, with unit weights or with sizes in bytes.
enum GoldenTrace {
  static let mixed = BatchTrace(renaming: ids)
  static let sized = BatchTrace(renaming: ids, weights: ids.map { sizes[Int($0)] })

  private static let ids = numbers("mixed.txt")
  private static let sizes = numbers("sizes.txt").map { UInt32($0) }

  /// One number a line; an unreadable file is an empty trace, which no golden count allows.
  private static func numbers(_ name: String) -> [UInt64] {
    guard let bytes = try? Fixture.bytes(name) else { return [] }
    var numbers: [UInt64] = []
    var number: UInt64 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        numbers.append(number)
        number = 0
      } else {
        number = number * 10 + UInt64(byte &- UInt8(ascii: "0"))
      }
    }
    return numbers
  }
}
