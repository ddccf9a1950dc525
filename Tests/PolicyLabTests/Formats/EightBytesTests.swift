import CacheEngine
import Testing

@testable import PolicyLab

/// Words of text against one byte after the other.
@Suite struct EightBytesTests {
  @Test func `digits at the beginning are counted and put together`() {
    for (text, number) in [
      ("12345678", 12_345_678), ("1234567,", 1_234_567), ("7\n999999", 7), ("00000042", 42),
      ("10,20,30", 10), ("123é56", 123), ("99999999", 99_999_999), ("5/:;<=>?", 5),
    ] {
      withWord(text) { word in
        let count = text.utf8.prefix { (48...57).contains($0) }.count
        #expect(word.digits == count, "\(text)")
        #expect(word.number(of: count) == UInt64(number), "\(text)")
      }
    }
    withWord(",1234567") {
      #expect($0.digits == 0)
      #expect($0.number(of: 0) == 0)
    }
  }

  @Test func `a number ends in the first word or in the second`() {
    let all = Array("123456789012345678".utf8)
    for digits in 0...16 {
      var bytes = all
      if digits < 16 { bytes[digits] = UInt8(ascii: "\n") }
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        let line = SixteenBytes(base, at: 0)
        #expect(line.digits == digits)
        let number = all.prefix(digits).reduce(0) { $0 * 10 + UInt64($1 - 48) }
        #expect(line.number == number)
      }
    }
  }

  @Test func `a byte is found where it stands first`() {
    withWord("ab,cd,ef") { word in
      #expect(word.first(UInt8(ascii: ",")) == 2)
      #expect(word.first(UInt8(ascii: "a")) == 0)
      #expect(word.first(UInt8(ascii: "f")) == 7)
      #expect(word.first(UInt8(ascii: "x")) == 8)
    }
    // A byte that differs by one from the one sought is not taken for it.
    withWord("-,-,-,-,") { #expect($0.first(UInt8(ascii: ",")) == 1) }
  }

  @Test func `numbers of any length are the same keys in every format and every piece`() throws {
    var stream = SeededRandom(seed: 5)
    var words = ["0", "00", "007", "18446744073709551616", "9999999999999999999"]
    for _ in 0..<400 {
      let digits = (0..<stream.below(22) + 1).map { _ in "\(stream.below(10))" }
      words.append(digits.joined())
    }
    words += words.shuffledBy(&stream)
    var names: [String: UInt32] = [:]
    let ids = words.map { word in
      names[word]
        ?? {
          let number = UInt32(names.count)
          names[word] = number
          return number
        }()
    }
    let lines = words.joined(separator: "\n")
    let table = "time,key,size\n" + words.map { "1.5,\($0),\($0.count)" }.joined(separator: "\n")
    for piece in [1, 7, 64, .max] {
      #expect(try Reading(lines, piece: piece).trace("ids").ids == ids)
      let trace = try Reading(table, piece: piece).trace("csv")
      #expect(trace.ids == ids)
      #expect(trace.sizes == words.map { UInt32($0.count) })
    }
  }

  private func withWord(_ text: String, _ body: (EightBytes) -> Void) {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 8)
    bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { body(EightBytes(base, at: 0)) }
    }
  }
}

extension Array {
  /// The elements in an order drawn by lot.
  fileprivate func shuffledBy(_ stream: inout SeededRandom) -> [Element] {
    var copy = self
    for place in copy.indices { copy.swapAt(place, stream.below(place + 1)) }
    return copy
  }
}
