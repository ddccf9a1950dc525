import Simulation

// Settings: which rules are in force.

extension GoalCatalog {
  static let settingRows: [GoalRow] = [
    GoalRow("pattern") { .text($0.world.pattern.family) },
    GoalRow("guard") { .text($0.world.pattern.guardName ?? "none") },
    GoalRow("policy") { .text($0.world.policy) },
    GoalRow("capacity") { .number(Double($0.world.capacity)) },
    GoalRow("servers") { .number(Double($0.world.servers)) },
    GoalRow("timeout") { .duration($0.world.rules.clientTimeout ?? .max) },
    GoalRow("retries") { .number(Double($0.world.rules.clientRetries)) },
  ]
}
