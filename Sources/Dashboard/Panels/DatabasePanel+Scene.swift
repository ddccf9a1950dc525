import Simulation

extension DatabasePanel {
  /// The database as it is, and what the part has asked of it.
  public init(_ scene: Scene) {
    let world = scene.world
    let tally = scene.stage.step
    self.init(
      workers: world.rules.databaseWorkers, busy: world.database.working,
      queue: world.database.queueLength, isUp: world.database.isUp,
      work: world.rules.databaseWork, rows: world.database.rowCount, loads: tally.loads,
      stores: tally.stores, wasted: tally.wasted,
      queueHistory: EventSlices(scene, count: 60).queue)
    isChanged = scene.motion.changes.contains(.database)
  }
}
