import CacheEngine

// What a snapshot costs.
//
// A copy of a world shares its memory until one of the two changes; in the end it may share
// nothing. Whoever keeps many copies wants to know the worst, often and at once: so the large
// arrays are counted, the small ones guessed, and none is walked through.

extension World {
  /// About how many bytes a copy of this world takes that shares nothing with it.
  ///
  /// O(nodes).
  public var byteEstimate: Int {
    let caches = nodes.reduce(0) { $0 + $1.cache.byteEstimate + World.bytes(of: $1.queue) }
    let rows = database.rowCount * (MemoryLayout<Row>.stride + MemoryLayout<Symbol>.stride)
    let running =
      requests.count * (MemoryLayout<Request>.stride + MemoryLayout<Machine>.stride)
      + requests.count * World.bytesOfMachine + database.queries.count * MemoryLayout<Query>.stride
    let planned = (agenda.count + inFlight) * MemoryLayout<Activation>.stride
    // One item for every time to live, and as many that are void by now.
    let watched = entryCount * 2 * MemoryLayout<ExpiryWatch.Item>.stride
    let index = symbols.count * (MemoryLayout<UInt32>.stride + MemoryLayout<UInt64>.stride)
    let ring = placement.members.count * vnodes * World.bytesOfPoint
    return symbols.byteCount + caches + rows + running + planned + watched + index + ring
      + programs.count * World.bytesOfProgram + World.bytesOfTheRest
  }

  /// How many keys, values, rows and entries there are: what changing a rule walks through.
  public var thingCount: Int { symbols.count + database.rowCount + entryCount }

  /// Gives back the memory in which events were handed out: a copy that only waits needs none.
  public mutating func giveBackMemory() {
    events = []
    for index in nodes.indices { nodes[index].cache.changes = [] }
  }

  private var entryCount: Int { nodes.reduce(0) { $0 + $1.cache.count } }

  private static func bytes(of queue: WriteQueue) -> Int {
    (queue.waiting.count + queue.travelling.count) * MemoryLayout<QueuedWrite>.stride
  }

  /// Registers and callers of a machine that has run a listing of the usual length.
  private static let bytesOfMachine = 1_024
  /// A point of the ring, with its owner.
  private static let bytesOfPoint = 16
  /// A program of the usual length; copies of a world share their programs.
  private static let bytesOfProgram = 64
  private static let bytesOfTheRest = 8_192
}
