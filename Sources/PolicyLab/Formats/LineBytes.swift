import CacheEngine

/// One line of a trace, without its end; valid for as long as the bytes that it points into.
struct LineBytes {
  let base: UnsafePointer<UInt8>
  var start: Int
  var end: Int
  /// Bytes up to here can be read, though they belong to other lines.
  let readable: Int

  @inline(__always)
  var isEmpty: Bool { start >= end }

  @inline(__always)
  var count: Int { end - start }

  @inline(__always)
  subscript(index: Int) -> UInt8 { base[index] }

  /// The same bytes from `start` to `end`.
  @inline(__always)
  func part(_ start: Int, _ end: Int) -> LineBytes {
    LineBytes(base: base, start: start, end: end, readable: readable)
  }

  /// Where `byte` stands first; the end if nowhere.
  @inline(__always)
  func first(_ byte: UInt8, from place: Int) -> Int {
    var place = place
    while place < end, place &+ 8 <= readable {
      let found = EightBytes(base, at: place).first(byte)
      if found < 8 { return min(place &+ found, end) }
      place &+= 8
    }
    while place < end, base[place] != byte { place &+= 1 }
    return min(place, end)
  }

  /// The number that a field of at most eight bytes is; nil if it is longer or not all digits, or
  /// too near to the end of what can be read.
  @inline(__always)
  private var shortNumber: UInt64? {
    guard count <= 8, count > 0, start &+ 8 <= readable else { return nil }
    let bytes = EightBytes(base, at: start)
    return bytes.digits >= count ? bytes.number(of: count) : nil
  }

  /// Where the quotation mark stands that closes the one at `opening`; the end or more if nowhere.
  ///
  /// The byte behind a backslash means nothing.
  @inline(__always)
  func closingQuote(after opening: Int) -> Int {
    var place = opening + 1
    while place < end, base[place] != Ascii.quote {
      place += base[place] == Ascii.backslash ? 2 : 1
    }
    return place
  }

  /// The bytes up to `byte`, and goes on behind it.
  @inline(__always)
  mutating func take(upTo byte: UInt8) -> LineBytes {
    let stop = first(byte, from: start)
    defer { start = min(stop + 1, end) }
    return part(start, stop)
  }

  /// Goes on behind blanks.
  @inline(__always)
  mutating func skipBlanks() {
    while start < end, base[start] == Ascii.blank || base[start] == Ascii.tab { start += 1 }
  }

  @inline(__always)
  mutating func trimEnd() {
    while start < end, base[end - 1] == Ascii.blank || base[end - 1] == Ascii.tab { end -= 1 }
  }

  /// The key that these bytes are: the number itself if they are one (up to 19 digits, no zero
  /// before others), else a hash of the text.
  @inline(__always)
  var key: UInt64 {
    if count <= 19, count == 1 || base[start] != Ascii.zero {
      if let number = shortNumber { return number }
      var number: UInt64 = 0
      var place = start
      while place < end {
        let digit = base[place] &- Ascii.zero
        if digit > 9 { return hash }
        number = number &* 10 &+ UInt64(digit)
        place += 1
      }
      return number
    }
    return hash
  }

  /// A copy of the bytes.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base + start, count: count)) }

  var hash: UInt64 {
    StableHash.of(bytes: UnsafeRawBufferPointer(start: base + start, count: count))
  }

  /// A whole number that fits, of digits alone.
  @inline(__always)
  func number(_ field: StaticString, most: UInt64 = .max) throws(TraceProblem) -> UInt64 {
    if let number = shortNumber, number <= most { return number }
    var number: UInt64 = 0
    var place = start
    var isTooLarge = count > 19
    while place < end {
      let digit = base[place] &- Ascii.zero
      guard digit <= 9 else { throw .noNumber(text, field: "\(field)") }
      number = number &* 10 &+ UInt64(digit)
      place += 1
    }
    guard !isEmpty else { throw .noNumber("", field: "\(field)") }
    isTooLarge = isTooLarge || number > most
    guard !isTooLarge else {
      throw .tooLarge(text, field: "\(field)", most: min(most, 9_999_999_999_999_999_999))
    }
    return number
  }

  @inline(__always)
  func size(_ field: StaticString = "size") throws(TraceProblem) -> UInt32 {
    UInt32(truncatingIfNeeded: try number(field, most: UInt64(UInt32.max)))
  }

  /// Seconds, with or without decimals, as milliseconds.
  @inline(__always)
  func milliseconds() throws(TraceProblem) -> Int64 {
    if let seconds = shortNumber { return Int64(seconds) * 1_000 }
    return try longMilliseconds()
  }

  private func longMilliseconds() throws(TraceProblem) -> Int64 {
    let dot = first(Ascii.dot, from: start)
    let whole = try part(start, dot).number("time", most: 9_000_000_000_000_000)
    var rest: Int64 = 0
    var scale: Int64 = 100
    var place = dot + 1
    while place < end {
      let digit = base[place] &- Ascii.zero
      guard digit <= 9 else { throw .noNumber(text, field: "time") }
      rest += Int64(digit) * scale
      scale /= 10
      place += 1
    }
    return Int64(whole) * 1_000 + rest
  }

  /// What it says, cut to a length for messages.
  var text: String {
    let shown = UnsafeBufferPointer(start: base + start, count: min(count, 40))
    return String(decoding: shown, as: UTF8.self) + (count > 40 ? "…" : "")
  }

  /// Whether the line is this, in any case of letters.
  @inline(__always)
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where base[start + index] | 0x20 != word.utf8Start[index] | 0x20 {
      return false
    }
    return true
  }
}

/// Bytes that text formats are made of.
enum Ascii {
  static let tab: UInt8 = 9
  static let newline: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let blank: UInt8 = 32
  static let quote: UInt8 = 34
  static let hash: UInt8 = 35
  static let star: UInt8 = 42
  static let comma: UInt8 = 44
  static let dot: UInt8 = 46
  static let zero: UInt8 = 48
  static let opening: UInt8 = 91
  static let backslash: UInt8 = 92
  static let closing: UInt8 = 93
}
