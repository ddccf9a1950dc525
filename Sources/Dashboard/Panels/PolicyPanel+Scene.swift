import CacheEngine
import Screen
import Simulation
import Tutor

extension PolicyPanel {
  /// Entries of one queue that are looked at; a screen seldom holds more.
  private static let itemLimit = 48

  /// The policies of all lanes; of several nodes that of the one which acted last.
  public init(_ scene: Scene) {
    let scenes = scene.laneScenes
    self.init(
      parts: scenes.enumerated().compactMap { index, lane in
        PolicyPanel.part(lane, name: scenes.count > 1 ? scene.laneName(index) : nil)
      }, isHidden: scene.victims == .hidden)
  }

  private static func part(_ scene: Scene, name: String?) -> Part? {
    let nodes = scene.world.nodes.filter(\.isMember)
    let last = scene.lastNode
    guard let node = nodes.first(where: { $0.id == last }) ?? nodes.first else { return nil }
    let cache = node.cache
    let inspection = cache.inspection(limit: itemLimit)
    let place = Place(scene, node, inspection)
    var rows = PolicyPanel.inOrder(inspection.queues).map { place.row($0) }
    for list in inspection.ghosts { place.insert(list, into: &rows) }
    let figures = inspection.figures.map { "\($0.name) \(Words.number($0.value))" }
    let label = nodes.count > 1 ? "\(cache.policyName), cache \(node.label)" : cache.policyName
    return Part(
      name ?? label, rows: rows,
      figures: figures.isEmpty ? "" : figures.joined(separator: ", ") + " of \(cache.capacity)")
  }

  /// Where strangers come in stands first, whoever gives up somebody next: rows that change places
  /// cannot be followed.
  private static func inOrder(_ queues: [InspectedQueue]) -> [InspectedQueue] {
    let way = ["window", "small", "arrivals", "recent", "high", "probation"]
    let known = way.compactMap { name in queues.first { $0.name == name } }
    return known + queues.filter { !way.contains($0.name) }
  }

  /// What the rows of one cache are made from.
  private struct Place {
    let scene: Scene
    let cache: Cache
    let hand: Slot?
    let victim: Symbol?
    let glows: [Motion.Glow]
    /// What is being asked for just now.
    let asked: [Symbol]

    init(_ scene: Scene, _ node: CacheNode, _ inspection: Inspection) {
      self.scene = scene
      victim = scene.victim(on: node)
      cache = node.cache
      let hasHand = inspection.queues.contains { $0.exit == .hand }
      hand = hasHand ? inspection.hand : nil
      glows = scene.motion.glows.filter { $0.node == node.id }
      let isWatched = !inspection.ghosts.isEmpty && scene.isWatchable
      asked = isWatched ? scene.world.runningRequests.filter { $0.line > 1 }.map(\.key) : []
    }

    /// Who came first stands first.
    func row(_ queue: InspectedQueue) -> Row {
      let entries = queue.exit == .drawn ? queue.entries : queue.entries.reversed()
      let items = entries.compactMap { inspected -> Item? in
        guard let entry = cache.entry(at: inspected.slot) else { return nil }
        return Item(
          scene.text(entry.key), mark: mark(inspected.badge), isVictim: entry.key == victim,
          isUnderHand: inspected.slot == hand, glow: glow(entry.key))
      }
      return Row(queue.name, items, count: queue.count)
    }

    /// The names that a queue has left behind stand below it, if one can tell whose they are.
    func insert(_ list: InspectedGhosts, into rows: inout [Row]) {
      let items = list.keys.map { key in
        Item(scene.text(key), isRegretted: asked.contains(key), glow: glow(key))
      }
      let words = list.name.split(separator: " ")
      let owner = rows.firstIndex { words.count > 1 && $0.name == words[0] }
      let name = owner == nil ? list.name : " " + words.dropFirst().joined(separator: " ")
      let row = Row(name, items, count: list.count, isGhosts: true)
      rows.insert(row, at: owner.map { $0 + 1 } ?? rows.endIndex)
    }

    private func glow(_ key: Symbol) -> Style? {
      switch glows.last(where: { $0.key == key })?.kind {
      case .hit: .hit
      case .filled: .fresh
      case .evicted: .evicted
      default: nil
      }
    }

    private func mark(_ badge: InspectedEntry.Badge) -> String {
      guard scene.victims != .hidden else { return "" }
      switch badge {
      case .none, .ago: return ""
      case .visited: return "*"
      case .count(let count): return "(\(ClockText.grouped(count)))"
      case .idle(let seconds): return "(\(ClockText.grouped(seconds)) s)"
      case .worth(let thousandths): return "(\(Words.number(Double(thousandths) / 1_000)))"
      }
    }
  }
}
