import CacheEngine

extension Cache {
  /// The live entry of a key, without a trace.
  func peek(_ key: [UInt8], _ symbols: SymbolTable, now: Tick) -> Entry? {
    symbols.find(key).flatMap { peek($0, now: now) }
  }

  /// A read that counts as a hit or a miss.
  mutating func read(_ key: [UInt8], _ symbols: inout SymbolTable, now: Tick) -> Entry? {
    let symbol = symbols.intern(key)
    return get(symbol, hash: symbols.hash(of: symbol), now: now)
  }

  /// What an entry of such lengths takes out of the budget.
  func weight(key: Int, value: Int) -> Int {
    budget == .entries ? 1 : key + value + Limits.entryOverheadBytes
  }

  /// Throws if a write would find no room, before it has changed anything.
  ///
  /// Redis lets one write pass the limit and refuses those after it; here nothing ever passes.
  ///
  /// - Parameter leaving: the weight of an entry that is taken out before the write.
  func checkRoom(
    key: [UInt8], valueLength: Int, _ symbols: SymbolTable, afterLeaving leaving: Int = 0
  ) throws(VerbError) {
    guard valueLength <= Limits.valueBytes else { throw .valueTooLong }
    let needed = weight(key: key.count, value: valueLength)
    guard needed <= capacity else { throw .outOfMemory }
    guard evictsNobody else { return }
    let held = symbols.find(key).flatMap { peekStale($0) }?.weight ?? 0
    guard weight - held - leaving + needed <= capacity else { throw .outOfMemory }
  }

  /// Whether a full cache refuses newcomers.
  var evictsNobody: Bool { policyName == "noeviction" }

  /// Stores a value that `checkRoom` has let through.
  ///
  /// A policy that does not admit the newcomer is no error: the caller had its chance, as with
  /// every cache.
  mutating func store(
    _ key: [UInt8], _ value: [UInt8], expiresAt: Tick = .never, _ symbols: inout SymbolTable,
    now: Tick
  ) throws(VerbError) {
    try checkRoom(key: key, valueLength: value.count, symbols)
    let symbol = symbols.intern(key)
    let outcome = set(
      symbol, hash: symbols.hash(of: symbol), value: symbols.intern(value),
      weight: weight(key: key.count, value: value.count), expiresAt: expiresAt, now: now)
    if outcome == .full { throw .outOfMemory }
  }

  /// Gives a live key another end of life; one that lies in the past takes the key out.
  mutating func expire(_ key: Symbol, at tick: Tick, now: Tick) {
    if tick <= now {
      remove(key, cause: .removed, now: now)
    } else {
      setExpiry(key, expiresAt: tick, now: now)
    }
  }
}
