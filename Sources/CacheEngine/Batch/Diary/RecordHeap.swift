/// Keys by rank, the least first.
struct RecordHeap {
  struct Node: BitwiseCopyable {
    var rank: UInt64
    var key: Int
  }

  private let nodes: UnsafeMutablePointer<Node>
  private(set) var count = 0

  init(_ run: RunMemory, most: Int) {
    nodes = run.take(most, of: Node(rank: 0, key: 0))
  }

  /// Precondition: it is not empty.
  var first: Node { nodes[0] }

  @inline(never)
  mutating func push(_ node: Node) {
    var place = count
    count += 1
    while place > 0 {
      let parent = (place - 1) / 4
      guard node.rank < nodes[parent].rank else { break }
      nodes[place] = nodes[parent]
      place = parent
    }
    nodes[place] = node
  }

  @inline(never)
  mutating func replaceFirst(_ node: Node) {
    var place = 0
    while true {
      let first = place * 4 + 1
      guard first < count else { break }
      var child = first
      for other in first..<min(first + 4, count) where nodes[other].rank < nodes[child].rank {
        child = other
      }
      guard nodes[child].rank < node.rank else { break }
      nodes[place] = nodes[child]
      place = child
    }
    nodes[place] = node
  }

  mutating func popFirst() -> Node {
    let first = nodes[0]
    count -= 1
    if count > 0 { replaceFirst(nodes[count]) }
    return first
  }
}
