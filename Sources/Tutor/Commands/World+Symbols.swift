import CacheEngine
import Simulation

extension World {
  /// The symbol of any bytes, made if need be.
  mutating func intern(_ bytes: [UInt8]) -> Symbol {
    if let known = symbols.find(bytes) { return known }
    if let text = String(validating: bytes, as: UTF8.self) { return symbol(text) }
    return handle(node: 0, keys: []) { _, symbols, _ in symbols.intern(bytes) }
  }

  /// Symbols for all keys of some ranges, in order.
  mutating func intern(_ ranges: [KeyRange]) -> [Symbol] {
    var keys: [Symbol] = []
    keys.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      guard let numbers = range.numbers,
        let prefix = String(validating: range.prefix, as: UTF8.self)
      else {
        keys.append(intern(range.first))
        continue
      }
      for number in numbers { keys.append(symbol("\(prefix)\(number)")) }
    }
    return keys
  }

  /// Makes the rows that are missing; each gets its own key as its value's number or word.
  mutating func makeRows(_ keys: [Symbol]) {
    for key in keys where database.row(of: key) == nil {
      putRow(key, value: symbol("value of " + symbols.text(of: key)))
    }
  }

  /// A key as it is shown.
  func text(_ symbol: Symbol) -> String {
    symbol == .none ? "" : symbols.text(of: symbol)
  }
}
