import CacheEngine
import Simulation

// A migration in words: the count beside what would be fair, and every mover with its reason.

extension Migration {
  /// `285 of 1 000 keys change their node; 250 would be fair, modulo would move 759`.
  func summary(in world: World) -> String {
    let count = "\(Words.count(moves.count)) of \(Words.count(keys, "key")) change their node"
    guard keys > 0, let fair else { return count }
    let rival = movedByModulo(in: world).map { ", modulo would move \(Words.count($0))" } ?? ""
    return "\(count); \(Words.count(fair)) would be fair\(rival)"
  }

  /// Every mover with its old and its new node, and why.
  func table(in world: World) -> ReplyTable {
    let rows = moves.map { event in
      [
        world.text(event.key), label(Int(event.number), world), label(Int(event.node), world),
        reason(event, in: world),
      ]
    }
    return ReplyTable(title: "", columns: ["key", "from", "to", "why"], rows: rows)
  }

  /// Why one key has another owner now: the points or the remainders that decide it.
  public func reason(_ event: Event, in world: World) -> String {
    let hash = world.circlePoint(of: event.key)
    guard let old else { return "another rule" }
    return PlacementChange.reason(hash, from: old, to: new)
  }

  /// The same in few words.
  public func brief(_ event: Event, in world: World) -> String {
    PlacementChange.brief(world.circlePoint(of: event.key), from: old, to: new)
  }

  private func label(_ index: Int, _ world: World) -> String {
    world.nodes.indices.contains(index) ? world.nodes[index].label : "nobody"
  }
}
