import CacheEngine
import Screen
import Simulation
import Tutor

/// How much the caches show of who leaves next.
public enum VictimDisplay: Hashable, Sendable {
  /// The next to leave is marked.
  case marked
  /// Somebody does the policy's job: its order and marks are there, its choice is not.
  case unmarked
  /// A question about it is open: the entries stand in the order in which they came.
  case hidden
}

/// Everything that panels are made from: one instant, and what the person has chosen to see of it.
public struct Scene: Sendable {
  /// The world as it is shown, and its counts.
  public var stage: Stage
  /// The latest events, oldest first.
  public var events: [Event]
  /// The same, counted for charts.
  var chart: EventChart
  public var motion: Motion
  /// Microseconds on the clock of the screen.
  public var clock: Int64
  public var log: [LogPanel.Line]
  public var filter: String
  /// Lines scrolled, by panel.
  public var scroll: [String: Int]
  /// The keys that help on the screen lists.
  public var keys: [LegendEntry]
  /// The line of the listing that the part is about, while nothing acts.
  public var focusLine: Int?
  /// Lines that wait to be put in order; they stand where the program does.
  public var sorting: [String]?
  /// How much of the policy's choice is shown, where the part asks for it.
  public var victims = VictimDisplay.marked
  /// Whether a crash is about to be typed: what it would cost is lit.
  public var isThreatened = false
  /// Keys whose place the part asks for: a panel must not tell it.
  public var asked: Set<String> = []
  /// The names of the lanes, the live one first; none while there is only one.
  public var lanes: [String]
  /// Whether the terminal is wide enough for lanes side by side.
  public var isRoomy = false
  /// Requests that are moved by hand.
  public var hands: [HandTrack.Hand] = []
  /// What requests met in each lane.
  public var history = LaneHistory()
  /// The curve of what was read, as far as somebody looks at it.
  var curve: CurvePanel?
  /// Whether a question is open: what was measured may be its answer.
  public var isAsking = false

  /// - Parameter chart: the events, counted, by whoever draws often and has counted them before.
  init(
    stage: Stage, events: [Event] = [], chart: EventChart? = nil, motion: Motion = Motion(),
    clock: Int64? = nil, log: [LogPanel.Line] = [], filter: String = "",
    scroll: [String: Int] = [:], keys: [LegendEntry] = [], lanes: [String] = [],
    focusLine: Int? = nil, sorting: [String]? = nil
  ) {
    self.stage = stage
    self.events = events
    self.chart = chart ?? EventChart(events)
    self.motion = motion
    self.clock = clock ?? stage.world.clock
    self.log = log
    self.filter = filter
    self.scroll = scroll
    self.keys = keys
    self.lanes = lanes
    self.focusLine = focusLine
    self.sorting = sorting
  }

  public var world: World { stage.world }

  /// A symbol as text; nothing for none.
  func text(_ symbol: Symbol) -> String {
    symbol == .none ? "" : world.symbols.text(of: symbol)
  }

  func condition(of node: CacheNode) -> NodeCondition {
    switch node.state {
    case .crashed: .crashed
    case .cut: .cut
    case .up: node.isMember ? .up : .gone
    }
  }

  /// The index of the node that owns a key.
  func owner(of key: Symbol) -> Int? {
    let members = world.placement.members
    if members.count == 1 { return members[0].id }
    return world.placement.owner(of: world.circlePoint(of: key))
  }

  /// Whether an entry has a value that the database is still to get.
  ///
  /// It is promised by the queue, or by a writer on the way there, and differs from the row because
  /// it is newer.
  func isPromised(_ key: Symbol, _ value: Symbol, on node: CacheNode) -> Bool {
    if node.queue.promises(key, value) { return true }
    guard isWatchable else { return false }
    let writers = world.runningRequests.filter { $0.kind == .write && $0.key == key }
    return writers.contains { writer in
      events.last { $0.kind == .requested && $0.request == writer.id }?.value == value
    }
  }

  /// Whether requests are on their way, and so few that one of them can be looked for.
  var isWatchable: Bool { (1...Scene.requestLimit).contains(world.inFlight) }

  private static let requestLimit = 200

  /// The node that acted last.
  var lastNode: NodeID? { events.last { $0.node >= 0 }?.node }

  /// Who leaves next, where a full cache may tell it.
  func victim(on node: CacheNode) -> Symbol? {
    let cache = node.cache
    guard victims == .marked, cache.count >= cache.capacity, cache.count <= Scene.previewLimit
    else { return nil }
    return cache.nextVictim(now: world.now)?.key
  }

  /// Entries up to which the policy is asked who would leave.
  private static let previewLimit = 20_000

  /// The key that the last request was about.
  var focusKey: Symbol? {
    events.suffix(512).last { $0.request != 0 && $0.key != .none && $0.kind != .lockTaken }?.key
  }

  /// What the lane is called.
  func laneName(_ index: Int) -> String {
    lanes.indices.contains(index) ? lanes[index] : "lane \(index + 1)"
  }

  /// Every lane as a scene of its own, the live one first; one when there are no lanes.
  var laneScenes: [Scene] {
    let rivals = stage.rivals.enumerated().map { index, rival in
      var scene = self
      scene.stage = rival
      scene.events = []
      scene.chart = EventChart()
      scene.motion = motion[index + 1]
      return scene
    }
    return [self] + rivals
  }

  /// The instant that is shown, between two ticks too.
  var instant: Tick { world.epoch.advanced(by: clock) }
}
