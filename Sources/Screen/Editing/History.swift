/// The lines that were entered before, oldest first, each once.
public struct History: Hashable, Sendable {
  /// More lines than this are forgotten, oldest first.
  public static let limit = 1_000

  public private(set) var lines: [String] = []

  public init(_ lines: [String] = []) {
    for line in lines { add(line) }
  }

  /// Remembers a line as the newest; an equal older one is dropped, a blank one is not kept.
  public mutating func add(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }) else { return }
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst(lines.count - Self.limit) }
  }

  /// The newest line before `index` that contains `text`, in any case; nil when there is none.
  public func lastIndex(before index: Int, containing text: String) -> Int? {
    let wanted = text.lowercased()
    return lines[..<min(max(0, index), lines.count)].lastIndex {
      wanted.isEmpty || $0.lowercased().contains(wanted)
    }
  }
}
