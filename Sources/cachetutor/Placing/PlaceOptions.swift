import CacheEngine
import Tutor

/// The words of `cachetutor place`, as they were typed.
struct PlaceOptions {
  var scheme: String
  var nodes: String
  var then: String?
  var vnodes: Int

  /// Weights beyond this are a slip of the finger.
  private static let weights = 1...100
  private static let vnodes = 1...100_000
  private static let nodeLimit = 1_000
  private static let pointLimit = 10_000_000

  /// The placement before, and the one afterwards; nil when nothing changes.
  func placements() throws(PlaceError) -> (old: Placement, new: Placement?) {
    guard let row = PlacementCatalog.find(scheme) else {
      throw .unknownScheme(scheme, known: PlacementCatalog.all.map(\.name))
    }
    guard PlaceOptions.vnodes.contains(vnodes) else {
      throw .outOfRange("--vnodes", "\(vnodes)", PlaceOptions.vnodes)
    }
    var members: [PlacementMember] = []
    for word in PlaceOptions.words(nodes) { try add(word, to: &members, in: "--nodes") }
    guard !members.isEmpty else { throw .noNodes }
    let old = try place(row, members)
    guard let then else { return (old, nil) }
    let changes = PlaceOptions.words(then)
    guard !changes.isEmpty else { throw .badChange(then) }
    for word in changes {
      switch word.first {
      case "+": try add(String(word.dropFirst()), to: &members, in: "--then")
      case "-": try remove(String(word.dropFirst()), from: &members)
      default: throw .badChange(word)
      }
    }
    guard !members.isEmpty else { throw .noNodesLeft }
    return (old, try place(row, members))
  }

  private func place(
    _ row: PlacementRow, _ members: [PlacementMember]
  ) throws(PlaceError) -> Placement {
    let points = row.usesVnodes ? members.reduce(0) { $0 + $1.weight * vnodes } : 0
    guard points <= PlaceOptions.pointLimit else { throw .tooManyPoints(PlaceOptions.pointLimit) }
    return Placement(scheme: row.name, vnodes: vnodes, members: members)
  }

  private func add(
    _ word: String, to members: inout [PlacementMember], in option: String
  ) throws(PlaceError) {
    guard members.count < PlaceOptions.nodeLimit else {
      throw .tooManyNodes(PlaceOptions.nodeLimit)
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let label = String(parts.first ?? "")
    guard !label.isEmpty else { throw .noLabel(word, option: option) }
    guard !members.contains(where: { $0.label == label }) else { throw .repeatedNode(label) }
    var weight = 1
    if parts.count > 1 {
      guard let given = Int(parts[1]), PlaceOptions.weights.contains(given) else {
        throw .outOfRange("the weight of \(label)", String(parts[1]), PlaceOptions.weights)
      }
      weight = given
    }
    // Ids are never used twice, so that a node that comes is no one that has gone.
    let id = (members.map(\.id).max() ?? -1) + 1
    members.append(PlacementMember(id: id, label: label, weight: weight))
  }

  private func remove(
    _ label: String, from members: inout [PlacementMember]
  ) throws(PlaceError) {
    guard let place = members.firstIndex(where: { $0.label == label }) else {
      throw .unknownNode(label, known: members.map(\.label))
    }
    members.remove(at: place)
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// A key, or a range of keys.
  static func range(_ word: String) throws(PlaceError) -> KeyRange {
    do {
      return try KeyRange.read(
        CommandWord(bytes: Array(word.utf8), place: 0..<word.count, isQuoted: false))
    } catch {
      throw .badKey(word, error)
    }
  }
}
