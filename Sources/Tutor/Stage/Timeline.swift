import CacheEngine
import Simulation

// The past, to walk in.
//
// A world's history is fixed by where it began and which lines were applied when. So the past is
// not stored event by event: the timeline keeps the lines, and a world now and then; what lies
// between is run again, which gives the same events. Worlds are cheap while they share memory, and
// thinned out as they grow many.

/// One line that was applied, and where.
public struct Moment: Sendable, Hashable {
  /// How many activations the world had done when it was applied.
  public let activations: Int
  /// The world's own clock then.
  let clockBefore: Tick
  public let position: SessionPosition
  public let line: String
  /// Who gave it: the learner, or the lesson's opening.
  public let actor: Actor
}

/// A place in a world's past: so many lines applied, so many activations done, and of the events
/// of the last activation so many shown.
public struct TimelinePlace: Hashable, Sendable, Comparable {
  public var moments: Int
  public var activations: Int

  public init(moments: Int, activations: Int) {
    self.moments = moments
    self.activations = activations
  }

  public static func < (left: TimelinePlace, right: TimelinePlace) -> Bool {
    left.activations == right.activations
      ? left.moments < right.moments : left.activations < right.activations
  }
}

/// The lines since a step began, and worlds on the way.
public struct Timeline: Sendable {
  /// How many worlds are kept, as long as they are small.
  static let worldLimit = 192
  /// How many keys and entries the kept worlds may have in all, each counted in every world:
  /// about half a gigabyte if they share nothing.
  static let sizeLimit = 4_000_000

  public private(set) var moments: [Moment] = []
  /// Worlds before their moment, thinned; the first is where it all began.
  private(set) var worlds: [KeptWorld]

  /// How often it has begun anew: whoever walks it then starts at its beginning.
  public private(set) var generation = 0

  init(world: World) {
    let place = TimelinePlace(moments: 0, activations: world.activations)
    worlds = [KeptWorld(world, at: place)]
  }

  /// Where the timeline begins.
  public var start: TimelinePlace { worlds[0].place }

  /// Everything before this is forgotten.
  mutating func restart(with world: World) {
    let next = generation + 1
    self = Timeline(world: world)
    generation = next
  }

  /// A line is about to be applied to this world.
  mutating func note(_ line: String, before world: World, by actor: Actor = .learner) {
    let place = TimelinePlace(moments: moments.count, activations: world.activations)
    moments.append(
      Moment(
        activations: world.activations, clockBefore: world.now,
        position: SessionPosition(of: world), line: line, actor: actor))
    keep(world, at: place)
  }

  /// Takes back the last line.
  mutating func dropLast() {
    guard !moments.isEmpty else { return }
    moments.removeLast()
    let count = moments.count
    forgetWorlds { $0.moments > count }
  }

  /// Everything after this place is undone: the past goes on from here.
  mutating func cut(after place: TimelinePlace) {
    moments.removeLast(moments.count - place.moments)
    forgetWorlds { $0 > place }
  }

  /// The newest kept world that is not later than `place`.
  func nearest(_ place: TimelinePlace) -> KeptWorld {
    var low = 0
    var high = worlds.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if worlds[middle].place <= place { low = middle } else { high = middle - 1 }
    }
    return worlds[low]
  }

  /// Keeps a world on the way, so that walking near it is quick.
  mutating func keep(_ world: World, at place: TimelinePlace) {
    guard let last = worlds.last, last.place < place else { return }
    worlds.append(KeptWorld(world, at: place))
    let fitting = Timeline.sizeLimit / max(1, world.size)
    if worlds.count > min(Timeline.worldLimit, max(16, fitting)) { thinOut() }
  }

  private mutating func forgetWorlds(where isLater: (TimelinePlace) -> Bool) {
    while worlds.count > 1, let last = worlds.last, isLater(last.place) { worlds.removeLast() }
  }

  /// Of the older three quarters, about every other world goes: the near past stays dense.
  ///
  /// What is left is spread evenly over the work that lies between, so that no place is much
  /// farther from a kept world than any other: a gap is as wide as the even spacing at most, or
  /// as one that nobody kept a world in.
  private mutating func thinOut() {
    let old = worlds.count - worlds.count / 4
    let length = worlds[old - 1].work - worlds[0].work
    let spacing = 4 * length / old
    var kept = [worlds[0]]
    for index in 1..<worlds.count {
      let isDense = index >= old - 1
      let gap = worlds[min(index + 1, worlds.count - 1)].work - kept[kept.count - 1].work
      if isDense || gap > spacing { kept.append(worlds[index]) }
    }
    worlds = kept
  }
}

/// A world to start from; shared, so that a copy of the timeline costs little.
final class KeptWorld: Sendable {
  let place: TimelinePlace
  let world: World

  init(_ world: World, at place: TimelinePlace) {
    self.world = world
    self.place = place
  }

  /// How much was done until here: a line costs as much as a few dozen activations.
  var work: Int { place.activations + 32 * place.moments }
}

extension World {
  /// How many things there are to copy.
  fileprivate var size: Int {
    symbols.count + database.rowCount + nodes.reduce(0) { $0 + $1.cache.count }
  }
}
