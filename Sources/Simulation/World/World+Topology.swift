import CacheEngine

// Nodes come and go.
//
// Every change of membership makes a new placement; which keys move is computed exactly, over all
// keys that the world knows to live in caches or rows, and told key by key.

extension World {
  /// The circle position of a key: first four bytes of MD5, little endian, in every scheme.
  mutating func point(of key: Symbol) -> UInt32 {
    let index = Int(key.index)
    if index >= keyHashes.count {
      keyHashes.append(contentsOf: repeatElement(0, count: symbols.count - keyHashes.count))
    }
    if keyHashes[index] == 0 {
      let hash = symbols.withBytes(of: key) { PlacementHash.of($0) }
      keyHashes[index] = UInt64(hash) | 1 << 63
    }
    return UInt32(truncatingIfNeeded: keyHashes[index])
  }

  func hash(of key: Symbol) -> UInt64 { symbols.hash(of: key) }

  /// The index of the node that owns `key`; nil when the cluster has no member.
  public mutating func owner(of key: Symbol) -> Int? {
    if placement.members.count == 1 { return placement.members[0].id }
    return placement.owner(of: point(of: key))
  }

  /// The circle position of a key, for drawing.
  public func circlePoint(of key: Symbol) -> UInt32 {
    let index = Int(key.index)
    if index < keyHashes.count, keyHashes[index] != 0 {
      return UInt32(truncatingIfNeeded: keyHashes[index])
    }
    return symbols.withBytes(of: key) { PlacementHash.of($0) }
  }

  /// Somebody says that a key lives on a node; nothing but the event comes of it.
  ///
  /// - Throws: when no member has that label.
  public mutating func place(_ key: Symbol, on label: String) throws(WorldError) {
    guard let index = nodeIndex(named: label), nodes[index].isMember else {
      throw .unknownNode(label, known: nodes.filter(\.isMember).map(\.label))
    }
    emit(.placed, node: NodeID(index), key: key, number: Int64(owner(of: key) ?? -1))
  }

  public func nodeIndex(named label: String) -> Int? {
    nodes.lastIndex { $0.label == label }
  }

  mutating func insertNode(label: String, weight: Int) {
    let id = NodeID(nodes.count)
    let cache = Cache(
      policy: policyInForce(policy), capacity: placesInForce(capacity),
      seed: seed &+ UInt64(nodes.count))
    nodes.append(CacheNode(id: id, label: label, weight: weight, cache: cache))
    rebuildPlacement()
  }

  mutating func rebuildPlacement() {
    let members = nodes.filter(\.isMember).map {
      PlacementMember(
        id: Int($0.id), label: $0.label, weight: defect == .noWeights ? 1 : $0.weight)
    }
    placement = Placement(
      scheme: placementInForce(placementScheme), vnodes: defect == .onePoint ? 1 : vnodes,
      members: members)
  }

  /// All keys that live in a cache or in the database, in order of first appearance.
  public var knownKeys: [Symbol] {
    var seen = SymbolMap<Bool>()
    for node in nodes {
      for key in node.cache.keys() { seen[key] = true }
    }
    for key in database.keys { seen[key] = true }
    return seen.keys.sorted()
  }

  /// Changes the placement by `change` and tells every key that moved.
  private mutating func place(_ change: (inout World) -> Void) {
    let keys = knownKeys
    let old = placement
    let points = keys.map { point(of: $0) }
    change(&self)
    rebuildPlacement()
    for move in Movement.between(old, placement, keys: points).moves {
      emit(
        .keyMoved, node: NodeID(move.to ?? -1), key: keys[move.key], number: Int64(move.from ?? -1))
    }
  }

  /// - Throws: when a node of that name is there already or there are too many.
  public mutating func addNode(_ label: String, weight: Int = 1) throws(WorldError) {
    guard nodes.count < Limits.nodes else { throw .tooManyNodes(limit: Limits.nodes) }
    if nodes.count == 1, nodes[0].label == label, isUntouched {
      // It is there already, and nothing has been done to it: naming it first is no mistake.
      place { $0.nodes[0].weight = weight }
      return
    }
    if let index = nodeIndex(named: label) {
      // A node that was removed and comes back finds its memory as it left it.
      guard !nodes[index].isMember else { throw .nodeExists(label) }
      place { world in
        world.nodes[index].isMember = true
        world.nodes[index].weight = weight
        world.nodes[index].state = .up
      }
      emit(.nodeJoined, node: NodeID(index))
      return
    }
    place { $0.insertNode(label: label, weight: weight) }
    emit(.nodeJoined, node: NodeID(nodes.count - 1))
  }

  /// Whether nothing has happened yet and the cache is empty.
  private var isUntouched: Bool {
    activations == 0 && nodes[0].cache.count == 0 && nodes[0].isMember && nodes[0].state == .up
  }

  /// Takes a node out of the placement; its memory stays as it is.
  public mutating func removeNode(_ label: String) throws(WorldError) {
    let index = try member(label)
    place { $0.nodes[index].isMember = false }
    emit(.nodeLeft, node: NodeID(index))
  }

  /// The node's process dies and its keys go to the other nodes.
  public mutating func killNode(_ label: String) throws(WorldError) {
    let index = try member(label)
    loseMemory(index)
    nodes[index].state = .crashed
    place { $0.nodes[index].isMember = false }
    emit(.nodeDied, node: NodeID(index))
    admitWriters()
  }

  /// A dead or removed node comes back, empty if it was dead.
  public mutating func reviveNode(_ label: String) throws(WorldError) {
    guard let index = nodeIndex(named: label) else {
      throw .unknownNode(label, known: nodes.map(\.label))
    }
    guard nodes[index].state != .up || !nodes[index].isMember else {
      throw .nodeIsUp(label)
    }
    nodes[index].state = .up
    if !nodes[index].isMember { place { $0.nodes[index].isMember = true } }
    emit(.nodeRevived, node: NodeID(index))
  }

  private func member(_ label: String) throws(WorldError) -> Int {
    guard let index = nodeIndex(named: label), nodes[index].isMember else {
      throw .unknownNode(label, known: nodes.filter(\.isMember).map(\.label))
    }
    guard nodes.filter(\.isMember).count > 1 else { throw .lastNode(label) }
    return index
  }

  /// Chooses how keys are placed.
  public mutating func setPlacement(scheme: String, vnodes points: Int? = nil) throws(WorldError) {
    guard PlacementCatalog.find(scheme) != nil else {
      throw .unknownPlacement(scheme, known: PlacementCatalog.all.map(\.name))
    }
    place { world in
      world.placementScheme = scheme
      if let points { world.vnodes = points }
    }
    emit(.ruleChanged)
  }

  /// The processes of these nodes die: memory and write queue are gone, the nodes stay members.
  public mutating func crash(_ indices: [Int]) {
    for index in indices where nodes[index].state != .crashed {
      nodes[index].state = .crashed
      loseMemory(index)
      emit(.nodeDied, node: nodes[index].id)
    }
    admitWriters()
  }

  private mutating func loseMemory(_ index: Int) {
    if defect != .crashSparesQueue { loseQueue(of: index) }
    guard defect != .crashSparesMemory else { return }
    nodes[index].cache.clear(cause: .lost, now: now)
    nodes[index].cache.forgetChanges()
  }

  /// These nodes cannot be reached for `ticks` (nil: until they are revived).
  public mutating func cut(_ indices: [Int], for ticks: Int64?) {
    for index in indices where nodes[index].state == .up {
      nodes[index].state = .cut
      nodes[index].cuts += 1
      emit(.nodeCut, node: nodes[index].id, number: ticks ?? -1)
      if let ticks {
        agenda.plan(
          .heal, at: now.advanced(by: ticks), slot: UInt32(index), generation: nodes[index].cuts)
      }
    }
  }

  /// Brings these nodes back: crashed ones are empty, cut ones have their memory.
  public mutating func revive(_ indices: [Int]) {
    for index in indices where nodes[index].state != .up {
      let wasCut = nodes[index].state == .cut
      nodes[index].state = .up
      emit(wasCut ? .nodeHealed : .nodeRevived, node: nodes[index].id)
    }
  }

  mutating func heal(_ index: Int, generation: UInt32) {
    guard nodes[index].state == .cut, nodes[index].cuts == generation else { return }
    revive([index])
  }
}
