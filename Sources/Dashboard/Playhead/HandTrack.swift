import CacheEngine
import Simulation

// Requests that are moved by hand are looked at until the race is over and somebody does something
// else: the moment of truth is when the last of them has answered, and then the world has forgotten
// all of them.

/// The requests that are moved by hand, and those that were a moment ago.
public struct HandTrack: Hashable, Sendable {
  /// One of them.
  public struct Hand: Hashable, Sendable {
    /// Its letter as a number: 0 for A, 1 for B.
    public var index: Int
    public var request: RequestID
    public var isWrite: Bool
    public var key: Symbol
    /// What it writes; `Symbol.none` for a read.
    public var value = Symbol.none
    /// The line that it stands before; nil when it is over.
    public var line: Int?
    /// Whether it runs the listing that is on the screen.
    public var runsCurrentListing = true
    /// How it ended: answered or failed.
    public var ending: EventKind?
  }

  public private(set) var hands: [Hand] = []

  public init() {}

  /// A line is applied: who is over is forgotten, unless the line goes on with the others.
  mutating func begin(_ text: String) {
    let word = text.prefix { $0 != " " }.lowercased()
    if word == "step" || word == "finish" { return }
    let isNext = word == "begin" && hands.contains { $0.line != nil }
    if !isNext { hands.removeAll { $0.line == nil } }
  }

  /// Looks at where they stand, and at how those ended that stand nowhere.
  mutating func follow(_ world: World, _ events: [Event]) {
    let held = world.handHeld
    guard !held.isEmpty || !hands.isEmpty else { return }
    let running = held.isEmpty ? [] : world.runningRequests.filter { $0.hand != nil }
    for request in running {
      guard let index = request.hand else { continue }
      let known = hands.firstIndex { $0.request == request.id }
      if known == nil { hands.removeAll { $0.index == index } }
      var hand =
        known.map { hands[$0] }
        ?? Hand(
          index: index, request: request.id, isWrite: request.kind == .write, key: request.key)
      hand.line = request.line
      hand.runsCurrentListing = request.runsCurrentListing
      if let known { hands[known] = hand } else { hands.append(hand) }
    }
    for index in hands.indices {
      let hand = hands[index]
      let own = events.filter { $0.request == hand.request }
      if let asked = own.first(where: { $0.kind == .requested }) {
        hands[index].value = asked.value
      }
      guard !running.contains(where: { $0.id == hand.request }) else { continue }
      hands[index].line = nil
      guard let end = own.last(where: { $0.kind == .answered || $0.kind == .failed }) else {
        continue
      }
      hands[index].ending = end.kind
    }
    hands.sort { $0.index < $1.index }
  }
}
