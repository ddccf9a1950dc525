/// How fast the world is shown: a step of a ladder, a tenth of real time to begin with.
///
/// A line that has been playing for long is shown faster and faster, unless somebody chose a speed;
/// the title says so. Traffic that flows on between the lines has no end to hurry to.
public struct Pace: Hashable, Sendable {
  /// World time ÷ real time.
  struct Speed: Hashable, Sendable {
    var world: Int64
    var real: Int64

    var text: String { real == 1 ? "\(world)" : "\(world)/\(real)" }
  }

  static let ladder: [Speed] = [
    Speed(world: 1, real: 1_000), Speed(world: 1, real: 500), Speed(world: 1, real: 200),
    Speed(world: 1, real: 100), Speed(world: 1, real: 50), Speed(world: 1, real: 20),
    Speed(world: 1, real: 10), Speed(world: 1, real: 5), Speed(world: 1, real: 2),
    Speed(world: 1, real: 1), Speed(world: 2, real: 1), Speed(world: 5, real: 1),
    Speed(world: 10, real: 1), Speed(world: 100, real: 1), Speed(world: 1_000, real: 1),
  ]
  static let standard = 6
  /// Microseconds of real time after which a line is hurried, and after which once more.
  static let patience: Int64 = 12_000_000
  static let hurry: Int64 = 3_000_000

  private var level = Pace.standard
  private var isChosen = false
  /// Real time that the present line has been playing.
  private var played: Int64 = 0

  public init() {}

  /// A speed as it is typed: `1/10`, `1`, `0.5`, `2x`; nil for what is none.
  public init?(_ text: String) {
    let word = text.hasSuffix("x") ? String(text.dropLast()) : text
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let over = Double(parts[0]), over > 0,
      let under = parts.count == 2 ? Double(parts[1]) : 1, under > 0
    else { return nil }
    let wanted = over / under
    let nearest = Pace.ladder.indices.min { left, right in
      Pace.distance(Pace.ladder[left], wanted) < Pace.distance(Pace.ladder[right], wanted)
    }
    level = nearest ?? Pace.standard
    isChosen = true
  }

  private static func distance(_ speed: Speed, _ wanted: Double) -> Double {
    let ratio = Double(speed.world) / Double(speed.real) / wanted
    return ratio > 1 ? ratio : 1 / ratio
  }

  private var current: Speed {
    guard !isChosen, played > Pace.patience else { return Pace.ladder[level] }
    let steps = 1 + Int((played - Pace.patience) / Pace.hurry)
    return Pace.ladder[min(Pace.ladder.count - 1, level + steps)]
  }

  /// `1/10 speed`.
  public var text: String { current.text }

  public mutating func faster() { choose(level + 1) }
  public mutating func slower() { choose(level - 1) }

  private mutating func choose(_ index: Int) {
    level = min(max(0, index), Pace.ladder.count - 1)
    isChosen = true
  }

  /// A new line is shown: patience is back.
  mutating func beginLine() { played = 0 }

  /// The world time that goes by in so much real time while a line is shown, both in microseconds.
  mutating func worldTime(of elapsed: Int64) -> Int64 {
    let speed = current
    played += elapsed
    return elapsed * speed.world / speed.real
  }

  /// The world time that goes by in so much real time while no line is shown.
  mutating func flowingTime(of elapsed: Int64) -> Int64 {
    beginLine()
    return worldTime(of: elapsed)
  }
}
