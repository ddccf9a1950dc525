import CacheEngine
import Simulation

/// Why a key lives where it lives, in words.
///
///     hash 1467805950 mod 3 = 0: node A
///     its hash stands at 37.0°; the first point clockwise is C's, at 59.2°
struct PlacementWords {
  /// The label of the node that owns the key; nil in a cluster without members.
  let owner: String?
  let sentence: String

  init(_ key: [UInt8], in world: World) {
    let hash = key.withUnsafeBytes { PlacementHash.of($0) }
    let placement = world.placement
    let members = placement.members
    owner = placement.owner(of: hash).map { world.nodes[$0].label }
    guard let owner, !members.isEmpty else {
      sentence = "there is no node"
      return
    }
    if members.count == 1 {
      sentence = "\(owner) is the only node"
    } else if placement.points.isEmpty {
      let rest = Int(hash) % members.count
      sentence = "hash \(hash) mod \(members.count) = \(rest): node \(owner)"
    } else {
      sentence = PlacementWords.walk(hash, placement)
    }
  }

  /// Clockwise to the first point.
  private static func walk(_ hash: UInt32, _ placement: Placement) -> String {
    let points = placement.points
    let found = points.first { $0.hash >= hash }
    guard let point = found ?? points.first else { return "there is no point" }
    let label = placement.members[point.member].label
    let start = degrees(Double(hash) / 0x1p32 * 360)
    let top = found == nil ? "past the top, " : ""
    return "its hash stands at \(start); \(top)the first point clockwise is \(label)'s, "
      + "at \(degrees(point.degrees))"
  }

  static func degrees(_ degrees: Double) -> String {
    let tenths = Int(degrees * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)°"
  }
}
