import CacheEngine

/// What the catalog says of one workload and how to make one.
public struct WorkloadRow: Sendable {
  /// The word after `traffic`.
  public let name: String
  public let summary: String
  /// What it needs after its name, as help shows it.
  public let syntax: String
  public let example: String
  /// Whether the rows of its keys are put into the database if they are missing.
  public let makesRows: Bool
  public let make: @Sendable (WorkloadParameters) -> any Workload
}

/// What any workload may be told.
public struct WorkloadParameters: Sendable {
  public var keys: [Symbol]
  public var exponent: Double
  public var rounds: Int?

  public init(keys: [Symbol], exponent: Double = 1, rounds: Int? = nil) {
    self.keys = keys
    self.exponent = exponent
    self.rounds = rounds
  }
}

/// Every workload, in the order in which help lists them.
public enum WorkloadCatalog {
  public static let all: [WorkloadRow] = [
    WorkloadRow(
      name: "keys", summary: "the given keys, one after the other, once",
      syntax: "KEY…", example: "traffic keys a b b c", makesRows: false,
      make: { KeysWorkload(keys: $0.keys) }),
    WorkloadRow(
      name: "loop", summary: "the same keys round after round",
      syntax: "KEY… [rounds=N]", example: "traffic loop hot:1..6 rounds=5", makesRows: true,
      make: { LoopWorkload(keys: $0.keys, rounds: $0.rounds ?? 1) }),
    WorkloadRow(
      name: "scan", summary: "every key once, in order",
      syntax: "KEY…", example: "traffic scan city:1..1000 rate=500/s", makesRows: true,
      make: { LoopWorkload(keys: $0.keys, rounds: 1) }),
    WorkloadRow(
      name: "uniform", summary: "keys drawn with equal chances",
      syntax: "N [keys=N|KEY…]", example: "traffic uniform 1000 keys=100", makesRows: true,
      make: { UniformWorkload(keys: $0.keys) }),
    WorkloadRow(
      name: "zipf", summary: "few keys take most of the traffic: the k-th in proportion to 1/k",
      syntax: "N [keys=N|KEY…] [exponent=1]", example: "traffic zipf 1000 keys=100",
      makesRows: true, make: { ZipfWorkload(keys: $0.keys, exponent: $0.exponent) }),
    WorkloadRow(
      name: "writes", summary: "writes to the given keys in turn, each with its number as value",
      syntax: "KEY… N", example: "traffic writes views:1..10 1000 rate=500/s", makesRows: true,
      make: { LoopWorkload(keys: $0.keys, rounds: nil) }),
  ]

  public static func find(_ name: String) -> WorkloadRow? {
    all.first { $0.name == name }
  }
}
