// Memory that belongs to one policy.
//
// A policy is a value: its copy must not notice what becomes of the original. Arrays give that for
// nothing, by asking before every write whether anybody else uses the same memory and copying it
// if so. The question takes about two nanoseconds. A request to a policy takes five, and writes
// several times.
//
// So the batch driver, which asks nobody else and copies nothing while it runs, borrows: before a
// trace it takes the elements out into memory that is the policy's alone, and after it puts them
// back.
//
//     a world, a server         elements (shared until written to)   every write asks
//     a batch         borrow ──▶ lent (one owner)                    no write asks
//                     giveBack ◀──
//
// While it is lent a block must not be copied, for both copies would write to the same memory.
// Only the driver lends, and it never lets a policy out of its hands.

/// Elements of a fixed kind in one piece of memory; grows at its end.
struct Block<Element: BitwiseCopyable & Sendable>: Sendable {
  private var elements: [Element]
  private nonisolated(unsafe) var lent: UnsafeMutableBufferPointer<Element>?

  init(_ elements: [Element] = []) {
    self.elements = elements
  }

  @inline(__always)
  var count: Int { lent?.count ?? elements.count }

  /// Reading and writing one element.
  @inline(__always)
  subscript(place: Int) -> Element {
    get { reading { $0[place] } }
    set { writing { $0[place] = newValue } }
  }

  /// Reads as often as need be.
  @inline(__always)
  func reading<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    if let lent { return body(UnsafeBufferPointer(lent)) }
    return elements.withUnsafeBufferPointer(body)
  }

  /// Reads and writes as often as need be, and asks at most once.
  @inline(__always)
  mutating func writing<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) -> Result
  ) -> Result {
    if let lent { return body(lent) }
    return elements.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Makes room for `count` elements at least; new ones are `blank`.
  ///
  /// O(1) on average.
  @inline(never)
  mutating func grow(to count: Int, blank: Element) {
    guard let old = lent else {
      while elements.count < count { elements.append(blank) }
      return
    }
    let new = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, old.count * 2, 16))
    for place in old.indices { new[place] = old[place] }
    for place in old.count..<new.count { new[place] = blank }
    old.deallocate()
    lent = new
  }

  /// Takes the elements out of the array into memory of this block's own.
  mutating func borrow() {
    precondition(lent == nil, "a block is lent twice")
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    for place in elements.indices { memory[place] = elements[place] }
    elements = []
    lent = memory
  }

  /// Puts the elements back.
  mutating func giveBack() {
    guard let memory = lent else { return }
    elements = Array(memory)
    memory.deallocate()
    lent = nil
  }
}
