/// Reads the inside of one fenced block and collects what is wrong with it.
struct BlockReader {
  let fence: LessonSource.Fence
  let path: String
  private(set) var errors: [LessonError] = []

  init(_ fence: LessonSource.Fence, path: String) {
    self.fence = fence
    self.path = path
  }

  mutating func report(_ fault: LessonError.BlockFault, at line: SourceLine? = nil) {
    report(.block(fence.block, fault), at: line)
  }

  mutating func report(_ kind: LessonError.Kind, at line: SourceLine? = nil) {
    errors.append(LessonError(path: path, line: line ?? fence.line, kind: kind))
  }

  /// What every block must be like; false when there is nothing to read.
  mutating func checkShape() -> Bool {
    if !fence.arguments.isEmpty, !fence.block.takesArguments {
      report(.unexpectedWords(fence.arguments))
    }
    if fence.lines.count > LessonLimits.blockLines {
      report(.tooManyLines(limit: LessonLimits.blockLines))
      return false
    }
    for line in fence.lines where line.text.utf8.count > LessonLimits.lineBytes {
      report(.longLine(limit: LessonLimits.lineBytes), at: line.line)
      return false
    }
    if fence.lines.allSatisfy({ $0.text.trimmed.isEmpty }) {
      report(fence.block == .allow || fence.block == .deny ? .noReason : .empty)
      return false
    }
    return true
  }

  /// The lines without their margins; comments and empty lines are left out.
  var content: [SourceText] {
    fence.lines.map { SourceText($0.text.trimmed, line: $0.line) }.filter {
      !$0.text.isEmpty && $0.text != "#" && !$0.text.hasPrefix("# ")
    }
  }

  mutating func claims(_ text: SourceText) -> [Claim] {
    do {
      return try Claim.parseAll(text.text, line: text.line)
    } catch {
      report(.claim(error), at: text.line)
      return []
    }
  }

  mutating func template(_ text: String, at line: SourceLine) -> Template {
    do {
      return try Template.parse(text, line: line)
    } catch {
      report(.template(error), at: line)
      return Template(text, line: line)
    }
  }

  /// The text after `name:` when the line starts with it.
  func part(_ name: String, of line: SourceText) -> SourceText? {
    guard line.text.hasPrefix(name + ":") else { return nil }
    return SourceText(line.text.dropFirst(name.count + 1).trimmed, line: line.line)
  }

  /// As `part`, and an empty part is an error.
  mutating func filledPart(_ name: String, of line: SourceText) -> SourceText? {
    guard let part = part(name, of: line) else { return nil }
    if part.text.isEmpty { report(.emptyPart(name + ":"), at: line.line) }
    return part
  }
}
