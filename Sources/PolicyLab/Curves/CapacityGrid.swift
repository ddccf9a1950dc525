import CacheEngine

/// Capacities at equal ratios, from small to everything.
public enum CapacityGrid {
  /// About `count` capacities, from a 4096th of `whole` (1 at least) to `whole` itself; each once.
  public static func capacities(upTo whole: Int, count: Int) -> [Int] {
    guard whole > 1, count > 1 else { return [max(1, whole)] }
    let low = max(1, whole / 4_096)
    let step = StableMath.ln(Double(whole) / Double(low)) / Double(count - 1)
    var capacities: [Int] = []
    for index in 0..<count {
      let capacity = Int(Double(low) * StableMath.exp(step * Double(index)) + 0.5)
      if capacity != capacities.last { capacities.append(min(whole, capacity)) }
    }
    if capacities.last != whole { capacities[capacities.count - 1] = whole }
    return capacities
  }
}
