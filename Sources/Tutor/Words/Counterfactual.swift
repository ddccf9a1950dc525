import CacheEngine
import Simulation

/// What would have made the last look at a key end otherwise, each found by running the part again
/// on a copy with one rule changed.
struct Counterfactual {
  /// How many larger caches are tried.
  static let triesLimit = 24

  private(set) var sentences: [String] = []
  private let rerun: PartRerun
  private let history: KeyHistory
  private let stage: Stage

  init(_ history: KeyHistory, in tutor: Tutor, lane: Int = 0) {
    rerun = PartRerun(of: tutor, lane: lane)
    stage = tutor.stage.lanes[lane]
    self.history = history
    guard let look = history.look, look.kind == .miss || look.kind == .hit,
      let symbol = history.symbol, rerun.isCheap
    else { return }
    let name = stage.world.symbols.bytes(of: symbol)
    let number = history.events.count { Counterfactual.isLook($0) }
    guard outcome(of: number, name, { _ in }) == look.kind else { return }
    switch (look.kind, look.reason) {
    case (.hit, _): tryWithout(number, name)
    case (_, .expired): tryLongerLives(look, number, name)
    case (_, .absent) where wasEvicted(before: look): tryRoom(number, name)
    default: break
    }
  }

  /// A look by a request; what a person looks up by hand is no look.
  private static func isLook(_ event: Event) -> Bool {
    [.hit, .miss, .staleServed].contains(event.kind) && event.request != 0
  }

  private func wasEvicted(before look: Event) -> Bool {
    history.events.last { $0.tick <= look.tick && [.filled, .evicted].contains($0.kind) }?.kind
      == .evicted
  }

  // MARK: rules that could have been different

  private mutating func tryRoom(_ number: Int, _ name: [UInt8]) {
    var ways: [String] = []
    if let room = enoughRoom(number, name) { ways.append(room) }
    let better = policies { outcome(of: number, name, without: "policy", $0) == .hit }
    if !better.isEmpty { ways.append("under " + Words.some(better, last: "or")) }
    guard !ways.isEmpty else { return }
    sentences.append("it would have been a hit " + ways.joined(separator: ", or "))
  }

  /// `with capacity ≥ 10`: every larger cache up to one that holds all keys has been tried.
  private func enoughRoom(_ number: Int, _ name: [UInt8]) -> String? {
    let capacity = stage.world.capacity
    func isHit(_ places: Int) -> Bool {
      outcome(of: number, name, without: "capacity") { $0.setCapacity(places) } == .hit
    }
    let tried = (capacity + 1)...(capacity + Counterfactual.triesLimit)
    guard let enough = tried.first(where: isHit) else { return nil }
    // Once every key has a place, more of them change nothing.
    let all = stage.world.knownKeys.count
    let isMore =
      all <= tried.upperBound
      && (enough...max(enough, all)).dropFirst().allSatisfy(isHit)
    return "with capacity \(isMore ? "≥ " : "")\(enough)"
  }

  /// What would have cost the hit.
  private mutating func tryWithout(_ number: Int, _ name: [UInt8]) {
    var ways: [String] = []
    let capacity = stage.world.capacity
    if capacity > 1, capacity <= Counterfactual.triesLimit {
      let less = (1..<capacity).last { places in
        outcome(of: number, name, without: "capacity") { $0.setCapacity(places) } == .miss
      }
      if let less { ways.append("with capacity \(less)") }
    }
    let worse = policies { outcome(of: number, name, without: "policy", $0) == .miss }
    if !worse.isEmpty { ways.append("under " + Words.some(worse, last: "or")) }
    guard !ways.isEmpty else { return }
    sentences.append("it would have been a miss " + ways.joined(separator: ", or "))
  }

  /// The other policies under which something holds.
  private func policies(where holds: ((inout World) -> Void) -> Bool) -> [String] {
    rerun.rivals(of: stage.world.policy).filter { name in holds { try? $0.setPolicy(name) } }
  }

  private mutating func tryLongerLives(_ look: Event, _ number: Int, _ name: [UInt8]) {
    guard !rerun.changes("ttl"), !rerun.changes("pattern"), !rerun.changes("guard"),
      let filled = history.events.last(where: { $0.kind == .filled && $0.tick <= look.tick })
    else { return }
    let seconds = look.tick.ticks(since: filled.tick) / 1_000_000 + 1
    let outcome = outcome(of: number, name) { world in
      try? world.setPatternOption("ttl", to: "\(seconds)s")
    }
    if outcome == .hit {
      sentences.append(
        "it would have been a hit with a ttl of \(Words.duration(seconds * 1_000_000))")
    }
  }

  // MARK: running it again

  /// What the n-th look at a key meets when the part is run again under another rule.
  private func outcome(
    of number: Int, _ name: [UInt8], without command: String? = nil,
    _ change: (inout World) -> Void
  ) -> EventKind? {
    var looks = 0
    var kind: EventKind?
    rerun.run(changing: change, leavingOut: command) { events, world in
      for event in events where Counterfactual.isLook(event) {
        guard world.symbols.find(name) == event.key else { continue }
        looks += 1
        if looks == number {
          kind = event.kind
          return true
        }
      }
      return false
    }
    return kind
  }
}
