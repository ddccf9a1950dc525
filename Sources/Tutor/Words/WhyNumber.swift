import CacheEngine
import Simulation

/// Why a number is what it is, and what it would be under other rules.
struct WhyNumber {
  let lines: [String]

  /// - Parameter text: a word of goals that counts something, such as `hits` or `db.loads`.
  init?(_ text: String, in tutor: Tutor, lane: Int) {
    guard let subject = try? Claim.Subject.parse(text), subject.lane == nil,
      [.number, .ratio, .duration].contains(subject.word.kind)
    else { return nil }
    let stage = tutor.stage.lanes[lane]
    let figure = GoalCatalog.figure(of: subject, over: .step, on: stage)
    guard figure.number != nil else {
      lines = ["\(text): \(figure.reason ?? figure.text)"]
      return
    }
    var lines = ["\(text) \(figure.text): \(subject.word.summary), since the part began"]
    if let misses = WhyNumber.misses(stage) { lines.append(misses) }
    lines += WhyNumber.others(subject, figure, tutor, stage, lane)
    self.lines = lines
  }

  // MARK: what it is made of

  /// Every miss has met one of these.
  private static func misses(_ stage: Stage) -> String? {
    var last: [Symbol: EventKind] = [:]
    var counts: [(name: String, count: Int)] = [
      ("asked for the first time", 0), ("evicted before", 0), ("expired", 0), ("removed before", 0),
      ("on its way", 0), ("the node was away", 0),
    ]
    var looks = 0
    for event in stage.log {
      switch event.kind {
      case .filled, .evicted, .deleted: last[event.key] = event.kind
      case .hit where event.request != 0: looks += 1
      case .miss where event.request != 0:
        looks += 1
        let place =
          switch (event.reason, last[event.key]) {
          case (.expired, _): 2
          case (.crashed, _), (.unreachable, _): 5
          case (_, .evicted?): 1
          case (_, .deleted?): 3
          case (_, .filled?): 4
          default: 0
          }
        counts[place].count += 1
        // Whoever misses is filled in a moment: until then it is on its way.
        if last[event.key] == nil { last[event.key] = .filled }
      default: break
      }
    }
    let parts = counts.filter { $0.count > 0 }.map { "\(Words.count($0.count)) \($0.name)" }
    guard looks > 0, !parts.isEmpty else { return nil }
    let total = counts.reduce(0) { $0 + $1.count }
    return "\(Words.count(total)) of \(Words.count(looks, "look")) missed: "
      + parts.joined(separator: ", ")
  }

  // MARK: what it would be

  private static func others(
    _ subject: Claim.Subject, _ figure: ClaimFigure, _ tutor: Tutor, _ stage: Stage, _ lane: Int
  ) -> [String] {
    let rerun = PartRerun(of: tutor, lane: lane)
    guard rerun.isCheap, value(subject, rerun, nil, { _ in })?.number == figure.number else {
      return []
    }
    var outcomes: [(policy: String, text: String)] = []
    for policy in rerun.rivals(of: stage.world.policy) {
      let other = value(subject, rerun, "policy") { try? $0.setPolicy(policy) }
      if let other, other.number != figure.number { outcomes.append((policy, other.text)) }
    }
    var parts = Words.grouped(outcomes)
    let capacity = stage.world.capacity
    for places in [capacity / 2, capacity - 1, capacity + 1, capacity * 2]
    where places > 0 && places != capacity {
      let other = value(subject, rerun, "capacity") { $0.setCapacity(places) }
      if let other, other.number != figure.number {
        parts.append("\(other.text) with capacity \(places)")
      }
    }
    guard !parts.isEmpty else {
      return ["no other policy, and neither half nor twice the capacity, would have changed it"]
    }
    return ["it would be " + parts.joined(separator: ", ")]
  }

  /// The same number when the part is run again under another rule.
  private static func value(
    _ subject: Claim.Subject, _ rerun: PartRerun, _ command: String?,
    _ change: (inout World) -> Void
  ) -> ClaimFigure? {
    var tally = Tally()
    let end = rerun.run(changing: change, leavingOut: command) { events, _ in
      tally.add(events)
      return false
    }
    guard let end else { return nil }
    var stage = Stage(world: end)
    stage.step = tally
    return GoalCatalog.figure(of: subject, over: .step, on: stage)
  }
}
