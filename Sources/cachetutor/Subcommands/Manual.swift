import ArgumentParser
import Dashboard
import Tutor

/// Prints the manual page, out of the same tables as `--help`, F1 and `help`.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, in the language of man.", shouldDisplay: false)

  func run() {
    Output.document(Manual.page, ending: "")
  }

  static var page: String {
    var page = Roff(title: "CACHETUTOR", section: 1, version: Version.text)
    page.heading("NAME")
    page.text("cachetutor - learn caching by doing it, on a live cache cluster in your terminal")
    page.heading("SYNOPSIS")
    page.literal(
      (["cachetutor [LESSON]"]
        + shown.filter { $0 != Learn.self }.map { "cachetutor \(name(of: $0)) ..." })
        .joined(separator: "\n"))
    page.heading("DESCRIPTION")
    page.text(
      "A tutor for caches: lessons are done by typing commands to a cache engine that runs inside "
        + "the program, while the screen shows hits, evictions, stampedes and keys moving on a "
        + "hash ring. What is done is recorded, and can be replayed, checked and taken over.")
    page.heading("SUBCOMMANDS")
    for command in shown {
      page.subheading(name(of: command))
      page.literal(Cachetutor.helpMessage(for: command, columns: 72))
    }
    page.heading("COMMANDS")
    page.text("What may be typed in the tutor and in the files of cachetutor run:")
    for family in CommandFamily.allCases {
      page.subheading(family.rawValue)
      for command in CommandCatalog.all where command.family == family {
        page.entry(command.name, command.summary)
      }
    }
    page.heading("KEYS")
    for context in KeyContext.allCases {
      let rows = KeyTable.standard.bindings.filter { $0.context == context && !$0.keys.isEmpty }
      if !rows.isEmpty { page.subheading(context.heading) }
      for row in rows { page.entry(KeyTable.names(of: row), row.description) }
    }
    page.heading("FILES")
    for (path, what) in files { page.entry(path, what) }
    page.heading("ENVIRONMENT")
    for (name, what) in environment { page.entry(name, what) }
    page.heading("EXIT STATUS")
    for (code, what) in codes { page.entry(code, what) }
    return page.text
  }

  private static var shown: [any ParsableCommand.Type] {
    Cachetutor.configuration.subcommands.filter { $0.configuration.shouldDisplay }
  }

  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }

  private static let files = [
    ("$XDG_STATE_HOME/cachetutor", "Sessions, progress and the history of commands."),
    ("$XDG_DATA_HOME/cachetutor/lessons", "Your own lessons; one of them may stand in for ours."),
    ("$XDG_DATA_HOME/cachetutor/packs/NAME", "Packs of lessons, one folder each."),
    ("PREFIX/share/cachetutor/lessons", "The lessons, and in README.md the guide for authors."),
  ]

  private static let environment = [
    ("CACHETUTOR_LESSONS", "A folder to read the lessons from."),
    ("NO_COLOR", "Not empty: no colours."),
    ("LC_ALL, LC_CTYPE, LANG", "Without UTF-8 the screen is drawn with ASCII."),
  ]

  private static let codes = [
    ("0", "Done."), ("1", "A check, a replay or a command failed."), ("2", "Wrong usage."),
    ("3", "A file cannot be read or written, or is broken."), ("128+n", "Ended by signal n."),
  ]
}

/// A page in the macros of man(7).
struct Roff {
  private(set) var text: String

  init(title: String, section: Int, version: String) {
    text = ".TH \(title) \(section) \"\" \"cachetutor \(version)\"\n"
  }

  mutating func heading(_ words: String) {
    text += ".SH \(Roff.escaped(words))\n"
  }

  mutating func subheading(_ words: String) {
    text += ".SS \(Roff.escaped(words))\n"
  }

  mutating func text(_ words: String) {
    text += Roff.escaped(words) + "\n"
  }

  mutating func entry(_ term: String, _ words: String) {
    text += ".TP\n.B \(Roff.escaped(term))\n\(Roff.escaped(words))\n"
  }

  /// Lines as they are.
  mutating func literal(_ lines: String) {
    text += ".nf\n\(Roff.escaped(lines))\n.fi\n"
  }

  /// A backslash is the escape of roff; a dot or an apostrophe commands at the beginning of a line.
  private static func escaped(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      if line.first == "." || line.first == "'" { line = "\\&" + line }
      return line
    }.joined(separator: "\n")
  }
}
