import Simulation

extension TimelinePanel {
  /// The latest stretch of time, and the latencies of the part.
  public init(_ scene: Scene) {
    let slices = EventSlices(scene, count: 56)
    let tally = scene.stage.step
    let percentiles = [50, 95, 99, 100].compactMap { tally.percentile($0) }
    self.init(
      hits: slices.hits, loads: slices.loads, queue: slices.queue, slice: slices.slice,
      hitRatio: tally.hitRatio, percentiles: percentiles,
      databaseRate: tally.databaseRate)
  }
}
