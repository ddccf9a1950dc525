/// What the checker has proved about lessons, and what it could not.
public struct LessonProof: Hashable, Sendable {
  /// What was run for one lesson.
  public struct Row: Hashable, Sendable {
    public let id: String
    public let path: String
    public internal(set) var steps = 0
    public internal(set) var goals = 0
    public internal(set) var solutions = 0
    public internal(set) var mistakes = 0
    public internal(set) var hints = 0
    public internal(set) var predictions = 0
    public internal(set) var orders = 0
    public internal(set) var contrasts = 0
    public internal(set) var faults = 0

    /// On one line, as `cachetutor check` prints it.
    public var text: String {
      let counts = [
        (steps, "step"), (goals, "goal"), (solutions, "solution"), (mistakes, "mistake"),
        (hints, "hint"), (predictions, "prediction"), (orders, "order"), (contrasts, "contrast"),
      ]
      let proved = counts.filter { $0.0 > 0 }.map { Words.count($0.0, $0.1) }
      let verdict = faults == 0 ? "proved" : Words.count(faults, "fault")
      return "\(id): \(verdict) — \(proved.joined(separator: ", "))"
    }
  }

  /// One for each lesson, in their order.
  public internal(set) var rows: [Row] = []
  /// In the order of lessons, then of lines.
  public internal(set) var errors: [LessonError] = []

  public init() {}

  public var isWhole: Bool { errors.isEmpty }

  /// One line for each lesson, and one for all.
  public var listing: [String] {
    var lines = rows.map(\.text)
    let steps = rows.reduce(0) { $0 + $1.steps }
    let runs = rows.reduce(0) { $0 + $1.solutions + $1.mistakes + $1.predictions + $1.orders }
    lines.append(
      "\(Words.count(rows.count, "lesson")), \(Words.count(steps, "step")), "
        + "\(Words.count(runs, "proof")) run: "
        + (isWhole ? "all hold" : Words.count(errors.count, "fault")))
    return lines
  }
}
