import CacheEngine

/// `RENAME` and `RENAMENX`: a key goes on under another name, with its value and its lifetime.
struct Rename: VerbAction {
  static let rename = verb(
    "rename", onlyIfFree: false, summary: "Gives a key another name, whatever was there",
    examples: [
      VerbExample("SET a 1 EX 60", "OK"), VerbExample("RENAME a b", "OK"),
      VerbExample("TTL b", "(integer) 60"), VerbExample("EXISTS a", "(integer) 0"),
    ])

  static let renameNx = verb(
    "renamenx", onlyIfFree: true, summary: "Gives a key another name if nobody has it yet",
    examples: [
      VerbExample("MSET a 1 b 2", "OK"), VerbExample("RENAMENX a b", "(integer) 0"),
      VerbExample("RENAMENX a c", "(integer) 1"),
    ])

  private static func verb(
    _ name: String, onlyIfFree: Bool, summary: String, examples: [VerbExample]
  ) -> Verb {
    Verb(
      name: name, arity: 3, parameters: [.key, .newKey], flags: [.write, .indivisible],
      summary: summary, cost: "O(1), one round trip", concept: "atomic-steps", examples: examples,
      read: { (words) in Rename(source: words[0], target: words[1], onlyIfFree: onlyIfFree) })
  }

  let source: [UInt8]
  let target: [UInt8]
  let onlyIfFree: Bool
  var keys: [[UInt8]] { [source, target] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.peek(source, symbols, now: context.now) else { throw .noSuchKey }
    let taken = cache.peek(target, symbols, now: context.now) != nil
    if source == target || (onlyIfFree && taken) {
      cache.touch(entry.key, now: context.now)
      return onlyIfFree ? .flag(false) : .ok
    }
    let value = symbols.bytes(of: entry.value)
    try cache.checkRoom(
      key: target, valueLength: value.count, symbols, afterLeaving: entry.weight)
    cache.remove(entry.key, cause: .removed, now: context.now)
    try cache.store(target, value, expiresAt: entry.expiresAt, &symbols, now: context.now)
    return onlyIfFree ? .flag(true) : .ok
  }
}
