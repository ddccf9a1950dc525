import Tutor

/// What a file with a trace holds, as the edge has read it.
public struct FoundTrace: Hashable, Sendable {
  /// What the line calls it.
  public let name: String
  /// The key of each request; nil when it cannot be read.
  public let keys: [[UInt8]]?
  /// Why it cannot, in a sentence.
  public let reason: String?

  public init(name: String, keys: [[UInt8]]) {
    (self.name, self.keys, reason) = (name, keys, nil)
  }

  public init(name: String, reason: String) {
    (self.name, keys, self.reason) = (name, nil, reason)
  }
}

extension Model {
  /// Records what was read and executes the line that waited for it; with anything wrong nothing
  /// happens, and the line stands in the prompt again.
  mutating func take(_ traces: [FoundTrace], for line: String, isTyped: Bool) -> [Effect] {
    do throws(CommandError) {
      for trace in traces {
        guard let keys = trace.keys else {
          throw .unreadableTrace(trace.name, reason: trace.reason ?? "")
        }
        try tutor.take(keys, as: trace.name)
      }
    } catch {
      refuse(line, error, isTyped: isTyped)
      return [.write(tutor.takeUnwritten())]
    }
    return [.write(tutor.takeUnwritten())] + run(line, isTyped: isTyped)
  }
}
