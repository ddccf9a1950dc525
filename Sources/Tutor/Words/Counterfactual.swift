import CacheEngine
import Simulation

/// What would have made the last miss of a key a hit, each found by running the step again on a
/// copy with one rule changed.
struct Counterfactual {
  /// Steps with more activations than this are not run again: the answer must come at once.
  static let activationLimit = 200_000
  /// How many larger caches are tried.
  static let triesLimit = 24

  private(set) var sentences: [String] = []
  private let tutor: Tutor
  private let history: KeyHistory

  init(_ history: KeyHistory, in tutor: Tutor) {
    self.tutor = tutor
    self.history = history
    guard let look = history.look, look.kind == .miss, let symbol = history.symbol, isCheap else {
      return
    }
    let number = history.events.count { Counterfactual.isLook($0) }
    guard outcome(of: number, symbol, { _ in }) == .miss else { return }
    switch look.reason {
    case .expired: tryLongerLives(look, number, symbol)
    case .absent where wasEvicted(before: look): tryRoom(number, symbol)
    default: break
    }
  }

  /// A look by a request; what a person looks up by hand is no look.
  private static func isLook(_ event: Event) -> Bool {
    [.hit, .miss, .staleServed].contains(event.kind) && event.request != 0
  }

  private var isCheap: Bool {
    let start = tutor.timeline.start
    return tutor.stage.world.activations - start.activations <= Counterfactual.activationLimit
      && tutor.stage.log.forgotten == 0
  }

  private func wasEvicted(before look: Event) -> Bool {
    history.events.last { $0.tick <= look.tick && [.filled, .evicted].contains($0.kind) }?.kind
      == .evicted
  }

  // MARK: rules that could have been different

  private mutating func tryRoom(_ number: Int, _ symbol: Symbol) {
    let capacity = tutor.stage.world.capacity
    if !changes("capacity") {
      let enough = (1...Counterfactual.triesLimit).map { capacity + $0 }.first { places in
        outcome(of: number, symbol) { $0.setCapacity(places) } == .hit
      }
      if let enough { sentences.append("it would have been a hit with capacity \(enough)") }
    }
    guard !changes("policy") else { return }
    let rivals = PolicyCatalog.all.map(\.name).filter { $0 != tutor.stage.world.policy }
    let better = rivals.filter { name in
      outcome(of: number, symbol) { world in try? world.setPolicy(name) } == .hit
    }
    if !better.isEmpty {
      sentences.append("it would have been a hit under " + Words.alternatives(better))
    }
  }

  private mutating func tryLongerLives(_ look: Event, _ number: Int, _ symbol: Symbol) {
    guard !changes("ttl"), !changes("pattern"), !changes("guard"),
      let filled = history.events.last(where: { $0.kind == .filled && $0.tick <= look.tick })
    else { return }
    let seconds = look.tick.ticks(since: filled.tick) / 1_000_000 + 1
    let outcome = outcome(of: number, symbol) { world in
      try? world.setPatternOption("ttl", to: "\(seconds)s")
    }
    if outcome == .hit {
      sentences.append(
        "it would have been a hit with a ttl of \(Words.duration(seconds * 1_000_000))")
    }
  }

  /// Whether the step itself changes this rule: then a change before it proves nothing.
  private func changes(_ command: String) -> Bool {
    tutor.timeline.moments.contains { $0.line.hasPrefix(command + " ") }
  }

  // MARK: running it again

  /// What the n-th look at a key meets when the step is run again under another rule.
  private func outcome(
    of number: Int, _ symbol: Symbol, _ change: (inout World) -> Void
  ) -> EventKind? {
    var world = tutor.timeline.nearest(tutor.timeline.start).world
    world.forgetEvents()
    change(&world)
    var looks = 0
    for moment in tutor.timeline.moments {
      world.forgetEvents()
      guard let condition = tutor.begin(moment.line, in: &world, by: moment.actor) else {
        return nil
      }
      var watch = RunWatch(condition, world: world)
      var seen = 0
      var steps = 0
      while true {
        for event in world.events[seen...] where event.key == symbol {
          guard Counterfactual.isLook(event) else { continue }
          looks += 1
          if looks == number { return event.kind }
        }
        let known = world.events.count
        watch.see(world, from: seen)
        seen = known
        steps += 1
        guard steps < 4 * Counterfactual.activationLimit, !watch.isOver(world),
          watch.mayActivate(world), world.activate()
        else { break }
      }
      if let end = watch.end { world.run(until: end) }
    }
    return nil
  }
}
