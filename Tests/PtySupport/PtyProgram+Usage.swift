import Foundation
import Glibc

extension PtyProgram {
  /// What a program has used so far, as the kernel counts it.
  public struct Usage: Sendable {
    /// Seconds on a processor.
    public var processor = 0.0
    /// How often it has waited for something and gone on.
    public var wakeUps = 0
    /// The most memory that it has had at once, in kilobytes.
    public var peakKilobytes = 0
  }

  public var usage: Usage {
    var usage = Usage()
    for line in lines("status") {
      let words = line.split { $0 == ":" || $0.isWhitespace }
      guard words.count > 1, let number = Int(words[1]) else { continue }
      if words[0] == "voluntary_ctxt_switches" { usage.wakeUps = number }
      if words[0] == "VmHWM" { usage.peakKilobytes = number }
    }
    // The name, in brackets, may hold blanks; ticks in user and system mode are the 14th and 15th.
    let words = lines("stat").first?.split(separator: ")").last?.split(separator: " ") ?? []
    if words.count > 12, let user = Double(words[11]), let system = Double(words[12]) {
      usage.processor = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
    return usage
  }

  /// The sockets that the program has open.
  public var sockets: [String] {
    let folder = "/proc/\(process)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0)
    }.filter { $0.hasPrefix("socket:") }
  }

  private func lines(_ name: String) -> [Substring] {
    let text = try? String(contentsOfFile: "/proc/\(process)/\(name)", encoding: .utf8)
    return text?.split(separator: "\n") ?? []
  }
}
