extension BlockReader {
  /// `setup`, `opening`, `solution`: command lines.
  mutating func script() -> LessonScript {
    let lines = content
    if lines.isEmpty { report(.empty) }
    return LessonScript(lines: lines, line: fence.line)
  }

  /// `listing`: a program, every blank of it.
  func listing() -> LessonListing {
    LessonListing(
      text: fence.lines.map { $0.text + "\n" }.joined(),
      line: fence.lines.first?.line ?? fence.line)
  }

  /// `watch`: `EVENT [if CLAIM and CLAIM] [pause]: caption` lines.
  mutating func watches() -> [LessonWatch] {
    var watches: [LessonWatch] = []
    for line in content {
      guard let colon = separator(in: line.text) else {
        report(.noEvent(line.text), at: line.line)
        continue
      }
      var words = line.text[..<colon].split(separator: " ")
      let pauses = words.last == "pause"
      if pauses { words.removeLast() }
      let caption = line.text[colon...].dropFirst().trimmed
      if words.isEmpty { report(.noEvent(line.text), at: line.line) }
      if caption.isEmpty { report(.emptyPart(line.text), at: line.line) }
      var conditions: [Claim] = []
      if let place = words.firstIndex(of: "if") {
        let text = words[(place + 1)...].joined(separator: " ")
        conditions = claims(SourceText(text, line: line.line))
        words.removeSubrange(place...)
      }
      var watch = LessonWatch(
        event: words.joined(separator: " "), pauses: pauses,
        caption: template(caption, at: line.line), line: line.line)
      watch.conditions = conditions
      watches.append(watch)
    }
    return watches
  }

  /// The first colon before a blank or the end: those inside of keys are followed by neither.
  private func separator(in text: String) -> String.Index? {
    var index = text.startIndex
    while let colon = text[index...].firstIndex(of: ":") {
      let next = text.index(after: colon)
      if next == text.endIndex || text[next].isWhitespace { return colon }
      index = next
    }
    return nil
  }

  /// `allow`, `deny`: verbs on the fence, the reason inside.
  mutating func permission() -> LessonPermission? {
    let verbs = fence.arguments.split { $0 == " " || $0 == "," }.map { String($0) }
    let why = content.map(\.text).joined(separator: " ")
    if verbs.isEmpty { report(.noVerbs) }
    if why.isEmpty { report(.noReason) }
    return LessonPermission(verbs: verbs, why: why, line: fence.line)
  }
}
