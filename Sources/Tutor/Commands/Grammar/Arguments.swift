import CacheEngine
import Keyspace
import Simulation

/// What was typed after a command's name, read as its parameters say.
///
/// Asking for a required argument that the row does not declare is a mistake of ours and stops the
/// program; everything that a learner can get wrong was refused by the parser.
public struct Arguments: Sendable {
  struct Entry: Sendable {
    let name: String
    let value: ArgumentValue
    let place: Range<Int>
  }

  /// The request behind a cache verb; nil for every other command.
  public internal(set) var request: VerbRequest?
  /// The node that `@A` names, for cache verbs.
  public internal(set) var node: String?
  /// Where `@A` stands.
  var nodePlace: Range<Int>?
  /// The whole command in its line.
  public internal(set) var place: Range<Int>
  private(set) var entries: [Entry] = []

  public init(place: Range<Int> = 0..<0) {
    self.place = place
  }

  mutating func add(_ name: String, _ value: ArgumentValue, at place: Range<Int>) {
    entries.append(Entry(name: name, value: value, place: place))
  }

  /// Whether an argument was given.
  public func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// Whether `--force` was given.
  public var isForced: Bool { has(Parameter.force.name) }

  /// Where an argument stands in the line; the whole command when it was not given.
  public func place(of name: String, _ index: Int = 0) -> Range<Int> {
    let places = entries.filter { $0.name == name }.map(\.place)
    return places.indices.contains(index) ? places[index] : place
  }

  private func first(_ name: String) -> ArgumentValue? {
    entries.first { $0.name == name }?.value
  }

  private func wanted<Value>(_ name: String, _ value: Value?) -> Value {
    guard let value else { preconditionFailure("the command's row has no argument \(name)") }
    return value
  }

  // MARK: required

  public func key(_ name: String) -> [UInt8] { wanted(name, optionalBytes(name)) }
  public func value(_ name: String) -> [UInt8] { wanted(name, optionalBytes(name)) }
  public func text(_ name: String) -> String { wanted(name, optionalText(name)) }
  public func duration(_ name: String) -> Int64 { wanted(name, optionalDuration(name)) }
  public func count(_ name: String) -> Int { wanted(name, optionalCount(name)) }
  public func choice(_ name: String) -> RequestChoice { wanted(name, optionalChoice(name)) }

  public func stop(_ name: String) -> StopCondition {
    guard case .stop(let condition)? = first(name) else { return wanted(name, nil) }
    return condition
  }

  public func command(_ name: String) -> Invocation {
    guard case .command(let invocation)? = first(name) else { return wanted(name, nil) }
    return invocation
  }

  public func position(_ name: String) -> SessionPosition {
    guard case .position(let position)? = first(name) else { return wanted(name, nil) }
    return position
  }

  public func moment(_ name: String) -> MomentName {
    guard case .moment(let moment)? = first(name) else { return wanted(name, nil) }
    return moment
  }

  // MARK: what may be left out

  public func optionalBytes(_ name: String) -> [UInt8]? {
    if case .bytes(let bytes)? = first(name) { return bytes }
    return nil
  }

  public func optionalText(_ name: String) -> String? {
    if case .text(let text)? = first(name) { return text }
    return nil
  }

  public func optionalDuration(_ name: String) -> Int64? {
    if case .duration(let ticks)? = first(name) { return ticks }
    return nil
  }

  public func optionalCount(_ name: String) -> Int? {
    if case .count(let count)? = first(name) { return count }
    return nil
  }

  public func optionalDecimal(_ name: String) -> Double? {
    if case .decimal(let number)? = first(name) { return number }
    return nil
  }

  public func optionalChoice(_ name: String) -> RequestChoice? {
    if case .request(let choice)? = first(name) { return choice }
    return nil
  }

  public func optionalPopulation(_ name: String) -> Population? {
    if case .population(let population)? = first(name) { return population }
    return nil
  }

  public func optionalFilter(_ name: String) -> LogFilter? {
    if case .filter(let filter)? = first(name) { return filter }
    return nil
  }

  // MARK: several

  public func keys(_ name: String) -> [KeyRange] {
    all(name).compactMap { if case .keys(let range) = $0 { range } else { nil } }
  }

  public func rows(_ name: String) -> [(keys: KeyRange, value: [UInt8]?)] {
    all(name).compactMap { if case .row(let keys, let value) = $0 { (keys, value) } else { nil } }
  }

  public func settings(_ name: String) -> [(name: String, value: String)] {
    all(name).compactMap {
      if case .setting(let name, let value) = $0 { (name, value) } else { nil }
    }
  }

  public func texts(_ name: String) -> [String] {
    all(name).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  private func all(_ name: String) -> [ArgumentValue] {
    entries.filter { $0.name == name }.map(\.value)
  }

  // MARK: asking the world

  /// Does something to a world; what it refuses becomes the command's error, at that argument.
  func attempt<Result>(
    _ name: String, _ body: () throws(WorldError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try body()
    } catch {
      throw .world(error, at: place(of: name))
    }
  }
}
