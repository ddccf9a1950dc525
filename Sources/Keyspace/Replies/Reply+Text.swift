import CacheEngine

extension Reply {
  /// The reply as `redis-cli` prints it on a terminal, without the last line end.
  ///
  /// Safe to show: control characters come as escapes, even where an error repeats what was typed.
  public func text(_ symbols: SymbolTable) -> String {
    text(symbols, indent: "")
  }

  /// The same reply with every symbol replaced by its bytes: comparable between tables.
  public func resolved(_ symbols: SymbolTable) -> Reply {
    switch self {
    case .value(let symbol): .bulk(symbols.bytes(of: symbol))
    case .array(let replies): .array(replies.map { $0.resolved(symbols) })
    default: self
    }
  }

  private func text(_ symbols: SymbolTable, indent: String) -> String {
    switch self {
    case .simple(let status): status
    case .error(let error): "(error) " + Quoting.withoutControls(error.message)
    case .integer(let number): "(integer) \(number)"
    case .value(let symbol): symbols.withBytes(of: symbol) { Quoting.quoted($0) }
    case .bulk(let bytes): Quoting.quoted(bytes)
    case .verbatim(let text): Reply.lines(of: text)
    case .null: "(nil)"
    case .array(let replies): Reply.text(of: replies, symbols, indent: indent)
    }
  }

  /// Numbered lines; the numbers stand right-aligned and what is nested moves under its number.
  private static func text(of replies: [Reply], _ symbols: SymbolTable, indent: String) -> String {
    guard !replies.isEmpty else { return "(empty array)" }
    let width = String(replies.count).utf8.count
    let inner = indent + String(repeating: " ", count: width + 2)
    var text = ""
    for (index, reply) in replies.enumerated() {
      let number = String(index + 1)
      if index > 0 { text += "\n" + indent }
      text += String(repeating: " ", count: width - number.utf8.count) + number + ") "
      text += reply.text(symbols, indent: inner)
    }
    return text
  }

  private static func lines(of text: String) -> String {
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
