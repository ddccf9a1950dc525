import CacheEngine
import Screen
import Simulation
import Tutor

extension PathPanel {
  /// What happens at one instant.
  public init(_ scene: Scene) {
    let world = scene.world
    let members = world.nodes.filter { $0.isMember || $0.state != .up }
    self.init(
      people: PathPanel.people(scene),
      nodes: members.map {
        Node(
          label: $0.label, index: Int($0.id), state: scene.condition(of: $0), count: $0.cache.count)
      },
      focus: PathPanel.focus(scene, on: scene.focusKey), verdict: PathPanel.verdict(scene),
      database: DatabaseState(
        workers: world.rules.databaseWorkers, busy: world.database.working,
        queue: world.database.queueLength, isUp: world.database.isUp),
      travellers: PathPanel.travellers(scene.motion),
      hasCaches: world.pattern.family != "none")
    database.isChanged = scene.motion.changes.contains(.database)
    isCostChanged = scene.motion.changes.contains(.cost)
    if world.rules.cacheRoundTrip != Rules().cacheRoundTrip || isCostChanged {
      cost = Words.latency(world.rules.cacheRoundTrip)
    }
    guard !scene.stage.rivals.isEmpty else { return }
    lanes = scene.laneScenes.enumerated().map { PathPanel.lane($0, $1, scene) }
    arrivals = scene.history.isInStep ? scene.history.arrivals : 0
    isRoomy = scene.isRoomy
  }

  /// One lane, with the counts since there are lanes.
  private static func lane(_ index: Int, _ lane: Scene, _ scene: Scene) -> Lane {
    let tally = lane.stage.tallySinceLanesBegan
    let world = lane.world
    let key =
      scene.history.lanes.indices.contains(index) ? scene.history.lanes[index].focus : Symbol.none
    return Lane(
      name: scene.laneName(index), asked: tally.answered + tally.failed + world.peopleInFlight,
      hits: tally.hits, loads: tally.loads, failed: tally.failed,
      focus: focus(lane, on: key == .none ? nil : key),
      database: DatabaseState(
        workers: world.rules.databaseWorkers, busy: world.database.working,
        queue: world.database.queueLength, isUp: world.database.isUp),
      nodes: CachePanel(lane).nodes,
      travellers: travellers(lane.motion))
  }

  /// Lets what travels go on to where it is now; all else stays as it was.
  mutating func move(_ motion: Motion) {
    travellers = PathPanel.travellers(motion)
    for index in lanes.indices { lanes[index].travellers = PathPanel.travellers(motion[index]) }
  }

  private static func people(_ scene: Scene) -> People {
    let tally = scene.stage.command
    let waiting = scene.world.peopleInFlight
    let done = tally.answered + tally.failed
    let asked = max(tally[.requested], done + min(waiting, max(0, tally[.requested] - done)))
    let count = asked > 0 || waiting > 0 ? max(asked, done + waiting) : 0
    var people = People()
    if count > 0 {
      people = People(
        asked: count, answered: tally.answered, failed: tally.failed,
        waiting: max(0, count - done), question: count == 1 ? question(scene) : nil)
    }
    people.patience = patience(scene.world.rules)
    people.servers = scene.world.servers
    people.changes = scene.motion.changes
    return people
  }

  /// `450 ms, 3 retries`: what fits beside the arrow.
  private static func patience(_ rules: Rules) -> String? {
    guard let timeout = rules.clientTimeout else { return nil }
    let time = Words.duration(timeout)
    switch (rules.clientRetries, rules.retryScope) {
    case (0, _): return "wait \(time)"
    case (1, .query): return "\(time), 1 retry"
    case (let count, .query): return "\(time), \(count) retries"
    case (1, .read): return "\(time), 1 re-read"
    case (let count, .read): return "\(time), \(count) re-reads"
    }
  }

  private static func question(_ scene: Scene) -> String? {
    guard let event = scene.events.last(where: { $0.kind == .requested }) else { return nil }
    let key = scene.text(event.key)
    return event.value == .none ? "asks \(key)" : "writes \(key)"
  }

  private static func focus(_ scene: Scene, on key: Symbol?) -> Focus? {
    guard let key else { return nil }
    let name = scene.text(key)
    guard let owner = scene.owner(of: key), scene.world.nodes.indices.contains(owner) else {
      return nil
    }
    let node = scene.world.nodes[owner]
    guard let entry = node.cache.peekStale(key) else {
      return Focus(node: owner, key: name, state: .absent)
    }
    guard !entry.hasExpired(at: scene.instant) else {
      return Focus(node: owner, key: name, state: .expired)
    }
    let row = scene.world.database.row(of: key)
    let isDirty = scene.isPromised(key, entry.value, on: node)
    let isStale = !isDirty && row.map { $0.value != entry.value } ?? false
    let left =
      entry.expiresAt == .never
      ? ""
      : ClockText.countdown(
        entry.expiresAt.ticks(since: scene.instant))
    if isDirty { return Focus(node: owner, key: name, state: .dirty) }
    return Focus(node: owner, key: name, state: isStale ? .stale : .fresh, detail: left)
  }

  /// How the only request of a command ended.
  private static func verdict(_ scene: Scene) -> StyledText? {
    guard scene.stage.command[.requested] == 1, scene.world.peopleInFlight == 0 else { return nil }
    let events = scene.events.suffix(512)
    guard let last = events.last(where: { $0.kind == .answered || $0.kind == .failed }) else {
      return nil
    }
    let time = Words.latency(last.number)
    if last.kind == .failed { return StyledText("FAILED \(time)", .bad) }
    let own = events.filter { $0.request == last.request }
    if own.contains(where: { $0.kind == .requested && $0.value != .none }) {
      return StyledText("WRITTEN \(time)", .good)
    }
    switch own.last(where: { [.hit, .miss, .staleServed].contains($0.kind) })?.kind {
    case .hit: return StyledText("HIT \(time)", .hit)
    case .staleServed: return StyledText("OLD VALUE \(time)", .stale)
    case .miss: return StyledText("MISS \(time)", .miss)
    default: return StyledText("ANSWERED \(time)", .good)
    }
  }

  private static func travellers(_ motion: Motion) -> [Traveller] {
    motion.moving.map { moving in
      let age = motion.clock - moving.born
      let progress = Int(min(1_000, max(0, age * 1_000 / Motion.journey)))
      let style: Style =
        switch moving.kind {
        case .answered: .good
        case .failed: .bad
        case .loadStarted, .loaded: .miss
        case .stored: .good
        default: .accent
        }
      return Traveller(
        moving.segment, goesRight: moving.goesRight, count: moving.count, progress: progress,
        style: style)
    }
  }
}
