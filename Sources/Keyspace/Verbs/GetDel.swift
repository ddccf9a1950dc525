import CacheEngine

struct GetDel: VerbAction {
  static let verb = Verb(
    name: "getdel", arity: 2, parameters: [.key], flags: .write,
    summary: "Returns the value of a key and deletes the key",
    cost: "O(1), one round trip", concept: "atomic-steps",
    examples: [
      VerbExample("SET ticket 42", "OK"), VerbExample("GETDEL ticket", "\"42\""),
      VerbExample("GETDEL ticket", "(nil)"),
    ],
    read: { (words) in GetDel(key: words[0]) })

  let key: [UInt8]
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.read(key, &symbols, now: context.now) else { return .null }
    cache.remove(entry.key, cause: .removed, now: context.now)
    return .value(entry.value)
  }
}
