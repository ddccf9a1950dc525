import CacheEngine

extension Machine {
  /// What a built-in function gives for the arguments in a stretch of registers.
  mutating func compute(
    _ builtin: Builtin, _ range: Range<Int>, _ symbols: inout SymbolTable, _ limits: ListingLimits
  ) -> Result {
    let argument = registers[range.lowerBound]
    switch builtin {
    case .int: return whole(argument, symbols)
    case .len: return length(of: argument, symbols)
    case .ln: return logarithm(of: argument)
    case .max, .min: return choose(builtin, range, symbols)
    case .range: return numbers(below: argument, limits)
    case .str: return text(argument, &symbols, limits)
    }
  }

  private func whole(_ value: Value, _ symbols: SymbolTable) -> Result {
    switch value {
    case .number: return .value(value)
    case .bool(let flag): return .value(.number(flag ? 1 : 0))
    case .decimal(let decimal):
      guard let number = decimal.wholePart else {
        return .failure(.numberTooLarge)
      }
      return .value(.number(number))
    case .text(let symbol):
      guard let number = Int64(symbols.text(of: symbol)) else {
        return .failure(.notANumber(symbol))
      }
      return .value(.number(number))
    case .none, .duration, .list: return .failure(.wrongOperand(.int, value.kind))
    }
  }

  private func length(of value: Value, _ symbols: SymbolTable) -> Result {
    switch value {
    case .list: return .value(.number(Int64(lists.count(of: value))))
    case .text(let symbol):
      let characters = symbols.withBytes(of: symbol) { content in
        content.count { $0 & 0b1100_0000 != 0b1000_0000 }
      }
      return .value(.number(Int64(characters)))
    default: return .failure(.wrongOperand(.len, value.kind))
    }
  }

  private func logarithm(of value: Value) -> Result {
    guard value.kind == .number || value.kind == .decimal else {
      return .failure(.wrongOperand(.ln, value.kind))
    }
    guard value.asDecimal > 0 else { return .failure(.logarithmOfNothing) }
    return .value(.decimal(StableMath.ln(value.asDecimal)))
  }

  private func choose(_ builtin: Builtin, _ range: Range<Int>, _ symbols: SymbolTable) -> Result {
    var candidates = registers[range]
    if candidates.count == 1 {
      guard case .list = registers[range.lowerBound] else {
        return .failure(.wrongOperand(builtin, registers[range.lowerBound].kind))
      }
      candidates = lists.elements(of: registers[range.lowerBound])
    }
    guard var best = candidates.first else { return .failure(.nothingToChoose(builtin)) }
    for candidate in candidates.dropFirst() {
      guard let order = order(candidate, best, symbols) else {
        return .failure(.cannotCombine(.less, candidate.kind, best.kind))
      }
      if order == (builtin == .min ? .less : .greater) { best = candidate }
    }
    return .value(best)
  }

  private mutating func numbers(below value: Value, _ limits: ListingLimits) -> Result {
    guard case .number(let end) = value else { return .failure(.wrongOperand(.range, value.kind)) }
    guard end <= limits.listLength else { return .limit(.listLength(limits.listLength)) }
    return makeList((0..<max(0, end)).map { Value.number($0) }, limits)
  }
}
