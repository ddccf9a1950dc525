import CacheEngine
import Simulation

// Lanes, laid beside each other.

extension Stage {
  /// The most lanes that run side by side.
  public static let laneLimit = 4

  /// Every lane, this one first; only itself while there is one.
  public var lanes: [Stage] { [self] + rivals }

  /// Begins to write down what the lanes do, and forgets what they did.
  mutating func beginComparing() {
    divergence = nil
    compared = 0
    record = rivals.isEmpty ? nil : LaneRecord(since: world.now)
    if !rivals.isEmpty { reads = ReadLog() }
    for index in rivals.indices {
      rivals[index].reads = ReadLog()
      rivals[index].record = LaneRecord(since: rivals[index].world.now)
    }
  }

  /// Whether all lanes have been asked for the same keys in the same order.
  public var hasSameRequests: Bool {
    rivals.allSatisfy {
      $0.record?.stream == record?.stream && $0.record?.arrivals == record?.arrivals
    }
  }

  /// Whether they have been asked at the same instants too.
  public var hasSameInstants: Bool {
    rivals.allSatisfy { $0.record?.timedStream == record?.timedStream }
  }

  /// How many requests the lanes have been asked since they began.
  public var comparedRequests: Int { record?.arrivals ?? 0 }

  /// What happened since the lanes began; while there is one lane, since the part did.
  public var tallySinceLanesBegan: Tally { record?.tally ?? step }

  /// The stage with its counts since the lanes began in place of those of the part.
  var sinceLanesBegan: Stage {
    guard let record else { return self }
    var stage = self
    stage.step = record.tally
    return stage
  }

  /// Compares what all lanes have done by now; stops where they part.
  ///
  /// - Parameter worlds: where the names of keys and values are found; the lanes' own without it.
  mutating func compareLanes(with worlds: [World]? = nil) {
    guard divergence == nil, var mine = record, !rivals.isEmpty else { return }
    // Taken out, so that nothing is copied.
    record = nil
    while let next = mine.next, next.isOver {
      let others = rivals.map { $0.record?.next }
      guard others.allSatisfy({ $0?.isOver ?? false }) else { break }
      guard others.allSatisfy({ LaneRecord.Outcome.isSame($0, next) }) else {
        divergence = LaneDivergence(
          outcomes: [next] + others, in: lanes, worlds ?? lanes.map(\.world), before: compared)
        break
      }
      if next.request != 0 { compared += 1 }
      mine.dropNext()
      for index in rivals.indices { rivals[index].record?.dropNext() }
    }
    record = mine
    guard divergence != nil else { return }
    record?.stopComparing()
    for index in rivals.indices { rivals[index].record?.stopComparing() }
  }
}

extension LaneRecord.Outcome {
  fileprivate static func isSame(_ left: Self?, _ right: Self) -> Bool {
    guard let left else { return false }
    return (left.request == 0) == (right.request == 0) && left.hash == right.hash
  }
}

extension LaneDivergence {
  /// - Parameter before: how many requests were the same.
  fileprivate init(
    outcomes: [LaneRecord.Outcome?], in lanes: [Stage], _ worlds: [World], before: Int
  ) {
    let first = outcomes.compactMap { $0 }.first
    let isByHand = first?.request == 0
    let world = worlds[0]
    number = isByHand ? nil : before + 1
    key = first.map { world.text($0.key) } ?? ""
    isWrite = first?.isWrite ?? false
    clock = first?.startedAt.ticks(since: world.epoch) ?? world.clock
    let values = zip(worlds, outcomes).map { world, outcome in
      outcome.map { world.text($0.value) }
    }
    let isOther = values.contains { $0 != values[0] }
    self.outcomes = zip(lanes, outcomes).enumerated().map { index, pair in
      Outcome(
        lane: pair.0.laneName.isEmpty ? "lane \(index + 1)" : pair.0.laneName,
        text: pair.1?.text(in: worlds[index], tellsValue: isOther) ?? "nothing of the kind")
    }
  }
}
