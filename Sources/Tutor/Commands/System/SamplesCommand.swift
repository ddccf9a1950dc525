import CacheEngine
import Simulation

/// `samples N`: how many entries a policy that draws by lot looks at.
enum SamplesCommand {
  static let row = Command(
    "samples", family: .system,
    parameters: [Parameter("N", .count(Cache.sampleRange), "how many")],
    summary: "Sets how many entries a policy that draws by lot looks at, on every node.",
    concept: "sampling",
    examples: [
      CommandExample("samples 10", "sampled policies draw 10 entries, and the best of them leaves")
    ],
    apply: { (tutor, arguments) throws(CommandError) in
      let count = arguments.count("N")
      tutor.stage.world.setSamples(count)
      return CommandOutcome(
        .text(
          count == 1
            ? "sampled policies draw 1 entry, and it leaves"
            : "sampled policies draw \(Words.count(count)) entries, and the best of them leaves"))
    })
}
