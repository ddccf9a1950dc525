// Keys and values as numbers.
//
// A world is copied for every undo, preview and "what if". Strings make such copies dear (every
// one is counted), so keys and values are written down once, here, and everything else passes a
// 32-bit `Symbol` around. The table is four flat arrays: copying it shares them, and the first
// write after a copy is one memory copy.

/// The number under which a `SymbolTable` knows a string of bytes.
public struct Symbol: Hashable, Comparable, Sendable {
  public let index: UInt32

  public init(index: UInt32) {
    self.index = index
  }

  /// The empty string, in every table.
  public static let empty = Symbol(index: 0)

  /// No string at all; in no table.
  public static let none = Symbol(index: .max)

  /// Order of first appearance, the same in every run; not alphabetical.
  public static func < (left: Symbol, right: Symbol) -> Bool {
    left.index < right.index
  }
}

/// Strings of bytes, each kept once and numbered in order of first appearance.
public struct SymbolTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var buckets: [UInt32] = []

  public init() {
    _ = intern("")
  }

  /// How many different strings the table holds, the empty one included.
  public var count: Int { ends.count }

  /// How many bytes the table takes.
  ///
  /// O(1).
  public var byteCount: Int { bytes.count + ends.count * 16 + buckets.count * 4 }

  /// The symbol of `text`, made if need be.
  ///
  /// O(length).
  public mutating func intern(_ text: String) -> Symbol {
    var text = text
    return text.withUTF8 { intern(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The symbol of a string of any bytes, made if need be.
  ///
  /// O(length).
  public mutating func intern(_ content: [UInt8]) -> Symbol {
    content.withUnsafeBytes { intern(bytes: $0) }
  }

  public mutating func intern(bytes content: UnsafeRawBufferPointer) -> Symbol {
    let hash = StableHash.of(bytes: content)
    if let known = find(content, hash: hash) { return known }
    precondition(ends.count < Int(UInt32.max) - 1, "more symbols than 32 bits can number")
    let symbol = Symbol(index: UInt32(ends.count))
    bytes.append(contentsOf: content)
    ends.append(bytes.count)
    hashes.append(hash)
    if ends.count * 2 > buckets.count { grow() } else { place(symbol) }
    return symbol
  }

  /// The symbol of `text` if the table has it; never changes the table.
  public func find(_ text: String) -> Symbol? {
    var text = text
    return text.withUTF8 { content in
      find(
        UnsafeRawBufferPointer(content),
        hash: StableHash.of(bytes: UnsafeRawBufferPointer(content)))
    }
  }

  /// The symbol of a string of any bytes if the table has it; never changes the table.
  public func find(_ content: [UInt8]) -> Symbol? {
    content.withUnsafeBytes { find($0, hash: StableHash.of(bytes: $0)) }
  }

  /// The stable hash of the symbol's bytes.
  ///
  /// O(1).
  public func hash(of symbol: Symbol) -> UInt64 {
    hashes[Int(symbol.index)]
  }

  /// The number of bytes of the symbol.
  ///
  /// O(1).
  public func length(of symbol: Symbol) -> Int {
    let range = range(of: symbol)
    return range.count
  }

  /// The symbol's bytes, copied.
  public func bytes(of symbol: Symbol) -> [UInt8] {
    Array(bytes[range(of: symbol)])
  }

  /// The symbol as text; bytes that are not UTF-8 become replacement characters.
  public func text(of symbol: Symbol) -> String {
    String(decoding: bytes[range(of: symbol)], as: UTF8.self)
  }

  /// Lends the symbol's bytes without copying them.
  public func withBytes<Result>(
    of symbol: Symbol, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let range = range(of: symbol)
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  private func range(of symbol: Symbol) -> Range<Int> {
    let index = Int(symbol.index)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func find(_ content: UnsafeRawBufferPointer, hash: UInt64) -> Symbol? {
    guard !buckets.isEmpty else { return nil }
    var bucket = Int(truncatingIfNeeded: hash) & (buckets.count - 1)
    while buckets[bucket] != .max {
      let index = Int(buckets[bucket])
      if hashes[index] == hash, matches(content, Symbol(index: UInt32(index))) {
        return Symbol(index: UInt32(index))
      }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    return nil
  }

  private func matches(_ content: UnsafeRawBufferPointer, _ symbol: Symbol) -> Bool {
    let range = range(of: symbol)
    guard range.count == content.count else { return false }
    return bytes.withUnsafeBytes { all in
      UnsafeRawBufferPointer(rebasing: all[range]).elementsEqual(content)
    }
  }

  private mutating func grow() {
    buckets = Array(repeating: .max, count: Swift.max(16, buckets.count * 2))
    for index in 0..<ends.count { place(Symbol(index: UInt32(index))) }
  }

  private mutating func place(_ symbol: Symbol) {
    var bucket = Int(truncatingIfNeeded: hashes[Int(symbol.index)]) & (buckets.count - 1)
    while buckets[bucket] != .max { bucket = (bucket + 1) & (buckets.count - 1) }
    buckets[bucket] = symbol.index
  }
}
