/// One thing that a command takes.
///
/// Parsing, completion, hints while typing and help are all read off these rows.
public struct Parameter: Hashable, Sendable {
  public enum Place: UInt8, Hashable, Sendable {
    /// Stands by itself, in order.
    case positional
    /// Written `name=value`, anywhere after the command's name.
    case option
    /// Written as its name alone, such as `--force`.
    case flag
  }

  /// What it is called: in capitals where it stands for a word, in small letters for an option.
  public let name: String
  public let form: ParameterForm
  public let place: Place
  public let isOptional: Bool
  /// Whether more than one word may stand here.
  public let isRepeated: Bool
  /// What it is for, in a few words.
  public let explanation: String

  init(
    _ name: String, _ form: ParameterForm, place: Place = .positional, isOptional: Bool = false,
    isRepeated: Bool = false, _ explanation: String
  ) {
    self.name = name
    self.form = form
    self.place = place
    self.isOptional = isOptional
    self.isRepeated = isRepeated
    self.explanation = explanation
  }

  /// Whether it takes everything up to the end of the command.
  var takesRest: Bool { form == .rest || form == .command }

  /// As help writes it: `KEY`, `[rate=N/s]`, `KEY…`.
  public var syntax: String {
    var text =
      switch place {
      case .positional: spelling
      case .option: name + "=" + form.placeholder
      case .flag: name
      }
    if isRepeated { text += "…" }
    return isOptional ? "[" + text + "]" : text
  }

  private var spelling: String {
    if case .word(let choices) = form { return choices.joined(separator: "|") }
    return name
  }

  /// A word that may be left out.
  static func optional(_ name: String, _ form: ParameterForm, _ explanation: String) -> Parameter {
    Parameter(name, form, isOptional: true, explanation)
  }

  /// One word or more.
  static func many(_ name: String, _ form: ParameterForm, _ explanation: String) -> Parameter {
    Parameter(name, form, isRepeated: true, explanation)
  }

  /// `name=value`, which may be left out.
  static func option(_ name: String, _ form: ParameterForm, _ explanation: String) -> Parameter {
    Parameter(name, form, place: .option, isOptional: true, explanation)
  }

  /// `--force`, for commands that would lose something.
  static let force = Parameter(
    "--force", .flag, place: .flag, isOptional: true, "does it although something is lost")
}
