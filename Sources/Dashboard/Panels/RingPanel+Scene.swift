import CacheEngine
import Simulation
import Tutor

extension RingPanel {
  /// Keys that are drawn with a label of their own.
  static let labelLimit = 12
  /// Movers that are named; the command that lists them all is named below them.
  private static let moverLimit = 24

  /// The placement as it is, and who is on the way.
  public init(_ scene: Scene) {
    let world = scene.world
    let placement = world.placement
    let now = OwnershipNow(scene)
    var shares = zip(placement.members, placement.shares).map { member, part in
      Share(
        label: member.label, node: member.id, keys: now.counts[member.id], part: part,
        state: scene.condition(of: world.nodes[member.id]))
    }
    // Who died owns nothing any more, and is not forgotten: its arcs have gone to the others. The
    // remainders have no row for it.
    for node in world.nodes where !placement.points.isEmpty && node.state != .up {
      guard !shares.contains(where: { $0.node == Int(node.id) }) else { continue }
      shares.append(
        Share(
          label: node.label, node: Int(node.id), keys: now.counts[Int(node.id)], part: 0,
          state: scene.condition(of: node)))
    }
    shares.sort { $0.node < $1.node }
    let labelled = now.keys.prefix(RingPanel.labelLimit)
    var placed: [Symbol: Bool] = [:]
    for event in scene.events where event.kind == .placed {
      placed[event.key] = Int64(event.node) == event.number
    }
    self.init(
      scheme: placement.scheme, vnodes: placement.vnodes, points: RingPanel.points(placement),
      keys: labelled.map { known in
        Key(
          label: RingPanel.short(scene.text(known.key)), hash: known.hash, node: known.node,
          from: now.from(known.key), travelled: now.travelled(known.key, known.hash),
          isPlaced: placed[known.key] ?? false,
          isAsked: scene.asked.contains(scene.text(known.key)))
      },
      dots: now.keys.map(\.hash), shares: shares, sweep: now.sweep, total: now.keys.count,
      change: now.change(scene, limit: RingPanel.moverLimit))
    isChanged = scene.motion.changes.contains(.placement)
    let members = Set(placement.members.map(\.id))
    ghosts = now.migration?.old.map(RingPanel.points)?.filter { !members.contains($0.node) } ?? []
  }

  /// What comes after the last colon, as far as it fits.
  private static func short(_ key: String) -> String {
    let end = key.lastIndex(of: ":").map { key[key.index(after: $0)...] } ?? key[...]
    return String((end.isEmpty ? key[...] : end).prefix(4))
  }

  static func points(_ placement: Placement) -> [Point] {
    placement.points.map { point in
      Point(hash: point.hash, node: placement.members[point.member].id)
    }
  }
}

/// Who owns what at this instant of a change: as it is shown, which is not yet as it is.
struct OwnershipNow {
  /// Keys, their places on the circle and their owners.
  private(set) var keys: [(key: Symbol, hash: UInt32, node: Int)] = []
  /// Keys of each node, as they are shown.
  private(set) var counts: [Int]
  /// Keys that each node owned before the change.
  private(set) var before: [Int]
  let sweep: RingSweep
  let migration: Migration?
  private(set) var moved = 0
  /// Whose turn a mover is, by its key.
  private var turns: [Symbol: (from: Int, place: Int)] = [:]
  /// More keys than this are not counted one by one.
  private static let limit = 20_000

  init(_ scene: Scene) {
    let world = scene.world
    // A node that came before there were keys has nothing to tell.
    let last = Migration(in: scene.events, of: world)
    let migration = last.flatMap { $0.moves.isEmpty ? nil : $0 }
    self.migration = migration
    let progress = migration == nil ? 1_000 : scene.motion.moverProgress
    let moves = migration?.moves ?? []
    for (place, event) in moves.enumerated() {
      // The first ones have labels: they take their turns over the whole time, not all at once.
      let count = place < RingPanel.labelLimit ? RingPanel.labelLimit : moves.count
      let turn = min(1_000, place * 1_000 / max(1, min(count, moves.count) - 1))
      turns[event.key] = (Int(event.number), turn)
    }
    let isNearest = world.placementScheme == "nearest"
    let old = migration?.old.map(RingPanel.points) ?? []
    sweep = RingSweep(
      RingOwners(RingPanel.points(world.placement), isNearest: isNearest),
      from: old.isEmpty || isNearest ? nil : RingOwners(old),
      movers: progress < 1_000 ? moves.map { world.circlePoint(of: $0.key) } : [],
      progress: progress)
    counts = Array(repeating: 0, count: world.nodes.count)
    before = counts
    for key in world.knownKeys.prefix(OwnershipNow.limit) {
      let hash = world.circlePoint(of: key)
      guard let node = world.placement.owner(of: hash), counts.indices.contains(node) else {
        continue
      }
      keys.append((key, hash, node))
      let from = turns[key]?.from ?? node
      if before.indices.contains(from) { before[from] += 1 }
      let hasArrived = travelled(key, hash) >= 1_000
      if hasArrived, turns[key] != nil { moved += 1 }
      let shown = hasArrived ? node : from
      if counts.indices.contains(shown) { counts[shown] += 1 }
    }
  }

  /// The node that owned a key before the change; nil when it has not moved.
  func from(_ key: Symbol) -> Int? { turns[key]?.from }

  /// How far a key has come, in thousandths.
  func travelled(_ key: Symbol, _ hash: UInt32) -> Int {
    guard let turn = turns[key] else { return 1_000 }
    guard sweep.progress < 1_000 else { return 1_000 }
    return sweep.old == nil
      ? RingSweep.travelled(place: turn.place, sweep.progress) : sweep.travelled(hash)
  }

  /// The change in numbers, with the first of those who moved; nil before one.
  func change(_ scene: Scene, limit: Int) -> ChangeOfNodes? {
    guard let migration else { return nil }
    let world = scene.world
    let movers = migration.moves.prefix(limit).map { event in
      ChangeOfNodes.Mover(
        label: scene.text(event.key), from: OwnershipNow.label(Int(event.number), world),
        to: OwnershipNow.label(Int(event.node), world),
        reason: migration.brief(event, in: world))
    }
    return ChangeOfNodes(
      moved: moved, total: keys.count, fair: migration.fair,
      modulo: migration.movedByModulo(in: world), movers: movers, count: migration.moves.count)
  }

  private static func label(_ index: Int, _ world: World) -> String {
    world.nodes.indices.contains(index) ? world.nodes[index].label : "?"
  }
}
