/// One verb: how it is written, what it does, what it costs, and how its words are read.
///
/// The data stands in the verb's own file under `Verbs/`; help, completion, hints and the tables of
/// the documentation are made from it.
public struct Verb: Sendable {
  /// In lower case; a subcommand carries its verb before a bar: `config|get`.
  public let name: String
  /// How many words, the name included; negative: at least so many (as Redis counts).
  public let arity: Int
  public let parameters: [VerbParameter]
  public let flags: VerbFlags
  /// What it does, in one line without a full stop.
  public let summary: String
  /// What it costs, in words.
  public let cost: String
  /// The card that explains the idea behind it.
  public let concept: String
  /// Typed one after the other into an empty cache of 100 entries under LRU.
  public let examples: [VerbExample]
  public let subcommands: [Verb]
  let read: Reader

  /// Reads the words after the name; their number is already checked.
  typealias Reader = @Sendable ([[UInt8]]) throws(VerbError) -> any VerbAction

  init(
    name: String, arity: Int, parameters: [VerbParameter], flags: VerbFlags, summary: String,
    cost: String, concept: String, examples: [VerbExample], read: @escaping Reader
  ) {
    self.name = name
    self.arity = arity
    self.parameters = parameters
    self.flags = flags
    self.summary = summary
    self.cost = cost
    self.concept = concept
    self.examples = examples
    self.subcommands = []
    self.read = read
  }

  /// A verb that is nothing without one of its subcommands.
  init(name: String, summary: String, concept: String, subcommands: [Verb]) {
    self.name = name
    self.arity = -2
    self.parameters = [.argument("subcommand", .subcommand), .optional(.argument("…", .text))]
    self.flags = [.keyless, .readonly]
    self.summary = summary
    self.cost = subcommands.first?.cost ?? ""
    self.concept = concept
    self.examples = subcommands.flatMap(\.examples)
    self.subcommands = subcommands
    self.read = { (_) throws(VerbError) in throw .syntax }
  }

  /// The name as one types it: `CONFIG GET`.
  public var spelling: String {
    String(name.uppercased().map { $0 == "|" ? " " : $0 })
  }

  /// The last word of the name: `get` of `config|get`.
  public var lastName: String {
    name.split(separator: "|").last.map(String.init) ?? name
  }

  /// The whole line as the command reference writes it.
  public var syntax: String {
    guard subcommands.isEmpty else {
      return spelling + " " + subcommands.map { $0.lastName.uppercased() }.joined(separator: " | ")
    }
    return ([spelling] + parameters.map(\.syntax)).joined(separator: " ")
  }

  /// Reads the words after the verb's name.
  ///
  /// Needs no cache and changes nothing.
  public func parse(arguments: [[UInt8]]) throws(VerbError) -> VerbRequest {
    guard accepts(count: arguments.count) else { throw .wrongNumberOfArguments(verb: name) }
    guard subcommands.isEmpty else {
      let typed = String(decoding: arguments[0], as: UTF8.self)
      let wanted = name + "|" + typed.lowercased()
      guard let subcommand = subcommands.first(where: { $0.name == wanted }) else {
        throw .unknownSubcommand(typed, of: name)
      }
      return try subcommand.parse(arguments: Array(arguments.dropFirst()))
    }
    let action = try read(arguments)
    for key in action.keys where key.count > Limits.keyBytes { throw .keyTooLong }
    return VerbRequest(verb: self, arguments: arguments, action: action)
  }

  /// Whether the verb takes so many words after its whole name.
  private func accepts(count: Int) -> Bool {
    let words = count + 1 + (name.contains("|") ? 1 : 0)
    return arity < 0 ? words >= -arity : words == arity
  }
}
