import CacheEngine
import Screen
import Testing

/// Random text from hostile alphabets, drawn everywhere.
@Suite struct TextFuzzTests {
  private static let alphabets: [[ClosedRange<UInt32>]] = [
    [0x20...0x7E], [0x00...0x1F, 0x7F...0x9F], [0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069],
    [0x300...0x36F, 0x61...0x66], [0x4E00...0x4E20, 0x41...0x45],
    [0x1F300...0x1FAFF, 0xFE0F...0xFE0F],
    [0x1100...0x11FF, 0xAC00...0xAC20], [0xE0000...0xE01FF, 0xFFF0...0xFFFF], [0x0...0x10FFFF],
  ]

  private func randomText(_ random: inout SeededRandom) -> String {
    var text = String.UnicodeScalarView()
    let alphabet = Self.alphabets[random.below(Self.alphabets.count)]
    for _ in 0..<random.below(30) {
      let range = alphabet[random.below(alphabet.count)]
      let value = range.lowerBound + UInt32(random.below(range.count))
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  @Test(arguments: 1...8)
  func `no text breaks a frame`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let size = Size(width: random.below(40), height: random.below(6))
      var frame = Frame(size: size, glyphs: random.chance(1, of: 4) ? .ascii : .unicode)
      for _ in 0..<12 {
        let point = Point(x: random.below(44) - 4, y: random.below(8) - 1)
        let text = randomText(&random)
        frame.put(text, at: point, style: .code, maxWidth: random.below(30))
        frame.putLine(
          StyledText(randomText(&random)), in: Rect(x: point.x, y: 0, width: 9, height: 2))
      }
      #expect(frame.findings() == [], "seed \(seed)")
      let isPlain = frame.text.utf8.allSatisfy { $0 < 0x7F }
      #expect(isPlain || frame.glyphs == .unicode)
    }
  }

  @Test(arguments: 1...8)
  func `wrapped and clipped lines keep their width`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let text = randomText(&random)
      let width = 1 + random.below(12)
      #expect(text.clipped(toWidth: width).displayWidth <= width)
      for line in StyledText(text).wrapped(toWidth: width, indent: random.below(4)) {
        #expect(line.width() <= width, "seed \(seed): \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: 1...4)
  func `visible text is what it says`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let text = randomText(&random)
      #expect(text.visible().visible() == text.visible(), "seed \(seed): \(text.debugDescription)")
      #expect(text.visible().displayWidth == text.displayWidth)
    }
  }
}
