import Testing

@testable import CacheEngine

@Suite struct GhostTableTests {
  @Test func `it remembers, in order, and forgets the oldest first`() {
    var ghosts = GhostTable()
    var queue = SlotQueue()
    for key in UInt32(1)...5 { ghosts.push(Symbol(index: key), weight: 2, onto: &queue) }
    #expect(queue.weight == 10)
    ghosts.trim(&queue, to: 7)
    #expect(
      ghosts.inspection("ghosts", of: queue, limit: 2)
        == InspectedGhosts(
          name: "ghosts", keys: [Symbol(index: 5), Symbol(index: 4)], count: 3))
    ghosts.forget(Symbol(index: 4), in: &queue)
    ghosts.forget(Symbol(index: 1), in: &queue)
    #expect(ghosts.find(Symbol(index: 4)) == .max)
    #expect(queue.count == 2)
    ghosts.checkInvariants(of: [queue])
  }

  @Test(arguments: [false, true])
  func `it agrees with a list, lent or not`(isLent: Bool) {
    var random = SeededRandom(seed: 4)
    var ghosts = GhostTable()
    var queue = SlotQueue()
    var list: [UInt32] = []
    if isLent { ghosts.borrow() }
    for _ in 0..<5_000 {
      let key = UInt32(random.below(300))
      let place = ghosts.find(Symbol(index: key))
      #expect((place != .max) == list.contains(key))
      if place == .max {
        ghosts.push(Symbol(index: key), weight: 1, onto: &queue)
        list.append(key)
        ghosts.trim(&queue, to: 100)
        if list.count > 100 { list.removeFirst() }
      } else if random.chance(1, of: 3) {
        ghosts.remove(place, from: &queue)
        list.removeAll { $0 == key }
      }
    }
    if isLent { ghosts.giveBack() }
    ghosts.checkInvariants(of: [queue])
    let keys = ghosts.inspection("", of: queue, limit: .max).keys.map(\.index)
    #expect(keys == list.reversed())
  }
}
