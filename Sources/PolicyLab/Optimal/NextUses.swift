/// When each request's key is asked for again.
public struct NextUses: Sendable {
  /// For each request the position of the next one for the same key; `never` if there is none.
  public let positions: [UInt32]

  public static let never = UInt32.max

  /// O(requests).
  public init(of ids: [UInt32], keys: Int) {
    var upcoming = [UInt32](repeating: NextUses.never, count: keys)
    positions = [UInt32](unsafeUninitializedCapacity: ids.count) { positions, count in
      ids.withUnsafeBufferPointer { ids in
        upcoming.withUnsafeMutableBufferPointer { upcoming in
          var index = ids.count - 1
          while index >= 0 {
            let id = Int(ids[index])
            positions[index] = upcoming[id]
            upcoming[id] = UInt32(truncatingIfNeeded: index)
            index -= 1
          }
        }
      }
      count = ids.count
    }
  }
}
