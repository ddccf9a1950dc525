import Simulation

// A command that changes a rule makes no request, and nothing travels: what it changed is lit where
// it stands on the screen, or nobody sees that anything has happened.

/// The rules that stand somewhere on the screen.
struct ShownRules {
  /// One of them.
  enum Rule: Hashable, Sendable {
    case policy, capacity, database, placement, client, servers, cost
  }

  private let policies: [String]
  private let capacities: [Int]
  private let workers: Int
  private let work: Int64
  private let scheme: String
  private let vnodes: Int
  private let client: String
  private let servers: Int
  private let costs: [Int64]
  private let lines: [String]

  init(_ world: World) {
    policies = world.nodes.map(\.cache.policyName)
    capacities = world.nodes.map(\.cache.capacity)
    workers = world.rules.databaseWorkers
    work = world.rules.databaseWork
    scheme = world.placement.scheme
    vnodes = world.placement.vnodes
    let rules = world.rules
    client = "\(rules.clientTimeout ?? -1) \(rules.clientRetries) \(rules.retryScope)"
    servers = world.servers
    costs = [rules.cacheRoundTrip, rules.refusal, rules.connectTimeout, rules.databaseRefusal]
    lines = world.pattern.lines
  }

  /// What is no longer as it was.
  func changes(since old: ShownRules) -> Set<Rule> {
    var rules: Set<Rule> = []
    // A node that comes or goes has words of its own.
    if policies.count == old.policies.count {
      if policies != old.policies { rules.insert(.policy) }
      if capacities != old.capacities { rules.insert(.capacity) }
    }
    if workers != old.workers || work != old.work { rules.insert(.database) }
    if client != old.client { rules.insert(.client) }
    if servers != old.servers { rules.insert(.servers) }
    if costs != old.costs { rules.insert(.cost) }
    if scheme != old.scheme || vnodes != old.vnodes { rules.insert(.placement) }
    return rules
  }

  /// The lines, from 1, that the listing did not have.
  func newLines(since old: ShownRules) -> Set<Int> {
    guard lines != old.lines else { return [] }
    if lines.count == old.lines.count {
      return Set(lines.indices.filter { lines[$0] != old.lines[$0] }.map { $0 + 1 })
    }
    // A line that was only moved, or indented, is not new.
    let known = Set(old.lines.map(\.trimmedOfBlanks))
    return Set(
      lines.indices.filter { !known.contains(lines[$0].trimmedOfBlanks) }.map { $0 + 1 })
  }
}
