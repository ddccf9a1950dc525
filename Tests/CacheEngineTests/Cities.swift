import CacheEngine

/// The weather service of the lessons on consistent hashing: city:1 … city:1000 on named nodes.
enum Cities {
  static let hashes = (1...1000).map { PlacementHash.of("city:\($0)") }

  /// "A B D*2" are three nodes, D with weight 2; their ids are letters' places in the alphabet.
  static func placement(_ scheme: String, _ nodes: String, vnodes: Int = 1) -> Placement {
    let members = nodes.split(separator: " ").map { word in
      let parts = word.split(separator: "*")
      return PlacementMember(
        id: id(String(parts[0])), label: String(parts[0]),
        weight: parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }
    return Placement(scheme: scheme, vnodes: vnodes, members: members)
  }

  static func id(_ label: String) -> Int {
    Int(label.utf8.first ?? 0) - 65
  }

  /// How many cities each node holds, in order of joining.
  static func counts(_ placement: Placement) -> [Int] {
    placement.members.map { member in
      hashes.count { placement.owner(of: $0) == member.id }
    }
  }

  static func moved(_ old: Placement, _ new: Placement) -> Movement {
    Movement.between(old, new, keys: hashes)
  }

  /// How many cities left this node.
  static func left(_ label: String, _ movement: Movement) -> Int {
    movement.moves.count { $0.from == id(label) }
  }

  /// How many cities came to this node.
  static func came(_ label: String, _ movement: Movement) -> Int {
    movement.moves.count { $0.to == id(label) }
  }

  /// The cities that move, by number.
  static func names(_ movement: Movement, upTo last: Int) -> [Int] {
    movement.moves.map { $0.key + 1 }.filter { $0 <= last }
  }
}
