/// A run, and memory for its length: given back all at once, and seen by nobody else.
final class RunMemory {
  /// The key of each request.
  let keys: UnsafePointer<UInt32>
  /// One more than the highest key.
  let universe: Int
  let capacity: Int
  /// Microseconds from one request to the next.
  let pace: Int64
  /// What lots start from.
  let seed: UInt64
  private var blocks: [UnsafeMutableRawPointer] = []

  init(_ keys: UnsafePointer<UInt32>, of trace: BatchTrace, capacity: Int, seed: UInt64) {
    self.keys = keys
    universe = trace.universe
    self.capacity = capacity
    pace = trace.pace
    self.seed = seed
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// `count` elements, each of them `blank`.
  func take<Element: BitwiseCopyable>(
    _ count: Int, of blank: Element
  ) -> UnsafeMutablePointer<Element> {
    let block = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    block.initialize(repeating: blank, count: max(1, count))
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  /// A diary in which nobody stands anywhere.
  func diary() -> Diary {
    Diary(keys: keys, marks: take(universe, of: 0))
  }

  /// The entries that there can be at most.
  var most: Int { min(capacity, universe) }
}
