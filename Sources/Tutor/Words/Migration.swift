import CacheEngine
import Simulation

// What a change of nodes did.
//
// The events tell which keys changed hands; the placement before is made again from the one
// afterwards, so that the same change can be compared with what would have been fair and with what
// the remainder would have moved.

/// The last change of membership or placement: who moved, and how many would have been fair.
public struct Migration: Sendable {
  /// What happened to the nodes.
  public enum Change: Hashable, Sendable {
    /// The node with this index came, or came back.
    case came(Int)
    /// The node with this index left, or died.
    case went(Int)
    /// Nobody came or went: a rule was changed.
    case rule
  }

  public let change: Change
  /// One `keyMoved` for every key that changed hands, in order of first appearance.
  public let moves: [Event]
  /// The placement before; nil when a rule was changed, for then nobody has kept it.
  public let old: Placement?
  public let new: Placement
  /// How many keys are known.
  public let keys: Int
  /// Keys that a fair rule would have moved: the share of whoever came or went; nil when nobody
  /// did.
  public let fair: Int?

  /// The last change among events, the oldest first; nil when there was none.
  ///
  /// O(events after it + movers).
  public init?(in events: some BidirectionalCollection<Event>, of world: World) {
    guard let end = Migration.lastChange(in: events) else { return nil }
    let event = events[end]
    moves = events[..<end].reversed().prefix { $0.kind == .keyMoved }.reversed()
    new = world.placement
    keys = world.knownKeys.count
    let index = Int(event.node)
    let isMember = new.members.contains { $0.id == index }
    switch event.kind {
    case .ruleChanged: change = .rule
    case .nodeJoined where isMember, .nodeRevived where isMember: change = .came(index)
    case .nodeLeft where !isMember, .nodeDied where !isMember: change = .went(index)
    default: return nil
    }
    old =
      change == .rule
      ? nil
      : Migration.members(of: world, with: index, change).map { before in
        Placement(scheme: world.placementScheme, vnodes: world.vnodes, members: before)
      }
    fair = Migration.fair(change, old, new, keys)
  }

  /// Where somebody came or went last, or keys moved because a rule was changed.
  ///
  /// Most rules have nothing to do with places, and a crash leaves the places as they are.
  private static func lastChange<Events: BidirectionalCollection<Event>>(
    in events: Events
  ) -> Events.Index? {
    var index = events.endIndex
    while index > events.startIndex {
      events.formIndex(before: &index)
      switch events[index].kind {
      case .nodeJoined, .nodeLeft: return index
      case .nodeDied, .nodeRevived, .ruleChanged:
        guard index > events.startIndex else { return nil }
        if events[events.index(before: index)].kind == .keyMoved { return index }
      default: break
      }
    }
    return nil
  }

  /// How many of the keys the remainder would have moved; nil when nobody came or went, or when the
  /// rule is the remainder itself.
  ///
  /// O(keys).
  public func movedByModulo(in world: World) -> Int? {
    guard let old, new.scheme != "modulo" else { return nil }
    let before = Placement(scheme: "modulo", members: old.members)
    let after = Placement(scheme: "modulo", members: new.members)
    return world.knownKeys.count { key in
      let hash = world.circlePoint(of: key)
      return before.owner(of: hash) != after.owner(of: hash)
    }
  }

  /// Who was there before, in order of joining.
  private static func members(
    of world: World, with index: Int, _ change: Change
  ) -> [PlacementMember]? {
    guard world.nodes.indices.contains(index) else { return nil }
    return world.nodes.enumerated().compactMap { place, node in
      let isThere = place == index ? change == .went(index) : node.isMember
      guard isThere else { return nil }
      return PlacementMember(id: place, label: node.label, weight: node.weight)
    }
  }

  private static func fair(
    _ change: Change, _ old: Placement?, _ new: Placement, _ keys: Int
  ) -> Int? {
    let (index, members): (Int, [PlacementMember]?) =
      switch change {
      case .came(let index): (index, new.members)
      case .went(let index): (index, old?.members)
      case .rule: (-1, nil)
      }
    guard let members, let one = members.first(where: { $0.id == index }) else { return nil }
    // Without a ring weights do not count.
    let isWeighted = new.scheme != "modulo"
    let whole = isWeighted ? members.reduce(0) { $0 + $1.weight } : members.count
    return (keys * (isWeighted ? one.weight : 1) * 2 + whole) / (2 * whole)
  }
}
