import CacheEngine
import Simulation

extension Narrator {
  /// What became of entries.
  func entry(_ clump: Clump) -> String? {
    let node = name(ofNode: clump.node)
    switch clump.kind {
    case .filled: return filled(clump, node)
    case .deleted:
      if clump.isByHand {
        return clump.count > 3
          ? "you remove \(Words.count(clump.count, "entry", "entries")) from cache \(node)"
          : "you remove \(keys(clump)) from cache \(node)"
      }
      return clump.isPlain
        ? "\(keys(clump)) is removed from cache \(node)"
        : "cache \(node) has no \(keys(clump)) to remove"
    case .evicted: return evicted(clump, node)
    case .rejected: return "cache \(node) does not take \(keys(clump))" + refusal(clump.reason)
    default: return expired(clump)
    }
  }

  private func filled(_ clump: Clump, _ node: String) -> String {
    let event = clump.first
    let time = event.number < 0 ? ", without an end" : " for " + Words.duration(event.number)
    let isSame = clump.events.allSatisfy { $0.event.number == event.number }
    if clump.isByHand { return "you put \(keys(clump)) into cache \(node)" + (isSame ? time : "") }
    let verb = clump.key == nil ? "are" : "is"
    return "\(keys(clump)) \(verb) in cache \(node)" + (isSame ? time : "")
  }

  private func expired(_ clump: Clump) -> String {
    guard clump.count == 1 else {
      return "\(keys(clump)) \(clump.key == nil ? "expire" : "expires"): their time is over"
    }
    let lived = clump.first.number
    let time = lived > 0 ? "its \(Words.duration(lived)) are over" : "its time is over"
    return "\(keys(clump)) expires: \(time)"
  }

  private func refusal(_ reason: EventReason) -> String {
    switch reason {
    case .tooLarge: ": it is larger than the whole cache"
    case .full: ": it is full, and its policy lets nobody go"
    default: ": its policy does not admit it"
    }
  }

  // MARK: evictions

  private func evicted(_ clump: Clump, _ node: String) -> String {
    guard clump.count <= 3 else {
      return "\(Words.count(clump.count, "entry", "entries")) leave cache \(node) to make room"
    }
    return clump.events.map { _, event in
      "\(name(event.key)) leaves cache \(node)" + reason(event)
    }.joined(separator: "; ")
  }

  /// The policy's own reason, in words: rule and numbers.
  private func reason(_ event: Event) -> String {
    guard case .policy(let reason) = event.reason else { return "" }
    return ": " + Narrator.text(reason, world)
  }

  // MARK: locks

  func lock(_ clump: Clump) -> String {
    switch clump.kind {
    case .lockTaken:
      let number = clump.first.number
      return "\(people(clump, "take", "takes")) the lock \(keys(clump))"
        + (number < 0 ? ", without an end" : " for " + Words.duration(number))
    case .lockRefused:
      return "\(people(clump, "find", "finds")) the lock \(keys(clump)) taken"
    case .lockExpired: return "the lock \(keys(clump)) runs out while its owner still works"
    default:
      return "the lock \(keys(clump)) is given back"
    }
  }

  // MARK: promises

  func promise(_ clump: Clump) -> String {
    let node = name(ofNode: clump.node)
    switch clump.kind {
    case .markedDirty:
      return clump.count == 1
        ? "\(keys(clump)) waits in the queue of cache \(node) to be stored"
        : "\(Words.count(clump.count, "write")) wait in the queue of cache \(node)"
    case .lost: return clump.events.prefix(8).map { lost($0.event) }.joined(separator: "; ")
    case .writerWaits:
      return "the write queue is full: \(Words.count(Int(clump.events.last?.event.number ?? 1))) "
        + (clump.first.number == 1 && clump.count == 1 ? "writer waits" : "writers wait")
    case .givenBack:
      return "\(Words.count(Int(clump.first.number), "row")) of the batch "
        + (clump.first.number == 1 ? "goes" : "go") + " back into the queue"
    case .setLost:
      return "node \(node) \(trouble(clump)): what should be kept of \(keys(clump)) is lost"
    default:
      return "node \(node) \(trouble(clump)): it never hears that \(keys(clump)) should go"
    }
  }

  private func trouble(_ clump: Clump) -> String {
    clump.reason == .unreachable ? "cannot be reached" : "is dead"
  }

  private func lost(_ event: Event) -> String {
    let row = world.database.row(of: event.key).map { name($0.value) } ?? "nothing"
    return "\(name(event.key)): \(name(event.value)) was promised, the database says \(row)"
  }

  // MARK: nodes

  func cluster(_ clump: Clump) -> String {
    let nodes = clump.events.map { name(ofNode: $0.event.node) }
    let node = "node " + Words.list(nodes)
    switch clump.kind {
    case .nodeJoined: return "\(node) joins"
    case .nodeLeft: return "\(node) leaves; its memory stays as it is"
    case .nodeDied: return "\(node) dies: its memory is gone"
    case .nodeRevived: return "\(node) is back, empty"
    case .nodeCut:
      let number = clump.first.number
      return "\(node) cannot be reached" + (number < 0 ? "" : " for " + Words.duration(number))
    case .nodeHealed: return "\(node) can be reached again, with its memory"
    case .placed: return "you place \(keys(clump)) on \(nodes[0])"
    default:
      guard clump.count == 1 else {
        return "\(Words.count(clump.count, "key")) move to node \(nodes[0])"
      }
      return "\(keys(clump)) moves from \(name(ofNode: NodeID(clump.first.number))) to \(nodes[0])"
    }
  }
}
