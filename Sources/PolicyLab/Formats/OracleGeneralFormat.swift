// Packed records of 24 bytes, little endian:
//
//     ┌── 4 ───┬───── 8 ─────┬── 4 ───┬───── 8 ─────┐
//     │ second │     key     │  size  │  next use   │      next use: a position, −1 for never
//     └────────┴─────────────┴────────┴─────────────┘
//
// The next use makes Bélády's rule cheap for simulators that read it; we find it ourselves, since
// a trace that was cut or sampled has it wrong.

/// The binary format of the most used public simulator.
struct OracleGeneralFormat: TraceParser {
  private static let width = 24
  private var records = 0
  private(set) var broken = 0
  private let skipsBroken: Bool

  init(_ options: FormatOptions) {
    skipsBroken = options.skipsBroken
  }

  mutating func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RequestBatch
  ) throws(TraceFault) -> Int {
    let width = OracleGeneralFormat.width
    var offset = 0
    while offset + width <= bytes.count, batch.count < RequestBatch.limit {
      records += 1
      let second = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      let key = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt64.self))
      let size = UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      let next = Int64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: Int64.self))
      offset += width
      guard OracleGeneralFormat.isPosition(next) else {
        if skipsBroken {
          broken += 1
          continue
        }
        throw TraceFault(
          .record(records), .nonsense("the next use is said to be request \(next)"))
      }
      batch.append(key, size: size)
      batch.note(milliseconds: Int64(second) * 1_000)
    }
    guard isLast, offset < bytes.count, bytes.count - offset < width else { return offset }
    if skipsBroken {
      broken += 1
      return bytes.count
    }
    throw TraceFault(.record(records + 1), .truncated(bytes: bytes.count - offset, of: width))
  }

  /// Text that is taken for such records has other values here.
  @inline(__always)
  private static func isPosition(_ next: Int64) -> Bool {
    next == -1 || next == .max || (next >= 0 && next < 1 << 48)
  }

  static let row = FormatRow(
    name: "oracleGeneral", aliases: ["oracle", "oracle-general"],
    summary: "binary records: second, key, size, next use (24 bytes)",
    example: nil, endings: ["oraclegeneral", "oraclegeneral.bin", "bin"],
    reference: "Yang et al., libCacheSim",
    looks: { head in
      head.bytes.count >= width
        && stride(from: 0, through: head.bytes.count - width, by: width).allSatisfy { start in
          isNextUse(head.bytes[start + 16..<start + 24])
        }
    },
    make: { OracleGeneralFormat($0) })

  /// Eight bytes that can be a position, or say that there is none.
  private static func isNextUse(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.suffix(2).allSatisfy { $0 == 0 } || bytes.prefix(7).allSatisfy { $0 == 0xFF }
  }
}
