import ArgumentParser

/// The program: `cachetutor` alone teaches, its subcommands do the rest.
@main
struct Cachetutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cachetutor",
    abstract: "Learn caching by doing it, on a live cache cluster in your terminal.",
    discussion: """
      Without a subcommand the tutor opens where you stopped, or with the first lesson. \
      Inside, F1 shows the keys and `help` the commands.
      """,
    version: Version.text,
    subcommands: [
      Learn.self, Play.self, Run.self, ReplaySession.self, Sessions.self, Export.self,
      ProgressCommand.self, Check.self, New.self, Preview.self, Place.self, Simulate.self,
      Curve.self, Advise.self, TraceCommand.self, Config.self, Manual.self,
    ],
    defaultSubcommand: Learn.self)

  /// What may stand in the place of a subcommand.
  static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Runs a subcommand; wrong usage ends with 2, as users of the terminal expect.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Output.warn(fullMessage(for: error))
      exit(withError: ExitStatus.usage)
    }
  }
}

/// The program's version, as sessions and `--version` say it.
enum Version {
  static let text = "0.1.0"
}
