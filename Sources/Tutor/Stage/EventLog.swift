import Simulation

// The log in blocks.
//
// Every command leaves a stage behind that can be gone back to, and each holds its log. So the log
// is kept in blocks that copies share: a copy that grows makes its last block anew, nothing else.

/// The latest events in order, the oldest forgotten beyond a limit.
public struct EventLog: RandomAccessCollection, Sendable {
  /// How many events are kept at least; a block more at most.
  public static let limit = 40_000
  /// Small, for while a screen shows the log it shares the last block, and every frame begins
  /// another.
  private static let blockSize = 256

  /// All but the last one are full.
  private var blocks: [[Event]] = []
  /// How many events came before the first one that is kept.
  public private(set) var forgotten = 0

  public init() {}

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    blocks.isEmpty ? 0 : (blocks.count - 1) * EventLog.blockSize + blocks[blocks.count - 1].count
  }

  /// O(1).
  public subscript(position: Int) -> Event {
    blocks[position / EventLog.blockSize][position % EventLog.blockSize]
  }

  /// About how many bytes hold what was told after the first `known` events; older blocks are
  /// shared with whoever knows them.
  func bytes(since known: Int) -> Int {
    let new = Swift.min(count, Swift.max(0, forgotten + count - known))
    let shared = blocks.count * MemoryLayout<[Event]>.stride
    return (new + EventLog.blockSize) * MemoryLayout<Event>.stride + shared
  }

  mutating func append(_ new: [Event]) {
    var rest = new[...]
    while !rest.isEmpty {
      if blocks.last.map({ $0.count == EventLog.blockSize }) ?? true { blocks.append([]) }
      let part = rest.prefix(EventLog.blockSize - blocks[blocks.count - 1].count)
      blocks[blocks.count - 1].append(contentsOf: part)
      rest = rest.dropFirst(part.count)
    }
    let surplus = (count - EventLog.limit) / EventLog.blockSize
    if surplus > 0 {
      blocks.removeFirst(surplus)
      forgotten += surplus * EventLog.blockSize
    }
  }
}
