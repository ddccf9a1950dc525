// The trace is the queue.
//
// A queue in order of the last request needs links, and every hit moves somebody in it. But the
// order is written down already: the trace itself is a diary, a page a request, and it is all
// there, before the race begins. So a key only remembers on which page it stands for good: that of
// its last request, or of the one with which it came in. All other pages on which its name is
// found are out of date.
//
//     page     0   1   2   3   4   5   6          marks   a: 6   b: 4   c: 3   d: 5
//     trace    a   b   a   c   b   d   a
//              ·   ·   ·   c   b   d   a          oldest first; · is out of date
//                          ▲
//                          reader: who leaves next is looked for from here on
//
// A hit writes one number. Whoever leaves is found by a reader that goes over the pages in order,
// past those that are out of date, and never back: so a whole run reads each page once, in the
// order in which it lies in memory, where a list would jump from link to link.
//
// Several queues share one diary: the mark of a key is its page and, in the lowest bits, which
// queue it stands in. Each queue has a reader of its own, and skips the pages of the others. And
// when a queue gives its oldest to the next queue in turn (the names of those who left, in the
// order in which they left), only the bits change, and the page is still right.
//
// This needs the whole trace, and entries that all weigh 1. Everybody else, lesson, server and
// traces with sizes, runs the policy itself; that both decide alike, request by request, is tested.

/// The requests of a run, and what is noted of each key.
struct Diary {
  /// Bits of a mark that say where a key stands; none of them set: nowhere.
  static let stateBits: UInt32 = 4
  /// The pages that a mark has room for.
  static let mostPages = 1 << (32 - Int(stateBits))

  /// The key of each request, in order.
  let keys: UnsafePointer<UInt32>
  /// The mark of each key.
  let marks: UnsafeMutablePointer<UInt32>

  @inline(__always)
  static func mark(_ page: Int, _ state: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: page) &<< stateBits | state
  }

  @inline(__always)
  static func state(_ mark: UInt32) -> UInt32 { mark & (1 &<< stateBits &- 1) }
}

/// One queue of a diary: its oldest is looked for from `page` on.
struct DiaryQueue {
  let state: UInt32
  private(set) var page = 0
  var count = 0

  init(_ state: UInt32) {
    self.state = state
  }

  /// The oldest, which stays where it is; `bits` of its mark say nothing about its place.
  ///
  /// Precondition: the queue is not empty.
  @inline(__always)
  mutating func findOldest(_ diary: Diary, ignoring bits: UInt32 = 0) -> Int {
    var page = page
    var key = Int(diary.keys[page])
    while diary.marks[key] & ~bits != Diary.mark(page, state) {
      page &+= 1
      key = Int(diary.keys[page])
    }
    self.page = page
    return key
  }

  /// Takes the oldest out; whoever calls gives it another mark.
  ///
  /// Precondition: the queue is not empty.
  @inline(__always)
  mutating func takeOldest(_ diary: Diary, ignoring bits: UInt32 = 0) -> Int {
    let key = findOldest(diary, ignoring: bits)
    page &+= 1
    count &-= 1
    return key
  }
}
