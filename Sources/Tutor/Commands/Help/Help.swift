import Keyspace
import Simulation

// Help is read off the catalog: no sentence here is about one command alone.

/// The pages of help, as text.
public enum Help {
  /// Every word that `help` explains.
  public static let topics: [String] =
    CommandCatalog.firstWords + CommandCatalog.all.map(\.name).filter { $0.contains(" ") }

  /// Whether there is a page: for a command, the first word of several, or a Redis subcommand.
  public static func knows(_ topic: String) -> Bool { !commands(of: topic).isEmpty }

  /// A page; all families without a topic.
  public static func text(_ topic: String?, in tutor: Tutor) -> String {
    guard let topic else { return overview }
    return commands(of: topic).map { page($0, in: tutor) }.joined(separator: "\n\n")
  }

  /// Commands that a topic means.
  public static func commands(of topic: String) -> [Command] {
    let name = topic.lowercased()
    let exact = CommandCatalog.all.filter { $0.names.contains { $0.lowercased() == name } }
    if !exact.isEmpty { return exact }
    guard let first = name.split(separator: " ").first,
      let verb = CommandCatalog.find(named: String(first)), verb.verb?.subcommands.isEmpty == false
    else { return [] }
    return [verb]
  }

  /// Every family with the first words of its commands.
  public static var overview: String {
    CommandFamily.allCases.compactMap { family in
      let names = CommandCatalog.all.filter { $0.family == family }.map(\.name)
      guard !names.isEmpty else { return nil }
      return "\(family.rawValue)\n  " + wrapped(names)
    }.joined(separator: "\n") + "\nhelp COMMAND explains one of them."
  }

  /// Every command with what it does, one a line under its family, for lists that are filtered.
  ///
  /// - Parameter key: the key that does the same, if there is one.
  public static func palette(key: (Command) -> String?) -> [String] {
    CommandFamily.allCases.flatMap { family -> [String] in
      let rows = CommandCatalog.all.filter { $0.family == family }
      guard !rows.isEmpty else { return [] }
      return [family.rawValue]
        + rows.map { row in
          let blanks = String(repeating: " ", count: max(1, 16 - row.name.count))
          let key = key(row).map { "  (\($0))" } ?? ""
          return "  \(row.name)\(blanks)\(row.summary)\(key)"
        }
    } + ["help COMMAND explains one of them."]
  }

  private static func wrapped(_ names: [String]) -> String {
    var lines: [String] = []
    var line = ""
    for (index, name) in names.enumerated() {
      let word = index < names.count - 1 ? name + "," : name
      if !line.isEmpty, line.count + word.count > 68 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return (lines + [line]).joined(separator: "\n  ")
  }

  /// One command: syntax, what it does, its arguments, its cost, its concept, an example.
  public static func page(_ command: Command, in tutor: Tutor? = nil) -> String {
    var lines = [command.syntax, command.summary]
    lines += arguments(of: command, in: tutor)
    lines.append("Costs: \(command.cost).")
    lines.append("See: " + concept(command, in: tutor))
    let own = command.examples.first { $0.line.hasPrefix(command.name) }
    if let example = own ?? command.examples.first { lines.append("For example: " + example.line) }
    return lines.joined(separator: "\n")
  }

  private static func arguments(of command: Command, in tutor: Tutor?) -> [String] {
    let shown = command.parameters.filter { !$0.explanation.isEmpty }
    let width = shown.map { label($0).count }.max() ?? 0
    return shown.map { parameter in
      let name = label(parameter)
      var text = name + String(repeating: " ", count: width - name.count) + "  "
      text += parameter.explanation
      guard let tutor, !parameter.form.isAnything else { return text }
      let known = Completion.words(for: parameter.form, in: tutor)
      if !known.isEmpty, known.count <= 12 {
        text += " (" + known.map(\.text).joined(separator: ", ") + ")"
      }
      return text
    }
  }

  private static func label(_ parameter: Parameter) -> String {
    parameter.place == .option ? parameter.name + "=" : parameter.name
  }

  /// The concept, with the lesson that teaches it when there is one.
  private static func concept(_ command: Command, in tutor: Tutor?) -> String {
    let lesson = tutor?.lessons.first { lesson in
      lesson.id == command.concept
        || lesson.teaches.contains { taught in
          command.names.contains { $0.lowercased() == taught.text.lowercased() }
        }
    }
    return command.concept + (lesson.map { ", lesson \($0.id)" } ?? "")
  }
}
