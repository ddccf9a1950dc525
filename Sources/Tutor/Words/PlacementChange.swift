import CacheEngine

/// Why a hash has another owner under one placement than under another, in words.
public enum PlacementChange {
  /// The points or the remainders that decide: `from 77.8° the walk meets 164.0° before 192.0°`,
  /// or `1467805950 mod 3 = 0, mod 4 = 2`.
  public static func reason(_ hash: UInt32, from old: Placement, to new: Placement) -> String {
    guard let was = old.deciding(hash), let now = new.deciding(hash) else {
      guard !old.members.isEmpty, !new.members.isEmpty, old.points.isEmpty, new.points.isEmpty
      else { return "another rule" }
      let (before, after) = (UInt32(old.members.count), UInt32(new.members.count))
      return "\(hash) mod \(before) = \(hash % before), mod \(after) = \(hash % after)"
    }
    let (start, left, right) = (place(hash), place(was.hash), place(now.hash))
    if new.scheme == "nearest" { return "\(start) is nearer to \(right) than to \(left)" }
    return now.hash &- hash < was.hash &- hash
      ? "from \(start) the walk meets \(right) before \(left)"
      : "from \(start) the walk goes on past \(left) to \(right)"
  }

  /// The same in few words: `77.8° to 164.0°`, or `2 of 3, 0 of 4` for the remainders.
  public static func brief(_ hash: UInt32, from old: Placement?, to new: Placement) -> String {
    guard let now = new.deciding(hash) else {
      guard let old, !old.members.isEmpty, !new.members.isEmpty else { return "" }
      let (before, after) = (UInt32(old.members.count), UInt32(new.members.count))
      return "\(hash % before) of \(before), \(hash % after) of \(after)"
    }
    return "\(place(hash)) to \(place(now.hash))"
  }

  private static func place(_ hash: UInt32) -> String {
    PlacementWords.degrees(Double(hash) / 0x1p32 * 360)
  }
}

extension Placement {
  /// The point that decides where a hash belongs; nil for a scheme without a circle.
  ///
  /// O(log points).
  public func deciding(_ hash: UInt32) -> PlacementPoint? {
    guard !points.isEmpty else { return nil }
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    let next = points[low % points.count]
    guard scheme == "nearest" else { return next }
    let last = points[(low + points.count - 1) % points.count]
    return hash &- last.hash < next.hash &- hash ? last : next
  }
}
