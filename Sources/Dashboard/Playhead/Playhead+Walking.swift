import CacheEngine
import Simulation
import Tutor

extension Playhead {
  /// What the playhead would show next.
  enum Next {
    case line(String)
    case tick(Tick)
    /// The line is over; its clock may still go on to an end.
    case end(Tick?)
    case nothing
  }

  func next(_ tutor: Tutor) -> Next {
    guard let line else { return nextBetweenLines(tutor) }
    let left = goesOn(line, tutor) ? shown.world.nextActivation : nil
    guard let tick = [left, rivalTick].compactMap({ $0 }).min() else {
      return .end(line.watch.end.map { min($0, lineEnd(tutor)) })
    }
    return .tick(tick)
  }

  /// When something happens next in another lane; nil without one, or when all are through.
  private var rivalTick: Tick? {
    guard let watches = line?.rivalWatches else { return nil }
    return zip(shown.rivals, watches).compactMap { rival, watch in
      Playhead.next(in: rival.world, watch)
    }.min()
  }

  private static func next(in world: World, _ watch: RunWatch) -> Tick? {
    guard !watch.isOver(world), watch.mayActivate(world) else { return nil }
    return world.nextActivation
  }

  /// The other lanes catch up with a tick.
  ///
  /// - Returns: what happened in each.
  private mutating func performRivals(_ tick: Tick) -> [[Event]] {
    guard !shown.rivals.isEmpty else { return [] }
    var watches = line?.rivalWatches ?? []
    var events: [[Event]] = []
    shown.changeRivals { index, rival in
      if line == nil {
        // Between two lines time passes by itself, for everybody alike.
        rival.world.run(until: tick)
      } else if watches.indices.contains(index) {
        while let next = Playhead.next(in: rival.world, watches[index]), next <= tick {
          let known = rival.world.events.count
          rival.world.activate()
          watches[index].see(rival.world, from: known)
        }
      }
      events.append(rival.takeShown())
    }
    line?.rivalWatches = watches
    return events
  }

  /// Between two lines time may have passed by itself, with traffic in it.
  private func nextBetweenLines(_ tutor: Tutor) -> Next {
    let lines = tutor.timeline.moments
    let hasLine = lines.indices.contains(moments)
    let limit = Playhead.activationLimit(moments, tutor)
    if shown.world.activations < limit, let tick = shown.world.nextActivation {
      return .tick(tick)
    }
    let end = lineEnd(tutor)
    if shown.world.now < end { return .end(end) }
    return hasLine ? .line(lines[moments].line) : .nothing
  }

  /// So many activations the world has had when the next line is applied, or has had by now.
  private static func activationLimit(_ moments: Int, _ tutor: Tutor) -> Int {
    let lines = tutor.timeline.moments
    return lines.indices.contains(moments)
      ? lines[moments].activations : tutor.stage.world.activations
  }

  /// A line ends where its watch says, and never beyond the place where the next line was applied.
  private func goesOn(_ line: PlayedLine, _ tutor: Tutor) -> Bool {
    shown.world.activations < Playhead.activationLimit(moments, tutor) && line.goesOn(shown.world)
  }

  /// The instant at which the next line was applied; the present for the last line.
  private func lineEnd(_ tutor: Tutor) -> Tick {
    let lines = tutor.timeline.moments
    guard lines.indices.contains(moments) else { return tutor.stage.world.now }
    return shown.world.epoch.advanced(by: lines[moments].position.tick.microseconds)
  }

  /// Applies the next line; the line knows the lesson's stops that this has met.
  mutating func begin(_ text: String, _ tutor: Tutor) -> Beat {
    leaveFootprint(isLine: true)
    shown.beginShowing()
    let rules = ShownRules(shown.world)
    let lines = tutor.timeline.moments
    let actor = lines.indices.contains(moments) ? lines[moments].actor : .learner
    let stops = stops(tutor, at: shown.world)
    // What makes lanes is not itself sent to them.
    let makesLanes = tutor.beginLanes(text, on: &shown)
    let condition =
      makesLanes ? .nothing : tutor.begin(text, in: &shown.world, by: actor) ?? .nothing
    let watch = RunWatch(condition, world: shown.world)
    var rivalWatches: [RunWatch] = []
    var rivalEvents: [[Event]] = []
    shown.changeRivals { _, rival in
      let condition = makesLanes ? .nothing : tutor.begin(text, in: &rival.world) ?? .nothing
      rivalWatches.append(RunWatch(condition, world: rival.world))
      rivalEvents.append(rival.takeShown())
    }
    line = PlayedLine(
      text: text, index: moments, watch: watch, rivalWatches: rivalWatches,
      stops: stops)
    let candidates = line?.meetAtOnce(shown.world) ?? []
    moments += 1
    let events = shown.takeShown()
    let met = line?.keep(candidates, trueOn: shown) ?? []
    for stop in met { heard.insert(stop.index) }
    line?.metAtOnce = met
    let now = ShownRules(shown.world)
    var beat = Beat(
      tick: shown.world.now, events: events,
      lines: linesByHand(events).union(now.newLines(since: rules)))
    beat.changes = now.changes(since: rules)
    beat.rivals = rivalEvents
    beat.begins = text
    hands.begin(text)
    beat.before = eventCount
    count(beat)
    return beat
  }

  /// Does everything that is due at one tick, as far as the line runs.
  ///
  /// - Parameter isSeen: whether it is shown; the lines that act are looked for only then.
  /// - Returns: what happened, and the lesson's stops that were met.
  mutating func perform(
    _ tick: Tick, _ tutor: Tutor, isSeen: Bool = true
  ) -> (beat: Beat, met: [PlayedLine.Stop]) {
    let before = isSeen ? Playhead.standingLines(in: shown.world) : []
    let limit = Playhead.activationLimit(moments, tutor)
    // A beat that asked the playhead itself would copy all of it, for every activation.
    while shown.world.nextActivation == tick, shown.world.activations < limit,
      line?.goesOn(shown.world) ?? true
    {
      let known = shown.world.events.count
      guard shown.world.activate() else { break }
      line?.watch.see(shown.world, from: known)
    }
    let rivals = performRivals(tick)
    let candidates = line?.meet(shown.world) ?? []
    let events = shown.takeShown()
    let met = line?.keep(candidates, trueOn: shown) ?? []
    for stop in met { heard.insert(stop.index) }
    shown.compareShown()
    var beat = Beat(
      tick: shown.world.now, events: events,
      lines: isSeen ? actingLines(events, before: before) : [])
    beat.rivals = rivals
    beat.isByHand = !hands.hands.isEmpty
    beat.before = eventCount
    count(beat)
    return (beat, met)
  }

  /// The line is over: the clock goes on to its end.
  mutating func endLine(at end: Tick?) -> Beat {
    if let end, end > shown.world.now { shown.world.run(until: end) }
    let watches = line?.rivalWatches ?? []
    var rivals: [[Event]] = []
    shown.changeRivals { index, rival in
      if watches.indices.contains(index), let end = watches[index].end, end > rival.world.now {
        rival.world.run(until: end)
      }
      rivals.append(rival.takeShown())
    }
    var beat = Beat(tick: shown.world.now, events: shown.takeShown(), lines: [])
    beat.rivals = rivals
    beat.ends = line?.text
    beat.endsMoment = line?.index
    beat.before = eventCount
    count(beat)
    line = nil
    return beat
  }

  private mutating func count(_ beat: Beat) {
    remember(beat.events)
    hands.follow(shown.world, beat.events)
    history.add(beat, in: shown)
    guard beat.isEventful else { return }
    beats += 1
    self.beat = beat
    if beats % Playhead.footprintDistance == 0, isFarFromFootprint {
      leaveFootprint(isLine: false)
    }
  }

  /// Whether nobody is on the way, so that time may be jumped over.
  ///
  /// Who is moved by hand stands still until somebody moves them.
  var isIdle: Bool {
    let held = shown.world.handHeld
    if shown.rivals.contains(where: { $0.world.inFlight > 0 }) { return false }
    // Writers before a full queue stand still too.
    guard shown.world.inFlight > held.count + shown.world.blockedWriters else {
      return !held.contains { shown.world.isMovingByHand($0) }
    }
    return false
  }

  // MARK: lines that act

  /// With more requests than this the lines that act are not looked for.
  private static let requestLimit = 2_000

  private static func standingLines(in world: World) -> [(request: RequestID, line: Int)] {
    world.inFlight <= requestLimit ? world.standingRequests : []
  }

  /// The call that a cache verb, typed by hand, does in place of the listing.
  private static let calls: [EventKind: String] = [
    .hit: "cache.get(", .miss: "cache.get(", .filled: "cache.set(", .deleted: "cache.delete(",
  ]

  /// The line that does a call, from 1; nil when the listing has no such call.
  static func line(of call: String, in listing: [String]) -> Int? {
    listing.firstIndex { $0.contains(call) }.map { $0 + 1 }
  }

  /// The lines that cache verbs play, which somebody typed by hand.
  private func linesByHand(_ events: [Event]) -> Set<Int> {
    guard events.contains(where: { $0.request == 0 && $0.actor == .learner }) else { return [] }
    let listing = shown.world.pattern.lines
    return Set(
      events.compactMap { event in
        guard event.request == 0, event.actor == .learner, let call = Playhead.calls[event.kind]
        else { return nil }
        return Playhead.line(of: call, in: listing)
      })
  }

  /// What a request does as it arrives at a line, and not when it leaves it.
  private static let arrivals: Set<EventKind> = [
    .loadStarted, .queued, .workStarted, .slept, .markedDirty, .waiterJoined, .writerWaits,
  ]

  /// A request acts on the line on which it stood; one that was answered, on a `return` after it.
  private func actingLines(
    _ events: [Event], before: [(request: RequestID, line: Int)]
  ) -> Set<Int> {
    guard !events.isEmpty else { return [] }
    let listing = shown.world.pattern.lines
    let before = Dictionary(before) { first, _ in first }
    let hasArrivals = events.contains { Playhead.arrivals.contains($0.kind) }
    let after = Dictionary(hasArrivals ? Playhead.standingLines(in: shown.world) : []) { first, _ in
      first
    }
    var lines = linesByHand(events)
    for event in events where event.request != 0 {
      if Playhead.arrivals.contains(event.kind), let line = after[event.request] {
        lines.insert(line)
        continue
      }
      guard let line = before[event.request] else { continue }
      guard event.kind == .answered else {
        lines.insert(line)
        continue
      }
      let rest = listing.indices.dropFirst(line)
      let answer = rest.first { listing[$0].trimmedOfBlanks.hasPrefix("return") }
      let end = rest.first { listing[$0].first.map { $0 != " " } ?? false } ?? listing.count
      lines.insert(answer.map { $0 < end ? $0 + 1 : line } ?? line)
    }
    return lines
  }

  // MARK: where the lesson stops

  /// The lesson's stops, watching from this world on.
  private func stops(_ tutor: Tutor, at world: World) -> [PlayedLine.Stop] {
    guard let run = tutor.run else { return [] }
    return run.step.watches.enumerated().compactMap { index, watch in
      guard !heard.contains(index) else { return nil }
      var copy = world
      guard let condition = tutor.begin("until \(watch.event)", in: &copy) else { return nil }
      return PlayedLine.Stop(
        index: index, caption: watch.caption, pauses: watch.pauses,
        conditions: watch.conditions, watch: RunWatch(condition, world: world))
    }
  }
}

extension String {
  /// Without the blanks at its beginning.
  var trimmedOfBlanks: Substring { self.drop { $0 == " " } }
}
