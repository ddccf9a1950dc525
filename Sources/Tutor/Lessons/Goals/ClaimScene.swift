import CacheEngine
import Simulation

/// What a claim is judged by: the stage, and how much of it one word may see.
///
/// A word sees one lane, one stretch of events and its own arguments; it never sees what was typed.
public struct ClaimScene: Sendable {
  public let stage: Stage
  public let scope: Claim.Scope
  /// The phase that counts in place of the scope.
  public var phase: String?
  public let arguments: [String]

  /// The counts of the stretch.
  public var tally: Tally {
    phase.flatMap { stage.tally(ofPhase: $0) } ?? stage.tally(over: scope)
  }

  var world: World { stage.world }

  /// The events of the stretch, as far back as the log goes.
  var events: Slice<EventLog> {
    guard let phase, let index = stage.phases.lastIndex(where: { $0.name == phase }) else {
      return stage.log.suffix(tally.eventCount)
    }
    let later = stage.phases[(index + 1)...].reduce(0) { $0 + $1.tally.eventCount }
    return stage.log.dropLast(later).suffix(tally.eventCount)
  }

  /// The first argument; words without any never ask.
  var argument: String { arguments.first ?? "" }

  /// The symbol of the first argument; nil when the world has never heard of it.
  var key: Symbol? { world.symbols.find(argument) }

  func text(of symbol: Symbol) -> String {
    symbol == .none ? "nothing" : world.symbols.text(of: symbol)
  }

  /// The index of the node where a request would look for the key.
  func owner(of key: Symbol) -> Int? { owner(of: key, in: world) }

  /// The same in another world, which may know more keys.
  func owner(of key: Symbol, in world: World) -> Int? {
    let members = world.placement.members
    if members.count == 1 { return members[0].id }
    return members.isEmpty ? nil : world.placement.owner(of: world.circlePoint(of: key))
  }

  /// The entry that a request would find on the key's own node, dead entries included.
  ///
  /// Copies that lie on other nodes do not count: nobody asks for them there.
  func entry(of key: Symbol) -> Entry? {
    owner(of: key).flatMap { world.nodes[$0].cache.peekStale(key) }
  }

  /// The same, as long as its time to live is not over.
  func freshEntry(of key: Symbol) -> Entry? {
    entry(of: key).flatMap { $0.expiresAt > world.now ? $0 : nil }
  }

  /// The keys that the argument names: itself, or all known ones with the text before a `*`.
  var keys: [Symbol] {
    guard argument.hasSuffix("*") else { return key.map { [$0] } ?? [] }
    let start = argument.dropLast()
    return world.knownKeys.filter { world.symbols.text(of: $0).hasPrefix(start) }
  }

  /// The same, or numbered ones such as `city:1..12`.
  var rangeOfKeys: [Symbol] {
    guard let dots = argument.firstRange(of: ".."),
      let first = Int(argument[..<dots.lowerBound].reversed().prefix { $0.isNumber }.reversedText),
      let last = Int(argument[dots.upperBound...]), first <= last, last - first < 10_000
    else { return keys }
    let prefix = argument[..<dots.lowerBound].dropLast("\(first)".count)
    return (first...last).compactMap { world.symbols.find("\(prefix)\($0)") }
  }
}

extension Sequence<Character> {
  /// The characters the other way round.
  fileprivate var reversedText: String { String(reversed()) }
}
