// MD5, for the ring.
//
// MD5 is broken as a signature and perfectly good as a way to scatter names over a circle. The
// memcached clients settled on it for ketama, so whoever wants the same owners must use it too.
//
// Reference: R. Rivest, "The MD5 Message-Digest Algorithm", RFC 1321 (1992).

/// The digest of a string of bytes, as four 32-bit words, each read from four bytes little endian.
public struct MD5: Equatable, Sendable {
  public let words: (UInt32, UInt32, UInt32, UInt32)

  /// Digests `bytes`.
  public init(of bytes: UnsafeRawBufferPointer) {
    var state = State()
    var offset = 0
    while offset + 64 <= bytes.count {
      state.absorb(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 64]))
      offset += 64
    }
    state.absorbLast(UnsafeRawBufferPointer(rebasing: bytes[offset...]), length: bytes.count)
    words = (state.a, state.b, state.c, state.d)
  }

  /// Digests the UTF-8 bytes of `text`.
  public init(of text: String) {
    var text = text
    self = text.withUTF8 { MD5(of: UnsafeRawBufferPointer($0)) }
  }

  /// The usual form, 32 hexadecimal digits.
  public var hexadecimal: String {
    [words.0, words.1, words.2, words.3].map { word in
      let digits = String(word.byteSwapped, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  public static func == (left: MD5, right: MD5) -> Bool {
    left.words == right.words
  }
}

extension MD5 {
  private struct State {
    var a: UInt32 = 0x6745_2301
    var b: UInt32 = 0xEFCD_AB89
    var c: UInt32 = 0x98BA_DCFE
    var d: UInt32 = 0x1032_5476

    /// Absorbs what is left, a single 1 bit, zeros, and the length of it all in bits.
    mutating func absorbLast(_ rest: UnsafeRawBufferPointer, length: Int) {
      let blocks = rest.count < 56 ? 1 : 2
      withUnsafeTemporaryAllocation(byteCount: blocks * 64, alignment: 8) { tail in
        tail.initializeMemory(as: UInt8.self, repeating: 0)
        tail.copyMemory(from: rest)
        tail[rest.count] = 0x80
        let bits = UInt64(length) &* 8
        tail.storeBytes(of: bits.littleEndian, toByteOffset: blocks * 64 - 8, as: UInt64.self)
        for start in stride(from: 0, to: blocks * 64, by: 64) {
          absorb(UnsafeRawBufferPointer(rebasing: tail[start..<start + 64]))
        }
      }
    }

    /// Absorbs one block of 64 bytes: four rounds of sixteen steps, each with its own mixing
    /// function, its own order of words and its own four turns, written as bytes.
    mutating func absorb(_ block: UnsafeRawBufferPointer) {
      let start = self
      MD5.sines.withUnsafeBufferPointer { sines in
        for step in 0..<16 {
          turn(step, b & c | ~b & d, word: step, of: block, sines[step], by: 0x1611_0C07)
        }
        for step in 0..<16 {
          turn(
            step, d & b | ~d & c, word: 5 * step + 1, of: block, sines[16 + step], by: 0x140E_0905)
        }
        for step in 0..<16 {
          turn(step, b ^ c ^ d, word: 3 * step + 5, of: block, sines[32 + step], by: 0x1710_0B04)
        }
        for step in 0..<16 {
          turn(step, c ^ (b | ~d), word: 7 * step, of: block, sines[48 + step], by: 0x150F_0A06)
        }
      }
      a = a &+ start.a
      b = b &+ start.b
      c = c &+ start.c
      d = d &+ start.d
    }

    @inline(__always)
    private mutating func turn(
      _ step: Int, _ mixed: UInt32, word: Int, of block: UnsafeRawBufferPointer, _ sine: UInt32,
      by turns: UInt32
    ) {
      let input = block.loadUnaligned(fromByteOffset: word % 16 * 4, as: UInt32.self)
      let sum = a &+ mixed &+ sine &+ UInt32(littleEndian: input)
      let amount = turns >> UInt32(step % 4 * 8) & 31
      (a, d, c, b) = (d, c, b, b &+ (sum << amount | sum >> (32 - amount)))
    }
  }

  /// ⌊2³² · |sin(i + 1)|⌋, as the RFC has them.
  private static let sines: [UInt32] = [
    0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE,
    0xF57C_0FAF, 0x4787_C62A, 0xA830_4613, 0xFD46_9501,
    0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE,
    0x6B90_1122, 0xFD98_7193, 0xA679_438E, 0x49B4_0821,
    0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA,
    0xD62F_105D, 0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8,
    0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED,
    0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A,
    0xFFFA_3942, 0x8771_F681, 0x6D9D_6122, 0xFDE5_380C,
    0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70,
    0x289B_7EC6, 0xEAA1_27FA, 0xD4EF_3085, 0x0488_1D05,
    0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665,
    0xF429_2244, 0x432A_FF97, 0xAB94_23A7, 0xFC93_A039,
    0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1,
    0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1,
    0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB, 0xEB86_D391,
  ]
}
