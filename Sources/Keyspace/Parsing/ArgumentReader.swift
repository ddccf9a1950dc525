/// The words after a verb's name, read from front to back.
struct ArgumentReader {
  let words: [[UInt8]]
  private(set) var position = 0

  init(_ words: [[UInt8]]) {
    self.words = words
  }

  var isAtEnd: Bool { position == words.count }

  /// The words not read yet.
  var rest: [[UInt8]] { Array(words[position...]) }

  /// The next word; the arity, checked before, promises the required ones.
  mutating func next() -> [UInt8] {
    precondition(!isAtEnd, "read past word \(position)")
    defer { position += 1 }
    return words[position]
  }

  /// The next word, which an option needs as its argument.
  mutating func argument() throws(VerbError) -> [UInt8] {
    guard !isAtEnd else { throw .syntax }
    return next()
  }

  mutating func integer() throws(VerbError) -> Int64 {
    guard let number = StrictInteger.parse(try argument()) else { throw .notAnInteger }
    return number
  }

  /// Whether `typed` is `word`, in whatever case; `word` is given in capitals.
  static func isWord(_ typed: [UInt8], _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      typed.count == word.count && zip(typed, word).allSatisfy { upper($0) == $1 }
    }
  }

  private static func upper(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
  }
}
