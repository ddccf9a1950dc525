import CacheEngine
import Simulation
import Testing

/// Requests that wait at the door until somebody makes room.
struct GuestTests {
  /// A full cache of two, and guests begun by the lesson.
  private func scene(_ guests: String...) throws -> Scene {
    var scene = try Scene(capacity: 2, rows: ["a": "1", "b": "2", "c": "3", "d": "4"])
    scene.read("a", "b")
    scene.world.takeCommands(from: .lesson)
    for guest in guests {
      _ = try scene.world.beginByHand(.read, key: scene.world.symbol(guest), value: .none)
    }
    scene.world.takeCommands(from: .learner)
    scene.begin()
    return scene
  }

  private func names(_ keys: [Symbol], _ world: World) -> [String] {
    keys.map { world.symbols.text(of: $0) }
  }

  /// Makes room and lets whoever may go in.
  private func evict(_ key: String, _ scene: inout Scene) {
    let hasLeft = scene.world.evict(scene.world.symbol(key))
    #expect(hasLeft)
    scene.world.admitGuests()
    while scene.world.isAdmittingGuests, scene.world.activate() {}
    scene.collect()
  }

  @Test func `the first one goes in, and who follows needs room again`() throws {
    var scene = try scene("c", "d")
    #expect(names(scene.world.guests, scene.world) == ["c", "d"])
    evict("a", &scene)
    #expect(names(scene.world.guests, scene.world) == ["d"])
    #expect(scene.tally.misses == 1 && scene.tally[.evicted] == 1)
    // What it waited for was a person: the answer took as long as any miss.
    #expect(scene.tally.slowest == 102_000)
  }

  @Test func `whoever is in already follows at once`() throws {
    var scene = try scene("c", "b", "c", "d")
    evict("a", &scene)
    #expect(scene.tally.hits == 2)
    #expect(names(scene.world.guests, scene.world) == ["d"])
  }

  @Test func `a request that a person has begun is no guest`() throws {
    var scene = try scene()
    _ = try scene.world.beginByHand(.read, key: scene.world.symbol("c"), value: .none)
    #expect(scene.world.guests.isEmpty)
    evict("a", &scene)
    #expect(scene.tally.misses == 0)
  }
}
