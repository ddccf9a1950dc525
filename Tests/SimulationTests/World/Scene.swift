import CacheEngine
import Foundation
import Simulation
import Testing

/// A world to try things in, with short words for the things that tests try.
struct Scene {
  var world: World
  var tally = Tally()
  var events: [Event] = []

  init(
    seed: UInt64 = 7, capacity: Int = 8, rows: [String: String] = [:], defect: Defect? = nil,
    _ settings: (inout World) throws -> Void = { _ in }
  ) throws {
    world = try World(patterns: Scene.patterns, seed: seed, defect: defect)
    world.setCapacity(capacity)
    for (key, value) in rows.sorted(by: { $0.key < $1.key }) {
      world.putRow(world.symbol(key), value: world.symbol(value))
    }
    try settings(&world)
    world.forgetEvents()
  }

  /// Runs until the group is over and counts what happened.
  mutating func run(_ group: GroupID) {
    while !world.isOver(group), world.activate() {}
    collect()
  }

  mutating func tick(_ milliseconds: Int64) {
    world.run(until: world.now.advanced(by: milliseconds * 1_000))
    collect()
  }

  /// Sets clock and counts to zero.
  mutating func begin() {
    world.restartClock()
    world.forgetEvents()
    tally = Tally()
    events = []
  }

  mutating func collect() {
    tally.add(world.events)
    events += world.events
    world.forgetEvents()
  }

  /// Reads keys one after the other.
  mutating func read(_ keys: String...) {
    for key in keys { run(world.read(world.symbol(key))) }
  }

  mutating func write(_ key: String, _ value: String) {
    run(world.write(world.symbol(key), value: world.symbol(value)))
  }

  mutating func herd(_ key: String, _ count: Int) {
    run(world.herd(world.symbol(key), count: count))
  }

  /// The fresh value in any cache.
  func value(_ key: String) -> String? {
    guard let symbol = world.symbols.find(key), let found = world.entry(symbol),
      found.entry.expiresAt > world.now
    else { return nil }
    return world.symbols.text(of: found.entry.value)
  }

  func row(_ key: String) -> String? {
    world.symbols.find(key).flatMap { world.database.row(of: $0) }
      .map { world.symbols.text(of: $0.value) }
  }

  /// Milliseconds of the slowest answer.
  var slowest: Int64? { tally.slowest.map { $0 / 1_000 } }
  var mean: Int64? { tally.meanLatency.map { ($0 + 500) / 1_000 } }

  static let patterns: PatternShelf = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("lessons/patterns")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.sorted().compactMap { name -> PatternFile? in
      guard name.hasSuffix(".pattern"),
        let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      else { return nil }
      return try? PatternFile(name: String(name.dropLast(8)), text: text)
    }
    return PatternShelf(files)
  }()
}
