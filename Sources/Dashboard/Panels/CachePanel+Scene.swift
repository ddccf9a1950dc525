import CacheEngine
import Screen
import Simulation

extension CachePanel {
  /// Rows of one node that are looked at; a screen holds no more.
  private static let rowLimit = 96

  /// The caches as they are.
  public init(_ scene: Scene) {
    var nodes = scene.world.nodes.filter { $0.isMember || $0.state != .up }
    // Where there are many, the one that acted last comes first.
    if nodes.count > 3, let last = scene.lastNode,
      let index = nodes.firstIndex(where: { $0.id == last })
    {
      nodes.insert(nodes.remove(at: index), at: 0)
    }
    self.init(
      nodes: nodes.prefix(16).map { CachePanel.node($0, scene) },
      scroll: scene.scroll["cache"] ?? 0)
  }

  private static func node(_ node: CacheNode, _ scene: Scene) -> Node {
    let cache = node.cache
    let inspection = cache.inspection(limit: rowLimit)
    let victim = scene.victim(on: node)
    let glows = scene.motion.glows.filter { $0.node == node.id }
    let dirty = Set((node.queue.waiting + node.queue.travelling).map(\.key))
    var rows = ghosts(of: glows, cache, scene)
    for place in order(inspection, of: cache, scene) {
      guard let entry = cache.entry(at: place.slot) else { continue }
      let glow = glows.last { $0.key == entry.key }
      rows.append(
        row(
          entry, place.badge, scene, isVictim: entry.key == victim,
          on: node, glow: glow.flatMap { self.glow($0.kind) }, isDirty: dirty.contains(entry.key)))
    }
    var shown = Node(
      label: node.label, index: Int(node.id), state: scene.condition(of: node),
      count: cache.count, capacity: cache.capacity, policy: cache.policyName,
      order: scene.victims == .hidden ? "key" : order(of: inspection), rows: rows,
      door: scene.world.guests.filter { scene.owner(of: $0) == Int(node.id) }.map { scene.text($0) }
    )
    shown.changes = scene.motion.changes
    return shown
  }

  /// The policy's own order; while somebody is asked about it, that in which the entries came.
  private static func order(
    _ inspection: Inspection, of cache: Cache, _ scene: Scene
  ) -> [InspectedEntry] {
    let entries = leavesFirst(inspection)
    guard scene.victims == .hidden else { return entries }
    let came = entries.compactMap { place in
      cache.entry(at: place.slot).map { (place.slot, $0.storedAt) }
    }
    return came.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { InspectedEntry(slot: $0.0) }
  }

  /// Under fast traffic dozens leave in a moment; those who stay are what is looked at.
  private static let ghostLimit = 3

  /// Entries that have just gone stay a moment where they stood, the latest of them.
  private static func ghosts(
    of glows: [Motion.Glow], _ cache: Cache, _ scene: Scene
  ) -> [Row] {
    let gone = glows.filter { glow in
      cache.peekStale(glow.key) == nil && [.evicted, .deleted, .expired].contains(glow.kind)
    }
    return gone.suffix(ghostLimit).map { glow in
      Row(key: scene.text(glow.key), value: scene.text(glow.value), glow: self.glow(glow.kind))
    }
  }

  private static func row(
    _ entry: Entry, _ badge: InspectedEntry.Badge, _ scene: Scene, isVictim: Bool,
    on node: CacheNode, glow: Glow?, isDirty: Bool
  ) -> Row {
    let isTimed = entry.expiresAt != .never
    let row = scene.world.database.row(of: entry.key)
    let differs = row.map { $0.value != entry.value } ?? false
    return Row(
      key: scene.text(entry.key), value: scene.text(entry.value),
      remaining: isTimed ? max(0, entry.expiresAt.ticks(since: scene.instant)) : nil,
      lifetime: isTimed ? entry.expiresAt.ticks(since: entry.storedAt) : nil,
      badge: self.badge(badge), isVictim: isVictim, glow: glow,
      isStale: differs && !scene.isPromised(entry.key, entry.value, on: node),
      isDirty: isDirty)
  }

  private static func badge(_ badge: InspectedEntry.Badge) -> Badge {
    switch badge {
    case .none: .none
    case .visited: .visited
    case .count(let count): .count(count)
    case .ago(let count): .ago(count)
    case .idle(let seconds): .idle(seconds)
    case .worth(let thousandths): .worth(Double(thousandths) / 1_000)
    }
  }

  private static func glow(_ kind: EventKind) -> Glow? {
    switch kind {
    case .hit: Glow("hit", .hit)
    case .staleServed: Glow("stale", .stale)
    case .filled: Glow("filled", .fresh)
    case .evicted: Glow("evicted", .evicted)
    case .deleted: Glow("removed", .evicted)
    case .expired: Glow("expired", .expired)
    case .lockTaken: Glow("locked", .acting)
    default: nil
    }
  }

  /// The entries in the order in which they would leave.
  private static func leavesFirst(_ inspection: Inspection) -> [InspectedEntry] {
    inspection.queues.reversed().flatMap { queue -> [InspectedEntry] in
      switch queue.exit {
      case .back: return queue.entries.reversed()
      case .hand:
        // From the hand on towards the newer ones, and round.
        let entries = Array(queue.entries.reversed())
        let start = entries.firstIndex { $0.slot == inspection.hand } ?? 0
        return Array(entries[start...] + entries[..<start])
      case .drawn, .nobody: return queue.entries
      }
    }
  }

  private static func order(of inspection: Inspection) -> String {
    switch inspection.queues.last?.exit {
    case .drawn: "any may leave"
    case .nobody: "nobody leaves"
    case .hand: "under the hand"
    default: "leaves first"
    }
  }
}
