import ArgumentParser
import Dashboard
import Screen

/// Prints the settings in force.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the settings in force, and where each comes from.",
    discussion: """
      Flags win over the environment, the environment over the configuration file. What is \
      printed is a configuration file itself. With --keys it lists the keys, as \
      `key NAME = ACTION`, so that they can be given to others.
      """)

  @Flag(help: "List the keys too.")
  var keys = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let preferences = screen.preferences()
    let configuration = preferences.configuration
    let path = preferences.path ?? "nowhere, as HOME is not set"
    Output.say("# \(path)" + (preferences.hasFile ? "" : "  (there is none yet)"))
    Output.say("# One setting a line; # begins a comment.\n")
    for setting in SettingCatalog.all {
      let line = "\(setting.name) = \(configuration[setting.name])"
      Output.say(pad(line, to: 22) + "# \(Self.words(configuration.source(of: setting.name)))")
      let others = setting.takesNumbers ? "" : " (\(setting.values.joined(separator: ", ")))"
      Output.say("#   \(setting.summary)\(others)")
    }
    Output.say("\n# A key for an action or for a command: key F9 = log, key ctrl-g = faster.")
    for (name, action) in Self.changed(configuration.keys) {
      Output.say("key \(name) = \(action)")
    }
    if keys { printKeys(configuration.keys) }
    for complaint in preferences.complaints { Output.complain(complaint) }
    if !preferences.complaints.isEmpty { throw ExitStatus.failed }
  }

  private static func words(_ source: Configuration.Source) -> String {
    switch source {
    case .standard: "standard"
    case .file(let line): "config:\(line)"
    case .environment(let name): name
    case .flag(let name): name
    }
  }

  /// The keys that are not as they are shipped, with what they do.
  private static func changed(_ keys: KeyTable) -> [(key: String, action: String)] {
    var rows: [(key: String, action: String)] = []
    for row in keys.bindings {
      let before = KeyTable.standard.bindings.first {
        $0.action == row.action && $0.context == row.context && $0.line == row.line
      }
      for key in row.keys where before?.keys.contains(key) != true {
        let name = KeyName.written(key)
        if !rows.contains(where: { $0.key == name }) {
          rows.append((name, row.line ?? row.action.rawValue))
        }
      }
    }
    return rows
  }

  private func printKeys(_ table: KeyTable) {
    for context in KeyContext.allCases {
      let rows = table.bindings.filter { $0.context == context && !$0.keys.isEmpty }
      guard !rows.isEmpty else { continue }
      Output.say("\n# \(context.heading)")
      for row in rows {
        guard row.line != nil || KeyTable.actions.contains(row.action) else { continue }
        for key in row.keys {
          let line = "key \(KeyName.written(key)) = \(row.line ?? row.action.rawValue)"
          Output.say("# " + pad(line, to: 30) + row.description)
        }
      }
    }
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
