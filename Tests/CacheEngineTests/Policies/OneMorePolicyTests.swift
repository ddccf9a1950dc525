import Testing

@testable import CacheEngine

/// A policy is one file and one row: whatever the catalog has, these tests get for nothing.
@Suite struct OneMorePolicyTests {
  static let row = PolicyRow(
    name: "newcomer", summary: "whoever came last leaves first", reference: "none",
    make: { _, _ in NewcomerPolicy() })

  @Test func `it conforms, plays with all others, and survives the fuzz`() {
    PolicyCatalog.$standIns.withValue([OneMorePolicyTests.row]) {
      let row = OneMorePolicyTests.row
      let suite = PolicyConformanceTests()
      suite.`a thousand random runs: the preview names the one who leaves`(row: row)
      suite.`the cache and the batch driver take the same decisions`(row: row)
      suite.`a copy has the same digest, goes the same way, and leaves the original alone`(row: row)
      suite.`the queues hold everybody once and name the next victim where they say`(row: row)
      suite.`the learner may take anybody away`(row: row)
      suite.`an empty cache evicts nobody, and a cache for one holds the last`(row: row)
      suite.`every other policy can take over, and everybody stays`(row: row)
      CacheFuzzTests().`no script breaks an invariant, and a second run ends the same`(row: row)
      OracleTests().`no policy misses less than an oracle that may leave newcomers out`(row: row)
      BatchTraceTests()
        .`what never fits always misses, and an empty trace asks for nothing`(row: row)
    }
  }

  @Test func `it runs in a cache by its name`() {
    PolicyCatalog.$standIns.withValue([OneMorePolicyTests.row]) {
      let picture = Picture("newcomer", 3, "a b c a d e")
      #expect(picture.left == "a b e")
      #expect(picture.victims == ["c", "d"])
    }
  }
}

/// Whoever came last leaves first.
private struct NewcomerPolicy: EvictionPolicy {
  private var slots: [Slot] = []

  mutating func evict(for access: Access) -> Eviction? {
    slots.popLast().map { Eviction(slot: $0, reason: .oldestInsert(at: .zero)) }
  }

  mutating func didInsert(_ slot: Slot, _ access: Access) { slots.append(slot) }

  mutating func didHit(_ slot: Slot, _ access: Access) {}

  mutating func didRemove(_ slot: Slot, cause: RemovalCause) { slots.removeAll { $0 == slot } }

  func inspection(limit: Int) -> Inspection {
    let entries = slots.suffix(limit).map { InspectedEntry(slot: $0) }
    return Inspection(queues: [
      InspectedQueue(name: "newcomers", exit: .back, entries: entries, count: slots.count)
    ])
  }

  func digest(into hash: inout StableHash) {
    for slot in slots { hash.combine(UInt64(slot)) }
  }
}
