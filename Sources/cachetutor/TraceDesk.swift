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
        return FoundTrace(name: name, reason: error.sentence)
      }
    }
  }

  /// A file below `~` lies in the home folder, as in a shell.
  private static func path(of name: String) -> String {
    guard name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
    return String(cString: home) + name.dropFirst()
  }

  /// Does a line for who has no dashboard, once the traces in files that it wants to play are there.
  static func prepare(
    _ tutor: inout Tutor, for line: String, then body: (inout Tutor) -> CommandError?
  ) -> CommandError? {
    do {
      try tutor.take(read(tutor.unreadTraces(in: line)))
    } catch {
      return error
    }
    return body(&tutor)
  }
}
