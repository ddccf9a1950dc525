/// One command with its arguments: read, and not yet applied to anything.
public struct Invocation: Sendable {
  public let command: Command
  public let arguments: Arguments
  /// The command in one way of writing it; reading this again gives the same invocation.
  public let text: String
  /// Whether a `&` stood at its end: it returns at once, and the world is not run.
  public let isBackground: Bool
  /// The node that `@A` names; nil for the owner of the key, or all nodes.
  public var node: String? { arguments.node }

  init(command: Command, arguments: Arguments, text: String, isBackground: Bool) {
    self.command = command
    self.arguments = arguments
    self.text = text
    self.isBackground = isBackground
  }

  /// The words under which a lesson may allow, deny or teach it: `node add`, `node`, and aliases.
  public var names: [String] { command.names }

  /// The words under which a lesson may deny it: a request by hand is also the one that it sends.
  var deniableNames: [String] {
    command.name == BeginCommand.row.name
      ? names + arguments.command("COMMAND").names : names
  }
}

extension Command {
  /// Its name, the first word of its name, and its aliases.
  public var names: [String] {
    let first = String(name.prefix { $0 != " " })
    return first == name ? [name] + aliases : [name, first] + aliases
  }

  /// How many words its name has.
  var nameLength: Int { name.split(separator: " ").count }

  /// The whole line as help writes it.
  public var syntax: String {
    if let verb { return verb.syntax }
    let shown = parameters + (warning == nil ? [] : [Parameter.force])
    return ([name] + shown.map(\.syntax)).joined(separator: " ")
  }

  /// Whether it starts requests, so that a `&` means something.
  var mayRunInBackground: Bool { family == .application || family == .traffic }
}
