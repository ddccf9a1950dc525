import Simulation

extension Tutor {
  /// How many traces there may be.
  static let traceLimit = 100

  /// The trace with this name; nil if there is none.
  func trace(_ name: String) -> KeyTrace? {
    traces.first { $0.name == name }
  }

  /// Puts a trace in, in the place of one with the same name.
  mutating func put(_ trace: KeyTrace) {
    if let index = traces.firstIndex(where: { $0.name == trace.name }) {
      traces[index] = trace
    } else {
      traces.append(trace)
    }
  }

  /// The names that a line wants to play and that are no traces yet.
  ///
  /// Whoever can read files looks whether they are some, and gives what is in them to `take`
  /// before the line is executed.
  public func unreadTraces(in line: String) -> [String] {
    (try? CommandParser.parse(line)).map { unreadTraces(in: $0) } ?? []
  }

  /// The same of a line that has been parsed.
  public func unreadTraces(in invocations: [Invocation]) -> [String] {
    var known = traces.map(\.name)
    var unread: [String] = []
    for invocation in invocations {
      if invocation.command.name == TraceCommand.add.name {
        known.append(invocation.arguments.text("NAME"))
      } else if invocation.command.name == TraceCommand.row.name {
        let name = invocation.arguments.text("TRACE")
        if !known.contains(name) { unread.append(name) }
        known.append(name)
      }
    }
    return unread
  }

  /// Records what was found in files.
  ///
  /// - Throws: why one of them is no trace; those before it are recorded.
  public mutating func take(_ found: [FoundTrace]) throws(CommandError) {
    for trace in found {
      guard let keys = trace.keys else {
        throw .unreadableTrace(trace.name, reason: trace.reason ?? "")
      }
      try take(keys, as: trace.name)
    }
  }

  /// Records the requests of a file; the session holds them from now on.
  ///
  /// - Parameter keys: the key of each request; those beyond `KeyTrace.limit` are left out, and so
  ///   are keys that no world can hold.
  /// - Throws: when no key of it can be one here; then nothing has changed.
  public mutating func take(_ keys: [[UInt8]], as name: String) throws(CommandError) {
    let fitting = keys.filter { !$0.isEmpty && $0.count <= Limits.keyBytes }
    let words = fitting.prefix(KeyTrace.limit).map { Tutor.literal($0) }
    guard !words.isEmpty else {
      let limit = Words.count(Limits.keyBytes, "byte")
      throw .unreadableTrace(name, reason: "No key in it has 1 to \(limit).")
    }
    let beginning = "trace add " + CommandQuoting.word(Array(name.utf8))
    var line = ""
    var length = 0
    for (index, word) in words.enumerated() {
      line += " " + word
      length += 1
      guard length == Tutor.keysInLine || line.utf8.count > 50_000 || index == words.count - 1
      else { continue }
      if let error = execute(beginning + line).error { throw error }
      line = ""
      length = 0
    }
  }

  /// So many keys stand in a line of a session; fewer, and long traces would be copied often.
  private static let keysInLine = 4_000

  /// A key as it can be typed; what could be a range or an option stands in quotation marks.
  private static func literal(_ key: [UInt8]) -> String {
    let word = CommandQuoting.word(key)
    let isPlain = !word.contains("..") && !word.contains("=") && !word.hasPrefix("-")
    return isPlain || word.hasPrefix("\"") ? word : "\"\(word)\""
  }
}
