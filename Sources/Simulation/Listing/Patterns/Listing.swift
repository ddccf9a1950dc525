import CacheEngine

/// The lines of a pattern as they stand on the screen: with options filled in, and edited.
///
/// A value; every change gives a new listing and leaves this one alone. A changed listing need
/// not compile: an edit of several lines passes through listings that do not.
public struct Listing: Hashable, Sendable {
  /// The pattern that it began as.
  public let name: String
  public let options: [PatternOption]
  /// Lines with placeholders.
  private(set) var templates: [String] { didSet { lines = templates.map(rendered) } }
  /// The chosen value of each option, as it is written in a listing.
  public private(set) var values: [String] { didSet { lines = templates.map(rendered) } }
  /// The lines as they are shown, compiled and counted: line 1 is `lines[0]`.
  public private(set) var lines: [String] = []

  init(name: String, options: [PatternOption], templates: [String]) {
    self.name = name
    self.options = options
    self.templates = templates
    values = options.map(\.defaultValue)
    lines = templates.map(rendered)
  }

  /// A listing of its own, without options: the `listing` block of a lesson.
  public init(name: String, lines: [String]) {
    self.init(name: name, options: [], templates: lines)
  }

  /// The program of these lines.
  ///
  /// - Throws: the first mistake; `symbols` is unchanged then.
  public func compile(
    symbols: inout SymbolTable, limits: ListingLimits = .standard
  ) throws(ListingError) -> Program {
    try ListingCompiler.compile(lines, symbols: &symbols, limits: limits)
  }

  /// The chosen value of an option of the pattern, or of its guard, as it is written: `60s`.
  public func value(of name: String, ofGuard isGuard: Bool = false) -> String? {
    place(of: name, isGuard).map { values[$0] }
  }

  /// The listing with another value for an option: `setting("ttl", to: "2s")`.
  ///
  /// A duration can only become a duration or `None`, a number only a number or decimal.
  ///
  /// - Parameter isGuard: whether an option of the guard is meant; both may have the same name.
  /// - Throws: `unknownOption` or `wrongOptionValue`, at the first line that the option stands in.
  public func setting(
    _ name: String, to value: String, ofGuard isGuard: Bool = false
  ) throws(ListingError) -> Listing {
    guard let index = place(of: name, isGuard) else {
      let known = options.filter { $0.isGuardOption == isGuard }.map(\.name)
      throw ListingError(line: 1, column: 1, .unknownOption(name, known: known))
    }
    let option = options[index]
    guard Listing.fits(value, option) else {
      throw ListingError(
        line: line(of: option), column: 1,
        .wrongOptionValue(name, value, like: option.defaultValue))
    }
    var copy = self
    copy.values[index] = value
    return copy
  }

  private func place(of name: String, _ isGuard: Bool) -> Int? {
    options.firstIndex { $0.name == name && $0.isGuardOption == isGuard }
  }

  /// The same options and values over other lines.
  func replacing(templates: [String]) -> Listing {
    var copy = self
    copy.templates = templates
    return copy
  }

  /// Whether the value can stand where the option's default does.
  static func fits(_ value: String, _ option: PatternOption) -> Bool {
    guard let wanted = literal(option.defaultValue), let given = literal(value) else {
      return false
    }
    switch (wanted, given) {
    case (.duration, .duration), (.duration, .word(.none)): return true
    case (.number, .number), (.number, .decimal), (.decimal, .number), (.decimal, .decimal):
      return true
    case (.text, .text), (.word, .word): return true
    default: return false
    }
  }

  /// The only token of a text, if it is a value written out.
  static func literal(_ text: String) -> Token.Kind? {
    var lexer = Lexer(text, line: 1)
    guard let token = try? lexer.next(), let end = try? lexer.next(), end.kind == .end else {
      return nil
    }
    switch token.kind {
    case .number, .decimal, .duration, .text: return token.kind
    case .word(.none), .word(.yes), .word(.no): return token.kind
    default: return nil
    }
  }

  private func line(of option: PatternOption) -> Int {
    let index = templates.firstIndex { Placeholder.names(in: $0).contains(option.placeholder) }
    return (index ?? 0) + 1
  }

  private func rendered(_ template: String) -> String {
    guard !options.isEmpty, template.utf8.contains(UInt8(ascii: "$")) else { return template }
    return Placeholder.fill(template) { name in
      options.firstIndex { $0.placeholder == name }.map { values[$0] }
    }
  }
}

/// `$name` in the line of a pattern.
enum Placeholder {
  /// The placeholders in a line, in order.
  static func names(in template: String) -> [String] {
    var names: [String] = []
    _ = fill(template) { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// The line with each placeholder replaced by its value, if it has one.
  static func fill(_ template: String, _ value: (String) -> String?) -> String {
    let bytes = Array(template.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      var end = place + 1
      if bytes[place] == UInt8(ascii: "$") {
        while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
      }
      let piece = bytes[place..<end]
      if piece.count > 1, let value = value(String(decoding: piece, as: UTF8.self)) {
        result.append(contentsOf: value.utf8)
      } else {
        result.append(contentsOf: piece)
      }
      place = end
    }
    return String(decoding: result, as: UTF8.self)
  }
}
