import Tutor

extension LessonLibrary {
  /// Needs that name no lesson.
  func unknownNeeds() -> [LessonError] {
    let ids = lessons.map(\.id)
    return lessons.flatMap { lesson in
      lesson.needs.filter { !ids.contains($0.text) }.map { need in
        let suggestion = NearestWord.suggestion(for: need.text, among: ids)
        return LessonError(
          path: lesson.path, line: need.line,
          kind: .library(.unknownNeed(need.text, suggestion: suggestion)))
      }
    }
  }

  /// Lessons that need each other in a circle; each circle once.
  func circles() -> [LessonError] {
    var finished: Set<String> = []
    var errors: [LessonError] = []
    for lesson in lessons {
      var trail: [Lesson] = []
      follow(lesson, &trail, &finished, &errors)
    }
    return errors
  }

  private func follow(
    _ lesson: Lesson, _ trail: inout [Lesson], _ finished: inout Set<String>,
    _ errors: inout [LessonError]
  ) {
    guard !finished.contains(lesson.id) else { return }
    trail.append(lesson)
    for need in lesson.needs {
      if let start = trail.firstIndex(where: { $0.id == need.text }) {
        let ids = trail[start...].map(\.id) + [need.text]
        errors.append(
          LessonError(path: lesson.path, line: need.line, kind: .library(.circle(ids))))
      } else if let next = self.lesson(need.text) {
        follow(next, &trail, &finished, &errors)
      }
    }
    trail.removeLast()
    finished.insert(lesson.id)
  }
}
