// SLRU: LRU with a room for those who were asked for again.
//
// Two LRU queues. A newcomer is on probation; asked for once more it becomes protected. There is
// room for four fifths of the cache among the protected: when one too many is there, the one
// silent longest goes back on probation, with another chance. Whoever is at the back of probation
// leaves.
//
//     newcomer ──▶ [ probation ] ──▶ leaves
//                     │      ▲
//            a hit    ▼      │ one too many
//                  [ protected: at most 4/5 ]
//
// It wins against scans: strangers push out one another on probation, and nobody else. It costs
// hardly more than LRU. memcached works so, with a third queue between the two, and so does the
// main part of W-TinyLFU.
//
// It loses when things come back later than probation lasts: then nobody is ever protected, and
// what was protected long ago stays, because nobody pushes it out.
//
// Reference: R. Karedla, J. S. Love, B. G. Wherry, "Caching strategies to improve disk system
// performance", IEEE Computer 27 (1994).

/// Segmented LRU: a second request protects.
public struct SLRUPolicy: EvictionPolicy {
  private static let onProbation: UInt32 = 0
  private static let isProtected: UInt32 = 1

  /// The mark of a slot says which of the two it is in.
  private var links = SlotLinks()
  private var probation = SlotQueue()
  private var protected = SlotQueue()
  private var protectedShare = 0

  public init(capacity: Int) {
    resize(capacity: capacity)
  }

  public mutating func resize(capacity: Int) {
    protectedShare = capacity / 5 * 4 + capacity % 5 * 4 / 5
    demote()
  }

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard probation.isEmpty else {
      let victim = probation.oldest
      links.remove(victim, from: &probation)
      return Eviction(slot: victim, reason: .oldestIn(.probation))
    }
    guard !protected.isEmpty else { return nil }
    let victim = protected.oldest
    links.remove(victim, from: &protected)
    return Eviction(slot: victim, reason: .oldestIn(.protected))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    links.push(slot, mark: SLRUPolicy.onProbation, weight: access.weight, onto: &probation)
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    guard links.mark(of: slot) == SLRUPolicy.onProbation else {
      links.renew(slot, mark: SLRUPolicy.isProtected, in: &protected)
      return
    }
    links.move(slot, mark: SLRUPolicy.isProtected, from: &probation, to: &protected)
    demote()
  }

  public mutating func didChange(_ slot: Slot, weight: Int, expiresAt: Tick) {
    if links.mark(of: slot) == SLRUPolicy.onProbation {
      links.setWeight(weight, of: slot, in: &probation)
    } else {
      links.setWeight(weight, of: slot, in: &protected)
      demote()
    }
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    if links.mark(of: slot) == SLRUPolicy.onProbation {
      links.remove(slot, from: &probation)
    } else {
      links.remove(slot, from: &protected)
    }
  }

  @inline(__always)
  public mutating func borrowMemory() { links.borrow() }

  public mutating func giveBackMemory() { links.giveBack() }

  public func inspection(limit: Int) -> Inspection {
    let queues = [
      links.inspection("protected", of: protected, limit: limit),
      links.inspection("probation", of: probation, limit: limit),
    ]
    return Inspection(queues: probation.isEmpty ? queues.reversed() : queues)
  }

  public func digest(into hash: inout StableHash) {
    links.digest(of: probation, into: &hash)
    links.digest(of: protected, into: &hash)
  }

  public func checkInvariants() {
    links.checkInvariants(of: probation)
    links.checkInvariants(of: protected)
    precondition(
      protected.weight <= protectedShare, "\(protected.weight) protected of \(protectedShare)")
  }

  private mutating func demote() {
    while protected.weight > protectedShare {
      links.move(
        protected.oldest, mark: SLRUPolicy.onProbation, from: &protected, to: &probation)
    }
  }
}
