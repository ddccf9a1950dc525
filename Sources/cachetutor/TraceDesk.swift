import Dashboard
import Glibc
import Simulation
import TraceFiles
import Tutor

/// Reads the files that lines want to play.
enum TraceDesk {
  /// What is in the files with these names, or why not.
  static func read(_ names: [String]) -> [FoundTrace] {
    names.map { name in
      do throws(TraceFileError) {
        let file = TraceFile(path: path(of: name))
        return FoundTrace(name: name, keys: try file.keys(most: KeyTrace.limit).keys)
      } catch {
        return FoundTrace(name: name, reason: error.message)
      }
    }
  }

  /// A file below `~` lies in the home folder, as in a shell.
  private static func path(of name: String) -> String {
    guard name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
    return String(cString: home) + name.dropFirst()
  }

  /// Puts in the traces that a line wants to play, for who executes lines without a dashboard.
  static func prepare(_ tutor: inout Tutor, for line: String) throws(CommandError) {
    for trace in read(tutor.unreadTraces(in: line)) {
      guard let keys = trace.keys else {
        throw .unreadableTrace(trace.name, reason: trace.reason ?? "")
      }
      try tutor.take(keys, as: trace.name)
    }
  }

  /// Executes a line, with the traces in files that it wants to play.
  static func execute(
    _ line: String, on tutor: inout Tutor, telling tell: (Execution, Tutor) -> Void
  ) -> CommandError? {
    do {
      try prepare(&tutor, for: line)
    } catch {
      return error
    }
    return tutor.execute(line, telling: tell)
  }
}
