import CacheEngine
import Simulation

// What `log evict key:user:1 node:B` shows.
//
// Kinds are joined by "or", everything else by "and": `log hit miss node:B` is every hit or miss on
// node B. A word that is no kind is looked for in the captions.

/// Which events a log shows.
public struct LogFilter: Hashable, Sendable {
  /// Kinds of events; all when empty.
  public var kinds: [EventKind] = []
  public var key: String?
  public var node: String?
  public var actor: Actor?
  public var request: RequestID?
  /// The words as they were typed.
  public var text = ""

  public init() {}

  /// Reads words; none of them shows everything.
  ///
  /// - Throws: for an unknown kind or actor.
  static func read(_ words: [String]) throws(ArgumentProblem) -> LogFilter {
    var filter = LogFilter()
    filter.text = words.joined(separator: " ")
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      switch (parts[0].lowercased(), parts.count) {
      case ("key", 2): filter.key = parts[1]
      case ("node", 2): filter.node = parts[1]
      case ("request", 2): filter.request = try number(parts[1])
      case ("actor", 2): filter.actor = try actor(parts[1])
      default: filter.kinds += try kinds(word)
      }
    }
    return filter
  }

  private static func number(_ text: String) throws(ArgumentProblem) -> RequestID {
    guard let number = RequestID(text) else { throw .filter("\(text) is no number of a request") }
    return number
  }

  private static func actor(_ text: String) throws(ArgumentProblem) -> Actor {
    guard let actor = Actor.allCases.first(where: { $0.word == text.lowercased() }) else {
      throw .unknown(text, among: Actor.allCases.map(\.word))
    }
    return actor
  }

  /// `evict`, `evicted` and the words of `until`.
  private static func kinds(_ word: String) throws(ArgumentProblem) -> [EventKind] {
    let lower = word.lowercased()
    if let stop = StopWord.all.first(where: { $0.word == lower }) { return stop.kinds }
    let found = EventKind.allCases.filter { $0.word.lowercased() == lower }
    guard found.isEmpty else { return found }
    throw .unknown(word, among: kindWords)
  }

  /// Every word that names a kind, with the words for keys, nodes and actors.
  static let kindWords: [String] = StopWord.words
  /// What may stand before a colon.
  static let fieldWords = ["key:", "node:", "actor:", "request:"]

  /// Whether an event is shown.
  public func admits(_ event: Event, in world: World) -> Bool {
    if !kinds.isEmpty, !kinds.contains(event.kind) { return false }
    if let actor, event.actor != actor { return false }
    if let request, event.request != request { return false }
    if let node {
      guard event.node >= 0, Int(event.node) < world.nodes.count,
        world.nodes[Int(event.node)].label.lowercased() == node.lowercased()
      else { return false }
    }
    if let key { return event.key != .none && world.symbols.text(of: event.key) == key }
    return true
  }
}
