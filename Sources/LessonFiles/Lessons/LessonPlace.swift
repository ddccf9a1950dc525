import Tutor

/// What the name of a file and of its folder say: `40-stampedes/10-thundering-herd.md`.
struct LessonPlace {
  var chapter = LessonChapter()
  var order = 0

  init(path: String) {
    let parts = path.split(separator: "/")
    if let file = parts.last { order = NumberedName(file)?.number ?? 0 }
    guard parts.count >= 2 else { return }
    let folder = parts[parts.count - 2]
    let name = NumberedName(folder)
    chapter = LessonChapter(
      number: name?.number ?? 0, title: (name?.rest ?? String(folder)).asTitle,
      folder: String(folder))
  }
}

/// A name that begins with a number and a hyphen.
struct NumberedName {
  var number: Int
  var rest: String

  /// Nil when there is no number in front, or nothing behind it.
  init?(_ name: some StringProtocol) {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(digits.count)
    guard (1...6).contains(digits.count), let number = Int(digits), rest.first == "-",
      rest.count > 1
    else { return nil }
    self.number = number
    self.rest = String(rest.dropFirst())
  }
}

extension String {
  /// `hash-ring` as a title: `Hash ring`.
  var asTitle: String {
    let words = split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
