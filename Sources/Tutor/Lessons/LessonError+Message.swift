extension LessonError {
  /// `file:line: what — fix`.
  public var message: String {
    kind.message.text(path: path, line: line)
  }
}

extension LessonError.Kind {
  /// What is wrong and how to put it right.
  public var message: FileMessage {
    switch self {
    case .header(let fault): fault.message
    case .structure(let fault): fault.message
    case .block(let block, let fault): fault.message(of: block.rawValue)
    case .claim(let error): error.message
    case .template(let error): error.message
    case .library(let fault): fault.message
    case .proof(let fault): fault.message
    case .check(let fault): fault.message
    }
  }
}

extension LessonError.HeaderFault {
  var message: FileMessage {
    switch self {
    case .missing:
      FileMessage(
        what: "the file does not start with front matter",
        fix: "begin with a line ---, the lesson's keys, and a line ---")
    case .unclosed:
      FileMessage(what: "the front matter is never closed", fix: "add a line --- after its keys")
    case .yaml(let reason):
      FileMessage(what: "the front matter is no YAML: \(reason)", fix: "write key: value lines")
    case .refused(let feature):
      FileMessage(
        what: "front matter has no \(feature.plural)", fix: "write plain values and [lists]")
    case .unknownKey(let key, let suggestion):
      FileMessage(
        what: "\(key): is no key of a lesson",
        fix: suggestion.map { "did you mean \($0):?" } ?? "take it out")
    case .repeatedKey(let key):
      FileMessage(what: "\(key): stands twice", fix: "take one of them out")
    case .missingKey(let key, let example):
      FileMessage(what: "the front matter has no \(key):", fix: "add, for example, \(example)")
    case .wrongValue(let key, let given, let expected):
      FileMessage(what: "\(key): \(given) is not \(expected)", fix: "write \(expected) there")
    case .newerFormat(let format, let known):
      FileMessage(
        what: "this lesson has format \(format), and this cachetutor reads up to \(known)",
        fix: "upgrade cachetutor")
    case .olderFormat(let format, let known):
      FileMessage(
        what: "this lesson has format \(format), and lessons begin with format \(known)",
        fix: "upgrade the lesson: format: \(known)")
    case .badIdentifier(let text):
      FileMessage(
        what: "\(text) is no identity",
        fix: "use lower-case letters, digits and hyphens, at most \(LessonLimits.identifierBytes)")
    }
  }
}

extension LessonError.YamlFeature {
  fileprivate var plural: String {
    switch self {
    case .anchor: "anchors (&name)"
    case .alias: "aliases (*name)"
    case .tag: "tags (!name)"
    case .nesting: "nested values"
    case .directive: "directives (%name)"
    case .document: "second document"
    }
  }
}

extension LessonError.StructureFault {
  var message: FileMessage {
    switch self {
    case .tooLarge(let bytes, let limit):
      FileMessage(
        what: "the file has \(bytes) bytes, and \(limit) is the limit", fix: "split the lesson")
    case .notText:
      FileMessage(what: "the line is not UTF-8 text", fix: "save the file as UTF-8")
    case .noSteps:
      FileMessage(what: "the lesson has no step", fix: "begin one with a line ## Title")
    case .tooManySteps(let limit):
      FileMessage(what: "more than \(limit) steps", fix: "split the lesson")
    case .topHeading(let title):
      FileMessage(
        what: "# \(title) is a second title", fix: "the title stands in the front matter; write ##")
    case .emptyTitle:
      FileMessage(what: "the step has no title", fix: "write one after ##")
    case .blockBeforeStep(let block):
      FileMessage(
        what: "\(block.rawValue) stands before the first step", fix: "put it under a ## heading")
    case .unknownBlock(let word, let suggestion):
      FileMessage(
        what: "\(word) is no block of a lesson",
        fix: suggestion.map { "did you mean \($0)?" } ?? "for plain code write text after the fence"
      )
    case .repeatedBlock(let block, let first):
      FileMessage(
        what: "the step has a second \(block.rawValue), the first is in line \(first.number)",
        fix: "join the two")
    case .unclosedBlock(let word):
      FileMessage(
        what: "the fence of \(word.isEmpty ? "this code" : word) is never closed",
        fix: "end it with a line of as many backquotes")
    case .html(let text):
      FileMessage(
        what: "a terminal shows no HTML: \(text)", fix: "take it out; comments <!-- … --> may stay")
    case .nestedBlock(let block):
      FileMessage(
        what: "\(block.rawValue) stands inside a list or a quote", fix: "move it to the margin")
    case .tooDeep(let limit):
      FileMessage(
        what: "lists and quotes stand more than \(limit) deep", fix: "use fewer levels")
    }
  }
}
