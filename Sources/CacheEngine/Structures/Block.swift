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
  /// Said by itself: it does not change during a batch, whatever becomes of the memory, so its
  /// loop is made for memory that is lent, without asking.
  private var isLent = false
  private nonisolated(unsafe) var lent: UnsafeMutablePointer<Element>?
  private var lentCount = 0

  init(_ elements: [Element] = []) {
    self.elements = elements
  }

  @inline(__always)
  var count: Int { isLent ? lentCount : elements.count }

  /// Reading and writing one element.
  ///
  /// To change a part of one takes both: a way to lend out the place itself, from either memory,
  /// would not become part of a loop and ask for memory each time.
  @inline(__always)
  subscript(place: Int) -> Element {
    get { reading { $0[place] } }
    set { writing { $0[place] = newValue } }
  }

  /// Reads as often as need be.
  @inline(__always)
  func reading<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    if isLent { return body(UnsafeBufferPointer(start: lent, count: lentCount)) }
    return elements.withUnsafeBufferPointer(body)
  }

  /// Reads and writes as often as need be, and asks at most once.
  @inline(__always)
  mutating func writing<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) -> Result
  ) -> Result {
    if isLent { return body(UnsafeMutableBufferPointer(start: lent, count: lentCount)) }
    return elements.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Makes room for `count` elements at least; new ones are `blank`.
  ///
  /// O(1) on average.
  @inline(__always)
  mutating func grow(to count: Int, blank: Element) {
    if isLent {
      let larger = max(count, lentCount * 2, 16)
      lent = Block.grown(lent, from: lentCount, to: larger, blank)
      lentCount = larger
    } else {
      // Out of this block for the moment, so that the array has one owner and is not copied.
      let old = elements
      elements = []
      elements = Block.grown(old, to: count, blank)
    }
  }

  // These are given values and not the block itself: whoever uses a block in a loop may then keep
  // it in registers.

  @inline(never)
  private static func grown(
    _ elements: consuming [Element], to count: Int, _ blank: Element
  ) -> [Element] {
    var elements = elements
    while elements.count < count { elements.append(blank) }
    return elements
  }

  @inline(never)
  private static func grown(
    _ old: UnsafeMutablePointer<Element>?, from oldCount: Int, to count: Int, _ blank: Element
  ) -> UnsafeMutablePointer<Element> {
    let new = allocate(count)
    if let old { new.initialize(from: old, count: oldCount) }
    (new + oldCount).initialize(repeating: blank, count: count - oldCount)
    UnsafeMutableRawPointer(old)?.deallocate()
    return new
  }

  /// From the beginning of a line of the processor's memory on, so that elements which are looked
  /// at together lie in as few lines as can be.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: count)
  }

  /// Takes the elements out of the array into memory of this block's own.
  @inline(__always)
  mutating func borrow() {
    precondition(!isLent, "a block is lent twice")
    let memory = Block.allocate(elements.count)
    for place in elements.indices { memory[place] = elements[place] }
    lentCount = elements.count
    elements = []
    lent = memory
    isLent = true
  }

  /// Puts the elements back.
  mutating func giveBack() {
    guard isLent else { return }
    elements = Array(UnsafeBufferPointer(start: lent, count: lentCount))
    UnsafeMutableRawPointer(lent)?.deallocate()
    (lent, lentCount, isLent) = (nil, 0, false)
  }
}
