import CacheEngine
import Simulation

extension ParameterForm {
  /// Reads one word; what is wrong with it is thrown.
  func read(_ word: CommandWord) throws(ArgumentProblem) -> ArgumentValue {
    switch self {
    case .key, .cachedKey: return .bytes(try ParameterForm.key(word))
    case .value: return .bytes(try ParameterForm.value(word))
    case .keys: return .keys(try KeyRange.read(word))
    case .row: return try ParameterForm.row(word)
    default: break
    }
    guard let text = String(validating: word.bytes, as: UTF8.self) else { throw .notText }
    guard !text.isEmpty else { throw .empty }
    switch self {
    case .duration: return .duration(try ParameterForm.duration(text))
    case .count(let range): return .count(try ParameterForm.count(text, in: range))
    case .line: return .count(try ParameterForm.count(text, in: 1...100_000))
    case .decimal: return .decimal(try ParameterForm.decimal(text))
    case .rate: return .count(try ParameterForm.rate(text))
    case .population: return .population(try ParameterForm.population(word))
    case .request, .requests, .requestNumber: return .request(try choice(text))
    case .position: return .position(try ParameterForm.position(text))
    case .moment: return .moment(try ParameterForm.moment(text))
    case .setting: return try ParameterForm.setting(text)
    default: return .text(try known(text))
    }
  }

  /// Reads every word that is left.
  func read(all words: [String]) throws(ArgumentProblem) -> ArgumentValue {
    switch self {
    case .stop: return .stop(try StopWord.read(words))
    case .filter: return .filter(try LogFilter.read(words))
    default: return .text(words.joined(separator: " "))
    }
  }

  // MARK: one of a list

  /// The words that can stand here whatever the world is like; nil when anything may.
  var choices: [String]? {
    switch self {
    case .word(let choices): choices
    case .policy: PolicyCatalog.all.map(\.name)
    case .placement: PlacementCatalog.all.map(\.name)
    case .rule: RuleName.all.map(\.name)
    default: nil
    }
  }

  private func known(_ text: String) throws(ArgumentProblem) -> String {
    if self == .policy, let row = PolicyCatalog.find(text) { return row.name }
    if self == .speed, ParameterForm.speed(text) == nil { throw .form }
    guard let choices else { return text }
    let lower = text.lowercased()
    guard let choice = choices.first(where: { $0 == lower }) else {
      throw .unknown(text, among: choices)
    }
    return choice
  }

  // MARK: bytes

  private static func key(_ word: CommandWord) throws(ArgumentProblem) -> [UInt8] {
    guard !word.bytes.isEmpty else { throw .empty }
    guard word.bytes.count <= Simulation.Limits.keyBytes else {
      throw .tooLong(limit: Simulation.Limits.keyBytes)
    }
    return word.bytes
  }

  private static func value(_ word: CommandWord) throws(ArgumentProblem) -> [UInt8] {
    guard word.bytes.count <= Simulation.Limits.valueBytes else {
      throw .tooLong(limit: Simulation.Limits.valueBytes)
    }
    return word.bytes
  }

  private static func row(_ word: CommandWord) throws(ArgumentProblem) -> ArgumentValue {
    guard let equals = word.bytes.firstIndex(of: UInt8(ascii: "=")) else {
      return .row(try KeyRange.read(word), value: nil)
    }
    let place = word.place
    let key = CommandWord(
      bytes: Array(word.bytes[..<equals]), place: place, isQuoted: word.isQuoted)
    let value = CommandWord(
      bytes: Array(word.bytes[(equals + 1)...]), place: place, isQuoted: word.isQuoted)
    return .row(try KeyRange.read(key), value: try ParameterForm.value(value))
  }

  private static func population(_ word: CommandWord) throws(ArgumentProblem) -> Population {
    let isNumber = !word.isQuoted && word.text.allSatisfy { $0.isASCII && $0.isNumber }
    guard isNumber else { return .named(try KeyRange.read(word)) }
    return .generated(try count(word.text, in: 1...Simulation.Limits.keyRange))
  }

  // MARK: numbers

  static func duration(_ text: String) throws(ArgumentProblem) -> Int64 {
    if let number = Quantity.number(text), number > 0 {
      throw .missingUnit(suggestion: text + "s")
    }
    guard let ticks = Quantity.duration(text), ticks >= 0 else { throw .form }
    guard ticks <= Words.longestDuration else { throw .outOfRange(0...Words.longestDays) }
    return ticks
  }

  private static func count(
    _ text: String, in range: ClosedRange<Int>
  ) throws(ArgumentProblem) -> Int {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { throw .form }
    guard let number = Int(text), range.contains(number) else { throw .outOfRange(range) }
    return number
  }

  private static func decimal(_ text: String) throws(ArgumentProblem) -> Double {
    guard let number = Quantity.number(text) else { throw .form }
    guard (0...10).contains(number) else { throw .outOfRange(0...10) }
    return number
  }

  private static func rate(_ text: String) throws(ArgumentProblem) -> Int {
    let number = text.hasSuffix("/s") ? String(text.dropLast(2)) : text
    let count = try count(number, in: 1...1_000_000)
    guard text.hasSuffix("/s") else { throw .missingUnit(suggestion: "\(count)/s") }
    return count
  }

  /// `2`, `0.5` and `1/10`.
  static func speed(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let number = Quantity.number(parts[0]), number > 0 else { return nil }
    guard parts.count == 2 else { return number <= 1_000_000 ? number : nil }
    guard let divisor = Quantity.number(parts[1]), divisor > 0 else { return nil }
    return number / divisor
  }

  // MARK: requests and positions

  private func choice(_ text: String) throws(ArgumentProblem) -> RequestChoice {
    if self == .requests, text.lowercased() == "all" { return .all }
    if let index = Words.index(ofLetter: text) { return .letter(index) }
    guard self == .requestNumber, let number = UInt32(text), number > 0 else { throw .form }
    return .number(number)
  }

  private static func position(_ text: String) throws(ArgumentProblem) -> SessionPosition {
    guard text.hasPrefix("@"), let position = SessionPosition(text.dropFirst()) else {
      throw .form
    }
    return position
  }

  private static func moment(_ text: String) throws(ArgumentProblem) -> MomentName {
    text.hasPrefix("@") ? .position(try position(text)) : .mark(text)
  }

  private static func setting(_ text: String) throws(ArgumentProblem) -> ArgumentValue {
    guard let name = CommandWord.optionName(of: text) else { throw .form }
    let value = text.dropFirst(name.count + 1)
    guard !value.isEmpty else { throw .form }
    return .setting(name: name.lowercased(), value: String(value))
  }
}
