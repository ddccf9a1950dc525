/// Every row that the program can print; a family of rows is a file in `Rows`.
enum BenchmarkCatalog {
  static var all: [Benchmark] {
    BatchBenchmarks.all + CacheBenchmarks.all + PlacementBenchmarks.all + WorldBenchmarks.all
      + TutorBenchmarks.all + LabBenchmarks.all
  }

  /// What is promised of two rows together.
  static var ratios: [Ratio] {
    BatchBenchmarks.ratios + WorldBenchmarks.ratios + LabBenchmarks.ratios
  }
}
