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
    // The rest, a single 1 bit, zeros, and the length in bits in the last eight bytes.
    var tail = Array(bytes[offset...])
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: 0, to: 64, by: 8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    tail.withUnsafeBytes { tail in
      for start in stride(from: 0, to: tail.count, by: 64) {
        state.absorb(UnsafeRawBufferPointer(rebasing: tail[start..<start + 64]))
      }
    }
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

    mutating func absorb(_ block: UnsafeRawBufferPointer) {
      let start = self
      for step in 0..<64 {
        let (mixed, word) = mix(step)
        let input = UInt32(
          littleEndian: block.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self))
        let sum = a &+ mixed &+ MD5.sines[step] &+ input
        let turn = MD5.turns[step / 16 * 4 + step % 4]
        let turned = sum << turn | sum >> (32 - turn)
        (a, d, c, b) = (d, c, b, b &+ turned)
      }
      a = a &+ start.a
      b = b &+ start.b
      c = c &+ start.c
      d = d &+ start.d
    }

    /// The round's mixing function, and which word of the block this step reads.
    private func mix(_ step: Int) -> (UInt32, Int) {
      switch step / 16 {
      case 0: (b & c | ~b & d, step)
      case 1: (d & b | ~d & c, (5 * step + 1) % 16)
      case 2: (b ^ c ^ d, (3 * step + 5) % 16)
      default: (c ^ (b | ~d), 7 * step % 16)
      }
    }
  }

  private static let turns: [UInt32] = [
    7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21,
  ]

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
