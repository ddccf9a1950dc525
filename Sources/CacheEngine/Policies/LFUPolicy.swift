// LFU: whoever was asked for least often leaves.
//
// Think of a staircase. A newcomer stands on step 1; every hit takes an entry one step up. On
// each step stands a queue, and whoever has stood there longest is at its back. The back of the
// lowest step leaves: the fewest requests, and among equals the longest at that count.
//
//                                 ┌─ 7 ──────┐
//                     ┌─ 3 ───────┤   b      │
//         ┌─ 1 ───────┤   a   f   │          │
//         │  g  e  c  │           │          │
//               back ─┴─▶ c leaves next
//
// Empty steps are not built, so a hit never looks for its next step: it is the one above, or a
// new one right there. Every operation takes the same time, however many entries there are.
//
// It wins when some keys are popular for good: no scan, however long, can push out a key with
// ten points, because strangers have one.
//
// It loses when the favourites change: yesterday's stars keep the points that they will never
// need again, and the new ones push each other out at the foot of the stairs. Ageing is the cure
// (and another policy).
//
// Reference: K. Shah, A. Mitra, D. Matani, "An O(1) algorithm for implementing the LFU cache
// eviction scheme" (2010).

/// Least frequently used; ties go to the one longest at that count.
public struct LFUPolicy: EvictionPolicy {
  private struct Step: Sendable, BitwiseCopyable {
    var count: UInt32
    var queue = SlotQueue()
    var above: UInt32 = .max
    var below: UInt32 = .max
  }

  /// The mark of a slot is the number of the step it stands on.
  private var links = SlotLinks()
  private var steps = Block<Step>()
  /// Steps that were taken away, linked by `above`.
  private var freeStep: UInt32 = .max
  private var freshStep: UInt32 = 0
  private var lowest: UInt32 = .max
  private var count = 0

  public init() {}

  @inline(__always)
  public mutating func evict(for access: Access) -> Eviction? {
    guard lowest != .max else { return nil }
    let step = steps[Int(lowest)]
    let victim = step.queue.oldest
    leave(victim)
    count -= 1
    return Eviction(
      slot: victim,
      reason: .fewestReads(count: Int(step.count), tied: step.queue.count - 1, since: .zero))
  }

  @inline(__always)
  public mutating func didInsert(_ slot: Slot, _ access: Access) {
    if lowest == .max || steps[Int(lowest)].count != 1 {
      lowest = build(Step(count: 1, above: lowest))
    }
    links.push(slot, mark: lowest, onto: &steps[Int(lowest)].queue)
    count += 1
  }

  @inline(__always)
  public mutating func didHit(_ slot: Slot, _ access: Access) {
    let here = links.mark(of: slot)
    let step = steps[Int(here)]
    guard step.count < .max else { return }
    var next = step.above
    if next == .max || steps[Int(next)].count != step.count + 1 {
      // Alone on its step and nobody right above: the step rises with it.
      guard step.queue.count > 1 else {
        steps[Int(here)].count = step.count + 1
        return
      }
      next = build(Step(count: step.count + 1, above: step.above, below: here))
    }
    leave(slot)
    links.push(slot, mark: next, onto: &steps[Int(next)].queue)
  }

  public mutating func didRemove(_ slot: Slot, cause: RemovalCause) {
    leave(slot)
    count -= 1
  }

  @inline(__always)
  public mutating func borrowMemory() {
    links.borrow()
    steps.borrow()
  }

  public mutating func giveBackMemory() {
    links.giveBack()
    steps.giveBack()
  }

  public func inspection(limit: Int) -> Inspection {
    var entries: [InspectedEntry] = []
    var number = lowest
    while number != .max, entries.count < limit {
      let step = steps[Int(number)]
      for slot in links.oldest(limit - entries.count, of: step.queue).reversed() {
        entries.append(InspectedEntry(slot: slot, badge: .count(Int(step.count))))
      }
      number = step.above
    }
    entries.reverse()
    return Inspection(queues: [
      InspectedQueue(name: "frequency", exit: .back, entries: entries, count: count)
    ])
  }

  public func count(of slot: Slot, at now: Tick) -> Int? {
    Int(steps[Int(links.mark(of: slot))].count)
  }

  public func digest(into hash: inout StableHash) {
    var number = lowest
    while number != .max {
      hash.combine(UInt64(number) << 32 | UInt64(steps[Int(number)].count))
      links.digest(of: steps[Int(number)].queue, into: &hash)
      number = steps[Int(number)].above
    }
  }

  public func checkInvariants() {
    var below = UInt32.max
    var lastCount: UInt32 = 0
    var seen = 0
    var number = lowest
    while number != .max {
      let step = steps[Int(number)]
      precondition(step.below == below, "step \(number) has \(step.below) below, not \(below)")
      precondition(step.count > lastCount, "step \(number) counts no more than the one below")
      precondition(!step.queue.isEmpty, "step \(number) stands empty")
      links.checkInvariants(of: step.queue)
      seen += step.queue.count
      below = number
      lastCount = step.count
      number = step.above
    }
    precondition(seen == count, "\(seen) entries on the steps, not \(count)")
  }

  /// Builds a step between its neighbours and returns its number.
  @inline(__always)
  private mutating func build(_ step: Step) -> UInt32 {
    let number = takeStep()
    steps[Int(number)] = step
    if step.above != .max { steps[Int(step.above)].below = number }
    if step.below != .max { steps[Int(step.below)].above = number }
    return number
  }

  private mutating func takeStep() -> UInt32 {
    guard freeStep == .max else {
      let number = freeStep
      freeStep = steps[Int(number)].above
      return number
    }
    freshStep += 1
    if Int(freshStep) > steps.count { steps.grow(to: Int(freshStep), blank: Step(count: 0)) }
    return freshStep - 1
  }

  /// Takes `slot` off its step, and the step away if nobody else stands there.
  @inline(__always)
  private mutating func leave(_ slot: Slot) {
    let number = links.mark(of: slot)
    links.remove(slot, from: &steps[Int(number)].queue)
    let step = steps[Int(number)]
    guard step.queue.isEmpty else { return }
    if step.above != .max { steps[Int(step.above)].below = step.below }
    if step.below != .max { steps[Int(step.below)].above = step.above } else { lowest = step.above }
    steps[Int(number)].above = freeStep
    freeStep = number
  }
}
