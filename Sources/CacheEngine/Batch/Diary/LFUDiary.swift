// LFU without a staircase.
//
// Who leaves is the least of all (count, page of the last request): the fewest requests, and among
// equals whoever has been at that count longest. A hit raises both, and nothing else needs to know
// until somebody has to leave. So each entry lies somewhere under what it was once known for, and
// is known for more at best:
//
//     strangers, in a ring      d  c  b            known for their first request
//     the others, in a heap     a:5  e:2  f:7      known for what they counted when last seen
//
// The first of the ring leaves, if it is still a stranger; else it goes over to the heap. Without
// strangers the first of the heap leaves, if it counts no more than it is known for; else it is
// put back for what it counts now. Since counts only grow, who is first and rightly known is the
// least of all.
//
// A hit costs one number, and a miss hardly more: where most keys are asked for once, a stranger
// leaves for a stranger.

/// LFU with a record a key, and no order before it is needed.
///
/// Decides as `LFUPolicy` does.
struct LFUDiary: DiaryPolicy {
  /// In the upper half how often it was asked for, in the lower on which page last; 0: not here.
  private let records: UnsafeMutablePointer<UInt64>
  private let capacity: Int
  private var strangers: KeyRing
  private var known: RecordHeap
  private(set) var count = 0

  private static let once: UInt64 = 1 << 32

  init(_ run: RunMemory) {
    records = run.take(run.universe, of: 0)
    capacity = run.capacity
    strangers = KeyRing(run, most: run.most)
    known = RecordHeap(run, most: run.most)
  }

  @inline(__always)
  func look(at key: Int) -> UInt64 { records[key] }

  @inline(__always)
  mutating func hits(_ key: Int, on page: Int) -> Bool {
    let counted = records[key] & ~(LFUDiary.once &- 1)
    let isHere = counted != 0
    if !isHere {
      if count == capacity { evict() } else { count &+= 1 }
      strangers.push(key)
    }
    records[key] = (counted &+ LFUDiary.once) | UInt64(truncatingIfNeeded: page)
    return isHere
  }

  @inline(__always)
  private mutating func evict() {
    while strangers.count > 0 {
      let key = strangers.pop()
      if records[key] < 2 &* LFUDiary.once {
        records[key] = 0
        return
      }
      known.push(RecordHeap.Node(rank: records[key], key: key))
    }
    while true {
      let first = known.first
      if records[first.key] == first.rank { break }
      known.replaceFirst(RecordHeap.Node(rank: records[first.key], key: first.key))
    }
    records[known.popFirst().key] = 0
  }
}
