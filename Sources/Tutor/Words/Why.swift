import CacheEngine
import Simulation

// Why is it there, why is it not, why here?
//
// The answer begins with facts: where the key lives and by which rule, what a cache holds of it
// and for how long, what happened to it last. For a miss it goes on with what would have made it a
// hit; nothing of that is guessed, every "would have been" has been run on a copy of the world.

/// Explains what became of a key, an event or a number.
public struct Why: Sendable {
  /// The answer, a sentence a line.
  public let lines: [String]

  /// Looks at whatever the text names in the stage of a tutor: a known key, a kind of event such as
  /// `evicted`, a number such as `hits`, the number of a request; anything else is taken for a key.
  ///
  /// O(log), and the part once more for each "would have".
  public init(_ text: [UInt8], in tutor: Tutor) {
    let name = String(decoding: text, as: UTF8.self)
    let world = tutor.stage.world
    let isKey =
      world.symbols.find(text).map { symbol in
        world.entry(symbol) != nil || world.database.row(of: symbol) != nil
          || tutor.stage.log.contains { $0.key == symbol }
      } ?? false
    lines = Why.inLanes(of: tutor) { lane in
      if !isKey {
        if let event = WhyEvent(name, in: tutor, lane: lane) { return event.lines }
        if let number = WhyNumber(name, in: tutor, lane: lane) { return number.lines }
      }
      return Why.lines(of: text, in: tutor, lane: lane)
    }
  }

  /// One lane after the other, each under its name; without any when there is only one.
  private static func inLanes(of tutor: Tutor, _ lines: (Int) -> [String]) -> [String] {
    guard !tutor.stage.rivals.isEmpty else { return lines(0) }
    return tutor.stage.lanes.enumerated().flatMap { index, lane in
      [(lane.laneName.isEmpty ? "lane \(index + 1)" : lane.laneName) + ":"]
        + lines(index).map { "  " + $0 }
    }
  }

  /// What became of a key.
  static func lines(of key: [UInt8], in tutor: Tutor, lane: Int) -> [String] {
    let stage = tutor.stage.lanes[lane]
    let history = KeyHistory(key, in: stage)
    var lines: [String] = []
    if stage.world.placement.members.count > 1 {
      lines.append(PlacementWords(key, in: stage.world).sentence)
    }
    lines += history.present
    if let past = history.past { lines.append(past) }
    if let points = history.points { lines.append(points) }
    if let look = history.lastLook { lines.append(look) }
    if let fault = history.fault { lines.append(fault) }
    return lines + Counterfactual(history, in: tutor, lane: lane).sentences
  }
}

/// What the log says about one key.
struct KeyHistory {
  let name: String
  let symbol: Symbol?
  /// The events about the key, in order.
  let events: [Event]
  let world: World
  private let log: EventLog

  init(_ key: [UInt8], in stage: Stage) {
    world = stage.world
    log = stage.log
    name = String(decoding: key, as: UTF8.self)
    symbol = world.symbols.find(key)
    events =
      symbol.map { symbol in
        stage.log.filter { $0.key == symbol }
      } ?? []
  }

  /// How soon it left for want of points: `count 1; to stay it would need more than 10, and it
  /// leaves two requests after it came`.
  var points: String? {
    guard let event = events.last(where: { $0.kind == .evicted || $0.kind == .filled }),
      event.kind == .evicted, case .policy(.fewestReads(let count, _, _)) = event.reason
    else { return nil }
    let text = "count \(Words.count(count))"
    // Whoever has more points than it had stays for now: the least of them is what it must beat.
    let others = world.nodes.first { $0.id == event.node }?.cache.inspection(limit: .max)
    let counts = (others?.queues.flatMap(\.entries) ?? []).compactMap { entry in
      if case .count(let other) = entry.badge, other > count { other } else { nil }
    }
    let needed = counts.min().map { "; to stay it would need more than \(Words.count($0))" } ?? ""
    return text + needed + (stay(until: event).map { ", and it leaves \($0) after it came" } ?? "")
  }

  /// How many requests came between its coming and its leaving, in words.
  private func stay(until leaving: Event) -> String? {
    guard let end = log.lastIndex(of: leaving),
      let start = log[..<end].lastIndex(where: { $0.key == leaving.key && $0.kind == .filled })
    else { return nil }
    let count = log[start..<end].count { $0.kind == .requested && $0.actor != .timer }
    return count > 0 ? Words.spelled(count, "request") : nil
  }

  /// What caches and database hold now.
  var present: [String] {
    var lines: [String] = []
    for node in world.nodes {
      guard let symbol, let entry = node.cache.peekStale(symbol) else { continue }
      lines.append(sentence(entry, on: node))
    }
    let row = symbol.flatMap { world.database.row(of: $0) }
    if lines.isEmpty {
      lines.append("\(name) is in no cache")
      if row == nil { lines.append("the database has no row \(name), so it is never filled") }
    } else if let row, let symbol, let entry = world.entry(symbol)?.entry, entry.value != row.value
    {
      let isPromised = world.nodes.contains { $0.queue.promises(symbol, entry.value) }
      lines.append(
        "the database says \(world.text(row.value)): "
          + (isPromised ? "it is still to be told" : "the cache is behind"))
    }
    return lines + promises
  }

  /// What a write queue holds of it.
  private var promises: [String] {
    world.nodes.flatMap { node in
      node.queue.travelling.filter { $0.key == symbol }.map {
        "\(world.text($0.value)) is on its way from the queue of cache \(node.label) to the database"
      }
        + node.queue.waiting.filter { $0.key == symbol }.map { write in
          "\(world.text(write.value)) waits in the queue of cache \(node.label) to be stored, for "
            + Words.duration(world.now.ticks(since: write.since)) + " now"
        }
    }
  }

  private func sentence(_ entry: Entry, on node: CacheNode) -> String {
    let value = "\(name) is in cache \(node.label): \(world.text(entry.value))"
    guard entry.expiresAt != .never else { return value + ", without an end" }
    let left = entry.expiresAt.ticks(since: world.now)
    guard left > 0 else {
      return "\(value), but its time was over at "
        + Words.clock(entry.expiresAt.ticks(since: world.epoch))
    }
    let isNext = node.cache.nextVictim(now: world.now)?.key == entry.key
    let isFull = node.cache.weight >= node.cache.capacity
    return value + ", for \(Words.left(left)) more"
      + (isNext && isFull ? "; it is the next to leave" : "")
  }

  /// Why it left, if it is gone; why it came, if it is there.
  var past: String? {
    let kinds: [EventKind] = [.filled, .evicted, .expired, .deleted, .rejected, .lost, .setLost]
    guard let event = events.last(where: { kinds.contains($0.kind) && isTelling($0) }) else {
      return symbol.flatMap { world.entry($0) } == nil
        ? "nobody has put it into a cache since the step began" : nil
    }
    guard let text = Narrator.captions(of: [event], in: world).first?.text else { return nil }
    return "at \(Words.clock(event.tick.ticks(since: world.epoch))): \(text)"
  }

  /// A removal that found nothing explains nothing.
  private func isTelling(_ event: Event) -> Bool {
    event.kind != .deleted || event.number == 1
  }

  /// The last look of a request.
  var look: Event? {
    events.last { [.hit, .miss, .staleServed].contains($0.kind) && $0.request != 0 }
  }

  var lastLook: String? {
    guard let look else { return nil }
    let clock = Words.clock(look.tick.ticks(since: world.epoch))
    switch look.kind {
    case .hit:
      return look.reason == .behindRow
        ? "the last look, at \(clock), was a hit on a value older than the row"
        : "the last look, at \(clock), was a hit"
    case .staleServed: return "the last look, at \(clock), was served the expired value"
    default: return "the last look, at \(clock), was a miss" + reason(look)
    }
  }

  /// What the listing did wrong when it was last asked for the key; nil when it has answered since.
  var fault: String? {
    guard
      let end = events.last(where: { $0.kind == .answered || $0.kind == .failed }),
      end.kind == .failed, let fault = world.listingFault(of: end.request)
    else { return nil }
    let clock = Words.clock(end.tick.ticks(since: world.epoch))
    return "the listing failed at \(clock): \(fault.sentence(world.symbols))"
  }

  private func reason(_ look: Event) -> String {
    switch look.reason {
    case .expired: return ": its time was over"
    case .crashed: return ": the node was dead"
    case .unreachable: return ": the node could not be reached"
    default: break
    }
    let before = events.filter { $0.tick <= look.tick && isTelling($0) }
    let kinds: [EventKind] = [.filled, .evicted, .deleted, .rejected, .setLost]
    switch before.last(where: { kinds.contains($0.kind) })?.kind {
    case .evicted: return ": it had been evicted"
    case .deleted: return ": it had been removed"
    case .rejected: return ": the cache had not taken it"
    case nil: return ": nobody had asked for it before"
    default: return ""
    }
  }
}
