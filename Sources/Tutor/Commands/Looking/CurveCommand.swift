import CacheEngine
import PolicyLab
import Simulation

/// `curve [POLICY]`: what more room would have bought of the reads since the part, or the last mark
/// in it, began.
enum CurveCommand {
  /// How many capacities stand side by side.
  static let columns = 12

  static let row = Command(
    "curve", family: .looking,
    parameters: [
      .optional("POLICY", .policy, "which policy; the one in force without it")
    ],
    summary: "Shows the misses of this part at any capacity, and those that nobody could avoid.",
    concept: "optimal",
    examples: [
      CommandExample(
        "traffic loop user:1..4 rounds=5 ; curve",
        """
        misses of 20 reads, by places
             1   2   3   4
        lru  20  20  20  4
        opt  20  14  9   4
        """)
    ],
    isRecorded: false, isUndoable: false,
    apply: { (tutor, arguments) throws(CommandError) in
      let policy = arguments.optionalText("POLICY") ?? tutor.stage.world.policy
      return CommandOutcome(reply(policy, tutor.stage))
    })

  static func reply(_ policy: String, _ stage: Stage) -> Reply {
    let beginning = stage.readsBegan
    guard stage.reads.forgotten == 0 else {
      return .text("too much has happened \(beginning) to be looked back at")
    }
    let trace = ReadTrace(stage.reads)
    guard trace.count > 0 else { return .text("nobody has read anything \(beginning)") }
    let capacities = trace.capacities(limit: columns)
    let curves = [policy, "opt"].compactMap { trace.curve($0, at: capacities) }
    let rows = curves.map { curve in
      [curve.policy]
        + curve.points.map { Words.count(Int($0.missRatio * Double(trace.count) + 0.5)) }
    }
    // Of LRU all capacities are known, and not only those of the table.
    let places = policy == "lru" ? LiveCurve(stage.reads).knee : curves.first?.knee?.capacity
    let knee = places.map { "; the knee of \(policy) is at \(Words.count($0))" }
    return .table(
      ReplyTable(
        title: "misses of \(Words.count(trace.count, "read")), by places" + (knee ?? ""),
        columns: [""] + capacities.map { Words.count($0) }, rows: rows))
  }
}
