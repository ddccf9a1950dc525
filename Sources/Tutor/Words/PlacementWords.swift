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
  private let hash: UInt32
  private let placement: Placement

  init(_ key: [UInt8], in world: World) {
    hash = key.withUnsafeBytes { PlacementHash.of($0) }
    placement = world.placement
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

  /// Why the key does not live on `label`, without saying where it does.
  func refusal(of label: String) -> String {
    let members = placement.members
    guard let place = members.firstIndex(where: { $0.label == label }) else {
      return "\(label) is no member"
    }
    guard !placement.points.isEmpty else {
      let rest = Int(hash) % members.count
      return "hash \(hash) mod \(members.count) = \(rest), and \(label) has remainder \(place)"
    }
    let own = placement.points.filter { $0.member == place }
    guard let point = own.min(by: { gap($0) < gap($1) }) else { return "\(label) has no point" }
    let its = "\(label)'s \(own.count == 1 ? "" : "nearest ")point"
    let theirs = "\(its), at \(PlacementWords.degrees(point.degrees))"
    let here = "its hash stands at \(PlacementWords.degrees(degrees))"
    if placement.scheme == "nearest" { return "\(here); \(theirs), is not the nearest" }
    let isBehind = hash &- point.hash < point.hash &- hash
    return isBehind
      ? "\(here); \(theirs), lies \(PlacementWords.degrees(gapDegrees(point))) behind it, and the "
        + "walk only goes clockwise"
      : "\(here); \(theirs), lies ahead, but another one comes first"
  }

  private var degrees: Double { Double(hash) / 0x1p32 * 360 }

  private func gap(_ point: PlacementPoint) -> UInt32 { PlacementWords.gap(point.hash, hash) }

  private func gapDegrees(_ point: PlacementPoint) -> Double { Double(gap(point)) / 0x1p32 * 360 }

  /// The distance of two hashes, the shorter way round.
  static func gap(_ one: UInt32, _ other: UInt32) -> UInt32 { min(one &- other, other &- one) }

  /// To the point that decides.
  private static func walk(_ hash: UInt32, _ placement: Placement) -> String {
    guard let point = placement.deciding(hash) else { return "there is no point" }
    let label = placement.members[point.member].label
    let start = degrees(Double(hash) / 0x1p32 * 360)
    let end = degrees(point.degrees)
    if placement.scheme == "nearest" {
      return "its hash stands at \(start); the nearest point is \(label)'s, at \(end)"
    }
    let top = point.hash < hash ? "past the top, " : ""
    return "its hash stands at \(start); \(top)the first point clockwise is \(label)'s, at \(end)"
  }

  static func degrees(_ degrees: Double) -> String {
    let tenths = Int(degrees * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)°"
  }
}
