/// How large a cache is to be, as a person says it.
public enum Capacity: Hashable, Sendable {
  /// A share of the whole: of all keys, or of all their bytes; more than 0.
  case share(Double)
  case entries(Int)
  case bytes(Int)

  /// More than any trace needs, and far from where shares of it would overflow.
  private static let most = 1 << 50

  /// Reads `1%`, `1000`, `10k`, `64MiB`, `2GB`; nil when it is none of these.
  public init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()), percent > 0, percent <= 100_000 else {
        return nil
      }
      self = .share(percent / 100)
    } else if let bytes = ByteAmount.parse(text) {
      self = .bytes(bytes)
    } else if let entries = CountWord.parse(text) {
      self = .entries(min(entries, Capacity.most))
    } else {
      return nil
    }
  }

  /// The number of entries or bytes; a share of something is never nothing.
  public func resolved(for trace: LabTrace, by unit: CapacityUnit) -> Int {
    switch self {
    case .entries(let count), .bytes(let count): return count
    case .share(let share):
      let whole = Double(unit == .entries ? trace.keys : trace.keyBytes) / trace.sampling.rate
      return max(1, Int(whole * share + 0.5))
    }
  }
}

/// Bytes as people write them: `512B`, `64KiB`, `64MB`, `1.5GiB`; always with a B.
public enum ByteAmount {
  private static let units: [(suffix: String, bytes: Double)] = [
    ("kib", 0x1p10), ("mib", 0x1p20), ("gib", 0x1p30), ("tib", 0x1p40),
    ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12), ("b", 1),
  ]

  /// Nil when it is no amount, or more than 2⁵⁰.
  public static func parse(_ text: String) -> Int? {
    let text = text.lowercased()
    for (suffix, unit) in units where text.hasSuffix(suffix) {
      guard let number = Double(text.dropLast(suffix.utf8.count)), number >= 0 else { return nil }
      let bytes = number * unit
      return bytes <= 0x1p50 ? Int(bytes) : nil
    }
    return nil
  }

  /// `512 B`, `64 KiB`, `1.5 GiB`: one decimal below ten.
  public static func text(_ bytes: Int) -> String {
    var unit = 1
    for name in ["B", "KiB", "MiB", "GiB", "TiB"] {
      if bytes < unit * 1_024 || name == "TiB" {
        let tenths = (bytes * 10 + unit / 2) / unit
        let isShort = tenths >= 100 || tenths % 10 == 0
        return isShort
          ? "\((bytes + unit / 2) / unit) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
      }
      unit *= 1_024
    }
    return "\(bytes) B"
  }
}
