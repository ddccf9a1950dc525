import CacheEngine

extension SessionText {
  /// Bytes of one session file.
  public static let byteLimit = 64 * 1024 * 1024

  /// Reads a whole file.
  ///
  /// A last line without an end is dropped with a notice; any other bad line is an error that names
  /// it. O(length).
  public static func parse(_ text: String, path: String) throws(SessionError) -> SessionText {
    try parse(bytes: Array(text.utf8), path: path)
  }

  /// Reads a whole file of any bytes.
  public static func parse(bytes: [UInt8], path: String) throws(SessionError) -> SessionText {
    var reader = SessionReader(path: path)
    guard bytes.count <= byteLimit else {
      throw reader.error(.tooLarge(bytes: bytes.count, limit: byteLimit))
    }
    reader.app = app(in: bytes)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      try reader.read(bytes[start..<index])
      start = index + 1
    }
    return try reader.finish(torn: bytes[start...])
  }

  /// The version that wrote the file: of a later format we still want to know that.
  private static func app(in bytes: [UInt8]) -> String {
    let head = bytes.prefix(4_096).split(separator: 10, omittingEmptySubsequences: false)
    for line in head.prefix(while: { !$0.isEmpty }) where line.starts(with: "app:".utf8) {
      return String(decoding: line.dropFirst(4), as: UTF8.self).trimmed
    }
    return ""
  }

  /// Up to 20 decimal digits and nothing else.
  static func decimal(_ text: some StringProtocol) -> UInt64? {
    guard !text.isEmpty, text.utf8.count <= 20, text.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      return nil
    }
    return UInt64(text)
  }

  /// 1 to 16 hexadecimal digits and nothing else.
  static func number(hexadecimal text: some StringProtocol) -> UInt64? {
    guard !text.isEmpty, text.utf8.count <= 16,
      text.utf8.allSatisfy({ 48...57 ~= $0 || 97...102 ~= $0 })
    else { return nil }
    return UInt64(text, radix: 16)
  }
}

/// Takes the lines of a session one by one.
private struct SessionReader {
  let path: String
  var app = ""
  private var line = SourceLine(1)
  private var fields: [(key: String, value: String, line: SourceLine)] = []
  private var format: Int?
  private var header: SessionHeader?
  private var entries: [SessionEntry] = []

  init(path: String) {
    self.path = path
  }

  func error(_ kind: SessionError.Kind, at place: SourceLine? = nil) -> SessionError {
    SessionError(path: path, line: place ?? line, kind: kind)
  }

  mutating func read(_ bytes: ArraySlice<UInt8>) throws(SessionError) {
    let bytes = bytes.last == 13 ? bytes.dropLast() : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else { throw error(.notText) }
    if format == nil {
      try readTitle(text)
    } else if header == nil {
      try readField(text)
    } else {
      try readEntry(text)
    }
    line = line.advanced(by: 1)
  }

  mutating func finish(torn: ArraySlice<UInt8>) throws(SessionError) -> SessionText {
    var notices: [SessionText.Notice] = []
    if !torn.isEmpty {
      let text = String(decoding: torn.prefix(80), as: UTF8.self)
      notices.append(.tornLine(text, line: line))
    }
    guard format != nil || torn.isEmpty || "cachetutor session ".utf8.starts(with: torn) else {
      throw error(.notASession)
    }
    guard let header else { throw error(.endsInHeader) }
    return SessionText(header: header, entries: entries, notices: notices)
  }

  private mutating func readTitle(_ text: String) throws(SessionError) {
    let words = text.split(separator: " ")
    guard words.count == 3, words[0] == "cachetutor", words[1] == "session",
      let number = SessionText.decimal(words[2]), let format = Int(exactly: number), format > 0
    else { throw error(.notASession) }
    guard format <= SessionText.currentFormat else {
      throw error(.newerFormat(format, known: SessionText.currentFormat, app: app))
    }
    self.format = format
  }

  private mutating func readField(_ text: String) throws(SessionError) {
    let text = text.trimmed
    if text.isEmpty {
      header = try makeHeader()
      return
    }
    if text.hasPrefix("#") { return }
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else {
      throw error(.badHeaderLine(text))
    }
    let key = text[..<colon].trimmed
    if fields.contains(where: { $0.key == key }) { throw error(.repeatedKey(key)) }
    fields.append((key, text[text.index(after: colon)...].trimmed, line))
  }

  private mutating func makeHeader() throws(SessionError) -> SessionHeader {
    let rules = try required("rules", expected: "a whole number") { text in
      SessionText.decimal(text).flatMap { Int(exactly: $0) }
    }
    let app = take("app")?.value ?? ""
    guard rules == SessionText.currentRules else {
      throw error(.otherRules(rules, known: SessionText.currentRules, app: app))
    }
    let seed = try required("seed", expected: "a whole number") { SessionText.decimal($0) }
    var lesson: SessionHeader.Lesson?
    if let field = take("lesson") {
      let words = field.value.split(separator: " ")
      guard words.count == 2, let digest = SessionText.number(hexadecimal: words[1]) else {
        throw error(
          .badValue(key: "lesson", value: field.value, expected: "an id and a digest"),
          at: field.line)
      }
      lesson = SessionHeader.Lesson(id: String(words[0]), digest: digest)
    }
    let others = fields.map { SessionHeader.Other(key: $0.key, value: $0.value) }
    return SessionHeader(
      format: format ?? SessionText.currentFormat, rules: rules, seed: seed, lesson: lesson,
      app: app, others: others)
  }

  private mutating func take(_ key: String) -> (value: String, line: SourceLine)? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    let field = fields.remove(at: index)
    return (field.value, field.line)
  }

  private mutating func required<Value>(
    _ key: String, expected: String, _ convert: (String) -> Value?
  ) throws(SessionError) -> Value {
    guard let field = take(key) else { throw error(.missingKey(key)) }
    guard let value = convert(field.value) else {
      throw error(.badValue(key: key, value: field.value, expected: expected), at: field.line)
    }
    return value
  }

  private mutating func readEntry(_ text: String) throws(SessionError) {
    let text = text.trimmed
    guard let mark = text.first else { return }
    let rest = text.dropFirst()
    switch mark {
    case "@":
      let parts = rest.split(separator: " ", maxSplits: 1)
      guard let first = parts.first, !rest.hasPrefix(" "), let position = SessionPosition(first)
      else { throw error(.badPosition(parts.first.map { String($0) } ?? "")) }
      guard parts.count == 2 else { throw error(.missingCommand) }
      append(.command(position, parts[1].trimmed))
    case "=":
      let words = rest.split(separator: " ")
      guard words.count == 2, let position = SessionPosition(words[0]),
        position.activations == nil, let digest = SessionText.number(hexadecimal: words[1])
      else { throw error(.badDigest(text)) }
      append(.digest(position.tick, digest))
    case "#":
      append(.comment(rest.trimmed))
    default:
      throw error(.unknownLine(text))
    }
  }

  private mutating func append(_ kind: SessionEntry.Kind) {
    entries.append(SessionEntry(kind, line: line))
  }
}
