import CacheEngine

extension Cache {
  /// Empties the list of what was done; its memory is used again.
  mutating func forgetChanges() {
    changes.removeAll(keepingCapacity: true)
  }
}

extension CacheNode {
  /// Bytes that an entry costs besides its key and value, about what Redis needs for one.
  static let entryOverhead = 70
}
