import Tutor

/// The file in a chapter's folder that names the chapter: front matter with a `title:`.
enum ChapterFile {
  /// The title; nil when the file has no front matter and needs none.
  static func title(
    of bytes: [UInt8], path: String, isRequired: Bool
  ) throws(LessonErrors) -> String? {
    if !isRequired, !bytes.starts(with: "---".utf8) { return nil }
    let fields = try LessonFile.fields(of: bytes, path: path)
    var errors: [LessonError] = []
    var title: String?
    for field in fields {
      if field.key.text == "title", case .scalar(let value) = field.value, !value.text.isEmpty {
        title = value.text
      } else {
        let fault = LessonError.HeaderFault.unknownKey(
          field.key.text,
          suggestion: NearestWord.suggestion(for: field.key.text, among: ["title"]))
        errors.append(LessonError(path: path, line: field.key.line, kind: .header(fault)))
      }
    }
    if title == nil, errors.isEmpty, isRequired {
      let fault = LessonError.HeaderFault.missingKey("title", example: "title: Stampedes")
      errors = [LessonError(path: path, line: SourceLine(1), kind: .header(fault))]
    }
    guard errors.isEmpty else { throw LessonErrors(errors) }
    return title
  }
}
