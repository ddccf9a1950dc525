import ArgumentParser
import LessonFiles
import Tutor

/// Lists what was recorded.
struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List the recorded sessions, the newest first.")

  func run() throws {
    let paths: [String]
    do {
      paths = try StateDirectory().sessionPaths()
    } catch {
      Output.complain(error.message)
      throw ExitStatus.badFile
    }
    guard !paths.isEmpty else {
      Output.say("Nothing has been recorded yet. What you do in the tutor is.")
      return
    }
    for path in paths.reversed() { Output.say(Sessions.row(path)) }
  }

  /// The file and what is in it; a file that cannot be read says why.
  private static func row(_ path: String) -> String {
    do {
      let text = try SessionFile.read(path)
      let commands = text.commands.count
      let lesson = text.header.lesson?.id ?? "sandbox"
      let marks = text.commands.filter { $0.command.hasPrefix("mark ") }.count
      let noun = commands == 1 ? "command" : "commands"
      return "\(path)  \(lesson), \(commands) \(noun)" + (marks > 0 ? ", \(marks) marked" : "")
    } catch {
      return "\(path)  cannot be replayed: \(error.message)"
    }
  }
}
