import Glibc
import PolicyLab

/// What a made-up trace takes, and what there is: found out before anything is asked for.
enum Memory {
  /// About so many bytes: the trace, what the oracles know of it, and the tables of its keys.
  static func needed(
    requests: Int, keys: Int, _ sampling: Sampling, _ size: UInt32?
  ) -> Int {
    let request = size == nil ? 8.0 : 12.0
    // Every key has a place in what draws; only those of the sample have one in the trace.
    let key = 24 + 40 * sampling.rate
    return Int(Double(requests) * sampling.rate * request + Double(keys) * key)
  }

  /// Bytes that this program may still take.
  static var free: Int {
    var most = rlimit()
    let isLimited = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &most) == 0
    let allowed = isLimited ? Int(clamping: most.rlim_cur) : .max
    return min(allowed, available ?? .max)
  }

  /// What the system can spare without paging; nil where it does not say.
  private static var available: Int? {
    guard let file = fopen("/proc/meminfo", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let words = String(decoding: bytes, as: UTF8.self).split { " \n".contains($0) }
      guard words.first == "MemAvailable:", words.count > 1 else { continue }
      return Int(words[1]).map { $0 * 1_024 }
    }
    return nil
  }
}
