import CacheEngine

extension Machine {
  /// The texts of the values in a stretch of registers, one after the other.
  mutating func join(
    _ range: Range<Int>, _ symbols: inout SymbolTable, _ limits: ListingLimits
  ) -> Result {
    scratch.removeAll(keepingCapacity: true)
    for register in range {
      lists.append(registers[register], to: &scratch, symbols: symbols)
      guard scratch.count <= limits.textLength else { break }
    }
    return internScratch(&symbols, limits)
  }

  /// Two texts, one after the other.
  mutating func join(
    _ left: Symbol, _ right: Symbol, _ symbols: inout SymbolTable, _ limits: ListingLimits
  ) -> Result {
    scratch.removeAll(keepingCapacity: true)
    lists.append(.text(left), to: &scratch, symbols: symbols)
    lists.append(.text(right), to: &scratch, symbols: symbols)
    return internScratch(&symbols, limits)
  }

  /// The value as a text.
  mutating func text(
    _ value: Value, _ symbols: inout SymbolTable, _ limits: ListingLimits
  ) -> Result {
    if case .text = value { return .value(value) }
    scratch.removeAll(keepingCapacity: true)
    lists.append(value, to: &scratch, symbols: symbols)
    return internScratch(&symbols, limits)
  }

  private mutating func internScratch(
    _ symbols: inout SymbolTable, _ limits: ListingLimits
  ) -> Result {
    guard scratch.count <= limits.textLength else {
      return .limit(.textLength(limits.textLength))
    }
    textMade += scratch.count
    guard textMade <= limits.textMade else { return .limit(.textMade(limits.textMade)) }
    return .value(.text(scratch.withUnsafeBytes { symbols.intern(bytes: $0) }))
  }
}
