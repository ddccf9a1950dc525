import CacheEngine

/// A table from symbols to values in order of first insertion, without removal.
///
/// A dense index by symbol number and flat arrays: look-ups cost one or two memory accesses, and a
/// copy of the table is a copy of its arrays. Used where nearly every key has a value: rows.
struct SymbolMap<Value: Sendable>: Sendable {
  private var positions: [UInt32] = []
  private(set) var keys: [Symbol] = []
  private(set) var values: [Value] = []

  var count: Int { keys.count }

  subscript(key: Symbol) -> Value? {
    get {
      let index = Int(key.index)
      guard index < positions.count, positions[index] != .max else { return nil }
      return values[Int(positions[index])]
    }
    set {
      guard let newValue else { return }
      let index = Int(key.index)
      if index >= positions.count {
        let wanted = Swift.max(index + 1, positions.count * 2)
        positions.append(contentsOf: repeatElement(.max, count: wanted - positions.count))
      }
      if positions[index] == .max {
        positions[index] = UInt32(keys.count)
        keys.append(key)
        values.append(newValue)
      } else {
        values[Int(positions[index])] = newValue
      }
    }
  }
}
