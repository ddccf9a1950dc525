import CYaml
import Tutor

/// The keys between the two `---` lines at the top of a lesson.
struct FrontMatter {
  var fields: [LessonSource.Field] = []
  var fault: (line: SourceLine, fault: LessonError.HeaderFault)?

  /// Reads YAML whose first line is line `first` of the file.
  ///
  /// YAML can do a great deal that a lesson has no use for and an attacker has: references that
  /// grow, types, nesting. All of it is refused where it stands.
  static func read(_ text: String, first: SourceLine) -> FrontMatter {
    var matter = FrontMatter()
    guard text.utf8.count <= LessonLimits.headerBytes else {
      let limit = LessonLimits.headerBytes
      matter.fault = (first, .yaml("it is longer than \(limit) bytes"))
      return matter
    }
    // YAML knows line ends that nobody else does; no message may point behind the front matter.
    let last = first.advanced(
      by: text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    var collector = Collector(first: first, last: last)
    var fault = cyaml_fault()
    var text = text
    let status = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        withUnsafeMutablePointer(to: &collector) { pointer in
          cyaml_read(characters.baseAddress, characters.count, collect, pointer, &fault)
        }
      }
    }
    matter.fields = collector.fields
    let problem = withUnsafeBytes(of: &fault.problem) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if let kind = headerFault(status, problem: problem) {
      matter.fault = (min(last, first.advanced(by: Int(fault.line))), kind)
    }
    return matter
  }

  private static func headerFault(
    _ status: cyaml_status, problem: String
  ) -> LessonError.HeaderFault? {
    switch status {
    case CYAML_OK, CYAML_STOPPED: nil
    case CYAML_ANCHOR: .refused(.anchor)
    case CYAML_ALIAS: .refused(.alias)
    case CYAML_TAG: .refused(.tag)
    case CYAML_NESTING: .refused(.nesting)
    case CYAML_DIRECTIVE: .refused(.directive)
    case CYAML_DOCUMENT: .refused(.document)
    case CYAML_NO_MAPPING: .yaml("it does not begin with a key")
    default: .yaml(problem)
    }
  }
}

private struct Collector {
  let first: SourceLine
  let last: SourceLine
  var fields: [LessonSource.Field] = []
  var key: SourceText?
  var list: [SourceText] = []

  mutating func take(_ kind: cyaml_kind, _ text: SourceText) {
    switch kind {
    case CYAML_KEY:
      key = text
    case CYAML_VALUE:
      append(.scalar(text))
    case CYAML_LIST_BEGIN:
      list = []
    case CYAML_LIST_ENTRY:
      list.append(text)
    default:
      append(.list(list))
    }
  }

  private mutating func append(_ value: LessonSource.FieldValue) {
    guard let key else { return }
    fields.append(LessonSource.Field(key: key, value: value))
  }
}

private func collect(
  _ context: UnsafeMutableRawPointer?, _ kind: cyaml_kind, _ text: UnsafePointer<CChar>?,
  _ length: Int, _ line: Int
) -> CInt {
  guard let collector = context?.assumingMemoryBound(to: Collector.self) else { return 1 }
  let bytes = UnsafeRawBufferPointer(start: text, count: length)
  let words = String(decoding: bytes, as: UTF8.self)
  let place = min(collector.pointee.last, collector.pointee.first.advanced(by: line))
  collector.pointee.take(kind, SourceText(words, line: place))
  return 0
}
