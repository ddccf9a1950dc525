import CacheEngine

/// `DEL` and `UNLINK`, which differ only in when a real server frees the memory.
struct Del: VerbAction {
  static let verb = make(
    "del", summary: "Deletes keys and returns how many there were",
    cost: "O(keys), one round trip for all of them")

  static let unlink = make(
    "unlink", summary: "Deletes keys; a real server frees their memory later",
    cost: "O(keys), one round trip for all of them, memory is freed in the background")

  private static func make(_ name: String, summary: String, cost: String) -> Verb {
    Verb(
      name: name, arity: -2, parameters: [.keys], flags: .write, summary: summary, cost: cost,
      concept: "invalidation",
      examples: [
        VerbExample("MSET a 1 b 2", "OK"),
        VerbExample("\(name.uppercased()) a b c", "(integer) 2"),
      ],
      read: { (words) in Del(keys: words) })
  }

  let keys: [[UInt8]]

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    var removed: Int64 = 0
    for key in keys {
      guard let symbol = symbols.find(key) else { continue }
      if cache.remove(symbol, cause: .removed, now: context.now) != nil { removed += 1 }
    }
    return .integer(removed)
  }
}
