extension LessonReader {
  private static let keys = [
    "format", "id", "title", "needs", "minutes", "panels", "teaches", "par", "mutants",
  ]

  /// Reads the front matter; false when it makes no sense to read on.
  mutating func readHeader(into lesson: inout Lesson) -> Bool {
    checkKeys()
    guard readFormat(into: &lesson) else { return false }
    if let id = required("id", example: "id: thundering-herd") {
      lesson.id = id.text
      lesson.idLine = id.line
      checkIdentifier(id)
    }
    lesson.title = required("title", example: "title: The thundering herd")?.text ?? ""
    lesson.minutes = number("minutes", in: 1...120, required: "minutes: 8") ?? 0
    lesson.statedPar = number("par", in: 0...1_000, required: nil)
    lesson.needs = list("needs")
    lesson.panels = list("panels")
    lesson.teaches = list("teaches")
    lesson.mutants = list("mutants")
    for need in lesson.needs { checkIdentifier(need) }
    if lesson.panels.isEmpty {
      report(.header(.missingKey("panels", example: "panels: [path, listing]")), at: SourceLine(1))
    }
    return true
  }

  private mutating func checkKeys() {
    var seen: [String] = []
    for field in source.fields {
      let key = field.key.text
      if !Self.keys.contains(key) {
        let suggestion = NearestWord.suggestion(for: key, among: Self.keys)
        report(.header(.unknownKey(key, suggestion: suggestion)), at: field.key.line)
      } else if seen.contains(key) {
        report(.header(.repeatedKey(key)), at: field.key.line)
      }
      seen.append(key)
    }
  }

  /// Another format may mean anything: nothing else is said about such a file.
  private mutating func readFormat(into lesson: inout Lesson) -> Bool {
    let known = Lesson.currentFormat
    guard let format = number("format", in: 0...1_000_000, required: "format: \(known)") else {
      return true
    }
    lesson.format = format
    if format == known { return true }
    let line = field("format")?.key.line ?? SourceLine(1)
    report(
      .header(
        format > known
          ? .newerFormat(format, known: known) : .olderFormat(format, known: known)), at: line)
    return false
  }

  private func field(_ key: String) -> LessonSource.Field? {
    source.fields.first { $0.key.text == key }
  }

  private mutating func required(_ key: String, example: String) -> SourceText? {
    guard let field = field(key) else {
      report(.header(.missingKey(key, example: example)), at: SourceLine(1))
      return nil
    }
    return scalar(field, expected: "a text")
  }

  private mutating func scalar(_ field: LessonSource.Field, expected: String) -> SourceText? {
    let key = field.key.text
    switch field.value {
    case .scalar(let value) where !value.text.isEmpty: return value
    case .scalar: wrong(key, "(nothing)", expected, field.key.line)
    case .list: wrong(key, "(a list)", expected, field.key.line)
    }
    return nil
  }

  private mutating func wrong(
    _ key: String, _ given: String, _ expected: String, _ line: SourceLine
  ) {
    report(.header(.wrongValue(key: key, given: given, expected: expected)), at: line)
  }

  private mutating func number(
    _ key: String, in range: ClosedRange<Int>, required example: String?
  ) -> Int? {
    guard let field = field(key) else {
      if let example {
        report(.header(.missingKey(key, example: example)), at: SourceLine(1))
      }
      return nil
    }
    let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
    guard let value = scalar(field, expected: expected) else { return nil }
    guard let number = SessionText.decimal(value.text).flatMap({ Int(exactly: $0) }),
      range.contains(number)
    else {
      wrong(key, value.text, expected, value.line)
      return nil
    }
    return number
  }

  private mutating func list(_ key: String) -> [SourceText] {
    guard let field = field(key) else { return [] }
    switch field.value {
    case .scalar(let value):
      wrong(key, value.text.isEmpty ? "(nothing)" : value.text, "a list such as [a, b]", value.line)
      return []
    case .list(let values):
      if values.count > LessonLimits.listEntries {
        wrong(
          key, "\(values.count) entries", "a list of at most \(LessonLimits.listEntries)",
          field.key.line)
      }
      return Array(values.prefix(LessonLimits.listEntries))
    }
  }

  private mutating func checkIdentifier(_ id: SourceText) {
    if !Lesson.isIdentity(id.text) {
      report(.header(.badIdentifier(id.text)), at: id.line)
    }
  }
}
