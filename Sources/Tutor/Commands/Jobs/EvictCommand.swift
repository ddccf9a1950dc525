import CacheEngine
import Simulation

/// `evict KEY`: you do the policy's job.
///
/// Where requests wait at the door, the first of them goes in.
enum EvictCommand {
  static let row = Command(
    "evict", family: .jobs, parameters: [Parameter("KEY", .cachedKey, "who leaves")],
    summary: "You are the policy: this entry leaves to make room, and who waits goes in.",
    cost: "no time; who goes in takes as long as a read", concept: "eviction",
    examples: [
      CommandExample(
        "evict user:1",
        "you took user:1, asked for 1 request ago; user:2 was asked for 3 ago: "
          + "lru would have taken user:2")
    ],
    apply: apply)

  static func apply(
    _ tutor: inout Tutor, _ arguments: Arguments
  ) throws(CommandError) -> CommandOutcome {
    let bytes = arguments.key("KEY")
    let name = String(decoding: bytes, as: UTF8.self)
    let world = tutor.stage.world
    guard let key = world.symbols.find(bytes), let node = world.entry(key)?.node,
      world.nodes[node].cache.peek(key, now: world.now) != nil
    else {
      let known = world.nodes.flatMap { $0.cache.keys() }.map { world.text($0) }
      throw .notCached(
        name, suggestion: NearestWord.suggestion(for: name, among: known),
        at: arguments.place(of: "KEY"))
    }
    let words = EvictWords(key, in: world.nodes[node].cache, world)
    _ = tutor.stage.world.evict(key)
    let isAwaited = !tutor.stage.world.guests.isEmpty
    if isAwaited { tutor.stage.world.admitGuests() }
    return CommandOutcome(.text(words.sentence), run: isAwaited ? .guests : .nothing)
  }
}

/// What the policy says to the learner's choice: both marks, side by side.
struct EvictWords {
  let sentence: String

  /// O(entries).
  init(_ key: Symbol, in cache: Cache, _ world: World) {
    let name = world.text(key)
    guard let victim = cache.nextVictim(now: world.now) else {
      sentence = "\(name) leaves"
      return
    }
    let inspection = cache.inspection(limit: .max)
    let places = inspection.queues.flatMap(\.entries)
    let badges = [key, victim.key].map { wanted in
      let slot = cache.slot(of: wanted)
      return places.first { $0.slot == slot }?.badge ?? .none
    }
    // Where the lot decides nobody can say whom it would have hit.
    guard inspection.queues.last?.exit != .drawn else {
      sentence = "\(name) leaves" + EvictWords.mark(badges[0])
      return
    }
    let other = world.text(victim.key)
    let policy = cache.policyName
    if victim.key == key {
      sentence =
        "\(name) leaves" + EvictWords.mark(badges[0])
        + ": \(policy) would have taken it too"
    } else {
      sentence =
        EvictWords.contrast(name, badges[0], other, badges[1])
        + ": \(policy) would have taken \(other)"
    }
  }

  private static func mark(_ badge: InspectedEntry.Badge) -> String {
    switch badge {
    case .ago(let count): ", asked for \(Words.count(count, "request")) ago"
    case .count(let count): " with \(Words.count(count, "point"))"
    case .idle(let seconds): ", idle for \(Words.count(seconds, "second"))"
    case .visited: ", although it has its bit"
    case .none, .worth: ""
    }
  }

  private static func contrast(
    _ name: String, _ badge: InspectedEntry.Badge, _ other: String,
    _ otherBadge: InspectedEntry.Badge
  ) -> String {
    switch (badge, otherBadge) {
    case (.ago(let mine), .ago(let theirs)):
      "you took \(name), asked for \(Words.count(mine, "request")) ago; "
        + "\(other) was asked for \(Words.count(theirs)) ago"
    case (.count(let mine), .count(let theirs)) where mine == theirs:
      "you took \(name) with \(Words.count(mine, "point")); "
        + "\(other) has as many, and has had them longer"
    case (.count(let mine), .count(let theirs)):
      "you took \(name) with \(Words.count(mine, "point")); \(other) has \(Words.count(theirs))"
    case (.visited, _): "you took \(name), which was asked for since the hand came by"
    case (.count(let mine), .none): "you took \(name) with \(Words.count(mine, "point"))"
    default: "you took \(name)"
    }
  }
}
