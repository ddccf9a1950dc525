/// What the catalog says of one eviction policy, and how to make and to race one.
public struct PolicyRow: Sendable {
  /// What people type, in lower case.
  public let name: String
  /// Other words for it.
  public let aliases: [String]
  /// Who leaves, in one line.
  public let summary: String
  /// Where it was described.
  public let reference: String
  /// Whom it may make leave.
  public let scope: EvictionScope
  /// Whether who leaves depends on who comes, beyond its weight.
  public let choosesByNewcomer: Bool
  /// Makes an empty policy for a budget of `capacity`; `seed` starts its lots, if it draws any.
  public let make: @Sendable (_ capacity: Int, _ seed: UInt64) -> any EvictionPolicy
  /// Runs a whole trace against an empty cache of `capacity`, as fast as the policy can.
  public let simulate:
    @Sendable (_ trace: BatchTrace, _ capacity: Int, _ seed: UInt64) -> BatchResult

  /// Whether there is a second form of it, for batches of entries that all weigh 1.
  let hasDiary: Bool

  /// Both closures know the policy's type, so the batch driver is compiled for it alone.
  @inline(__always)
  init<Policy: EvictionPolicy>(
    name: String, aliases: [String] = [], summary: String, reference: String,
    scope: EvictionScope = .everybody, choosesByNewcomer: Bool = false, diary: DiaryRun? = nil,
    make: @escaping @Sendable (_ capacity: Int, _ seed: UInt64) -> Policy
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.reference = reference
    self.scope = scope
    self.choosesByNewcomer = choosesByNewcomer
    hasDiary = diary != nil
    self.make = { capacity, seed in make(capacity, seed) }
    self.simulate = { trace, capacity, seed in
      if let diary, DiaryDriver.takes(trace, capacity: capacity) {
        return diary.run(trace, capacity, seed)
      }
      return BatchDriver.run(make(capacity, seed), trace: trace, capacity: capacity)
    }
  }
}
