import CacheEngine

/// `GETRANGE`: a part of a value.
struct GetRange: VerbAction {
  static let verb = Verb(
    name: "getrange", arity: 4,
    parameters: [.key, .argument("start", .integer), .argument("end", .integer)],
    flags: .readonly,
    summary: "Returns the bytes from start to end, both included; -1 is the last",
    cost: "O(bytes returned), one round trip", concept: "key-space",
    examples: [
      VerbExample("SET page hello", "OK"), VerbExample("GETRANGE page 0 1", "\"he\""),
      VerbExample("GETRANGE page -3 -1", "\"llo\""), VerbExample("GETRANGE page 9 12", "\"\""),
    ],
    read: { (words) throws(VerbError) in
      var reader = ArgumentReader(words)
      return GetRange(
        key: reader.next(), start: try reader.integer(), end: try reader.integer())
    })

  let key: [UInt8]
  let start: Int64
  let end: Int64
  var keys: [[UInt8]] { [key] }

  func answer(
    on cache: inout Cache, _ symbols: inout SymbolTable, _ context: VerbContext
  ) throws(VerbError) -> Reply {
    guard let entry = cache.read(key, &symbols, now: context.now) else { return .bulk("") }
    let value = symbols.bytes(of: entry.value)
    // Both negative and the wrong way round: nothing, before anything is counted from the end.
    if start < 0, end < 0, start > end { return .bulk("") }
    let first = place(start, in: value.count)
    let last = min(place(end, in: value.count), value.count - 1)
    return .bulk(first <= last ? Array(value[first...last]) : [])
  }

  /// Counted from the end if it is negative; never before the first byte.
  private func place(_ index: Int64, in count: Int) -> Int {
    let fromFront = index < 0 ? index.addingReportingOverflow(Int64(count)).partialValue : index
    return Int(max(0, fromFront))
  }
}
