/// Patterns over bytes, as `KEYS`, `SCAN` and `CONFIG GET` understand them.
///
/// `*` stands for any bytes, `?` for any one, `[abc]`, `[a-z]` and `[^a]` for one of a set, and a
/// backslash takes away the meaning of what follows it. An unclosed set ends with the pattern.
public struct Glob: Hashable, Sendable {
  private let pattern: [UInt8]

  public init(_ pattern: [UInt8]) {
    self.pattern = pattern
  }

  /// Whether all of `text` fits.
  ///
  /// O(pattern × text) at worst: only the last star is ever retried,
  /// which suffices because an earlier star could only have swallowed more.
  public func matches(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    var position = text.startIndex
    var place = 0
    var retry: (place: Int, position: Int)?
    let offset = { (position) in text.distance(from: text.startIndex, to: position) }
    while true {
      if place < pattern.count, pattern[place] == star {
        place += 1
        retry = (place, offset(position))
        continue
      }
      if position == text.endIndex, place == pattern.count { return true }
      if position < text.endIndex, let next = step(place, text[position]) {
        place = next
        text.formIndex(after: &position)
        continue
      }
      guard let last = retry, last.position < text.count else { return false }
      retry = (last.place, last.position + 1)
      place = last.place
      position = text.index(text.startIndex, offsetBy: last.position + 1)
    }
  }

  private let star = UInt8(ascii: "*")

  /// The place in the pattern after the one thing at `place`, if that thing fits `byte`.
  private func step(_ place: Int, _ byte: UInt8) -> Int? {
    guard place < pattern.count else { return nil }
    switch pattern[place] {
    case UInt8(ascii: "?"): return place + 1
    case UInt8(ascii: "["): return stepSet(place + 1, byte)
    case UInt8(ascii: "\\") where place + 1 < pattern.count:
      return pattern[place + 1] == byte ? place + 2 : nil
    default: return pattern[place] == byte ? place + 1 : nil
    }
  }

  private func stepSet(_ start: Int, _ byte: UInt8) -> Int? {
    var place = start
    let isNegated = place < pattern.count && pattern[place] == UInt8(ascii: "^")
    if isNegated { place += 1 }
    var isInSet = false
    while place < pattern.count, pattern[place] != UInt8(ascii: "]") {
      if pattern[place] == UInt8(ascii: "\\"), place + 1 < pattern.count {
        isInSet = isInSet || pattern[place + 1] == byte
        place += 2
      } else if place + 2 < pattern.count, pattern[place + 1] == UInt8(ascii: "-") {
        let bounds = (pattern[place], pattern[place + 2])
        isInSet = isInSet || (min(bounds.0, bounds.1)...max(bounds.0, bounds.1)).contains(byte)
        place += 3
      } else {
        isInSet = isInSet || pattern[place] == byte
        place += 1
      }
    }
    return isInSet != isNegated ? min(place + 1, pattern.count) : nil
  }
}
