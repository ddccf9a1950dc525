import CacheEngine

// A round of review is a lesson that nobody wrote: one part for each question that was missed, in
// the world in which it was asked, with other numbers. Everything that a lesson can do works in it.

extension Lesson {
  /// What a round of review is called where lessons are called by their identity.
  static let reviewID = "review"

  /// Whether it asks again what was missed in others.
  public var isReview: Bool { !reviewed.isEmpty }

  /// Whether it only interrupts a lesson: it leaves no progress of its own, and leads back.
  public var isDetour: Bool { isReview || isDrill }
}

/// Builds the parts of a round.
struct ReviewRound {
  let lessons: [Lesson]
  /// The number of the sitting: the same questions get other numbers in another one.
  let number: Int

  /// The questions that can be asked again, most of them with a world of their own.
  ///
  /// - Parameter choose: which variation of a part is to be used; nil leaves the part out.
  func lesson(
    for items: [ReviewItem], choose: (_ lesson: Lesson, _ variants: [LessonStep]) -> LessonStep?
  ) -> Lesson? {
    var round = Lesson(id: Lesson.reviewID, title: "Review", digest: digest(of: items))
    for item in items {
      guard let lesson = lessons.first(where: { $0.id == item.lesson }) else { continue }
      let variants = variants(of: item, in: lesson, place: round.steps.count + 1)
      guard let step = choose(round, variants) else { continue }
      round.steps.append(step)
      round.reviewed.append(item)
    }
    return round.steps.isEmpty ? nil : round
  }

  private func digest(of items: [ReviewItem]) -> UInt64 {
    var hash = StableHash(seed: UInt64(number))
    for item in items { hash.combine(item.text) }
    return hash.value
  }

  /// The part with other numbers in different ways, the most different first.
  private func variants(of item: ReviewItem, in lesson: Lesson, place: Int) -> [LessonStep] {
    guard lesson.steps.indices.contains(item.step - 1) else { return [] }
    let step = lesson.steps[item.step - 1]
    guard step.predictions.indices.contains(item.number - 1),
      let scene = scene(of: item, in: lesson)
    else { return [] }
    let prediction = step.predictions[item.number - 1]
    let attempts = Variation.attempts(for: prediction, seed: digest(of: [item]))
    return attempts.compactMap { variation in
      guard let question = variation.applied(to: prediction) else { return nil }
      var part = LessonStep(number: place, title: step.title, line: step.line)
      part.setup = variation.applied(to: scene.setup)
      part.opening = scene.opening.map { variation.applied(to: $0) }
      part.listing = scene.listing
      part.predictions = [question]
      part.before = text(of: lesson, part)
      part.watches = step.watches.compactMap { watch in
        guard let caption = variation.timely(watch.caption) else { return nil }
        var watch = watch
        watch.caption = caption
        watch.conditions = watch.conditions.map {
          (try? Claim.parse(variation.applied(to: $0.text), line: $0.line)) ?? $0
        }
        return watch
      }
      part.hints = [
        LessonHint(
          text: Template("Answer first; then run what was asked about.", line: step.line),
          commands: [question.commands], line: step.line)
      ]
      return part
    }
  }

  /// What leads to the question: its part's own setup, or an earlier one's and the author's way
  /// from there.
  private func scene(
    of item: ReviewItem, in lesson: Lesson
  ) -> (setup: LessonScript, opening: LessonScript?, listing: LessonListing?)? {
    let index = item.step - 1
    guard let base = lesson.steps[...index].lastIndex(where: { $0.setup != nil }),
      var setup = lesson.steps[base].setup
    else { return nil }
    var listing = lesson.steps[base].listing
    for earlier in lesson.steps[base..<index] {
      // Lines in order and lanes are no commands of a setup.
      guard earlier.order == nil, earlier.contrast == nil else { return nil }
      setup.lines += (earlier.opening?.lines ?? []) + earlier.authorsWay
    }
    listing = lesson.steps[index].listing ?? listing
    let step = lesson.steps[index]
    let asked = step.predictions[item.number - 1].commands
    var opening = step.opening
    let before = step.predictions[..<(item.number - 1)]
    for earlier in before where earlier.commands.text != asked.text {
      setup.lines += (opening?.lines ?? []) + [earlier.commands]
      opening = nil
    }
    return (setup, opening, listing)
  }

  /// Where the question comes from, and the world that it is asked in.
  private func text(of lesson: Lesson, _ part: LessonStep) -> [Prose] {
    let question = part.predictions[0]
    var spans = [ProseSpan("Asked again, from "), ProseSpan(lesson.title, .strong)]
    if !question.commands.text.isEmpty {
      spans += [ProseSpan(". Now comes "), ProseSpan(question.commands.text, .code)]
    }
    spans.append(ProseSpan(". The world: "))
    for (index, command) in (part.setup?.commands ?? []).enumerated() {
      if index > 0 { spans.append(ProseSpan(", ")) }
      spans.append(ProseSpan(command.text, .code))
    }
    spans.append(ProseSpan("."))
    // Below the opening, if there is one, and above the question: it is read with the question.
    let line = SourceLine(max(1, question.line.number - 1))
    let whole = Prose(.paragraph(spans), line: line)
    guard let opening = part.opening else { return [whole] }
    let meanwhile = spans.prefix(2) + [ProseSpan(". What led to the question comes first.")]
    let above = SourceLine(max(0, opening.line.number - 1))
    return [Prose(.paragraph(Array(meanwhile)), line: above), whole]
  }
}
