extension LessonReader {
  /// Reads everything after the front matter.
  mutating func readSteps(into lesson: inout Lesson) {
    var items = source.items[...]
    while let item = items.first {
      if case .step = item { break }
      items = items.dropFirst()
      switch item {
      case .prose(let prose): lesson.introduction.append(prose)
      case .fence(let fence):
        report(.structure(.blockBeforeStep(fence.block)), at: fence.line)
      case .production(_, let line):
        report(.structure(.blockBeforeStep(.production)), at: line)
      case .step: break
      }
    }
    while case .step(let title)? = items.first {
      let rest = items.dropFirst()
      let content = rest.prefix { item in
        if case .step = item { false } else { true }
      }
      guard lesson.steps.count < source.stepLimit else {
        report(.structure(.tooManySteps(limit: source.stepLimit)), at: title.line)
        return
      }
      lesson.steps.append(
        readStep(title, number: lesson.steps.count + 1, content: Array(content)))
      items = rest.dropFirst(content.count)
    }
    if lesson.steps.isEmpty { report(.structure(.noSteps), at: SourceLine(1)) }
  }

  private mutating func readStep(
    _ title: SourceText, number: Int, content: [LessonSource.Item]
  ) -> LessonStep {
    if title.text.isEmpty { report(.structure(.emptyTitle), at: title.line) }
    var step = LessonStep(number: number, title: title.text, line: title.line)
    let turn = lineOfLastTask(in: content)
    let isProduction = title.text.lowercased() == "in production"
    for item in content {
      switch item {
      case .prose(let prose) where isProduction: step.production.append(prose)
      case .prose(let prose):
        if let turn, prose.line > turn {
          step.after.append(prose)
        } else {
          step.before.append(prose)
        }
      case .production(let prose, _): step.production += prose
      case .fence(let fence): add(fence, to: &step)
      case .step: break
      }
    }
    checkRepeats(in: content)
    return step
  }

  /// Text below the last task is for those who have solved it.
  private func lineOfLastTask(in content: [LessonSource.Item]) -> SourceLine? {
    let lines = content.compactMap { item -> SourceLine? in
      guard case .fence(let fence) = item else { return nil }
      return [.goal, .order, .contrast].contains(fence.block) ? fence.line : nil
    }
    return lines.last
  }

  private mutating func checkRepeats(in content: [LessonSource.Item]) {
    var first: [LessonBlock: SourceLine] = [:]
    for case .fence(let fence) in content where fence.block.isSingle {
      if let line = first[fence.block] {
        report(.structure(.repeatedBlock(fence.block, first: line)), at: fence.line)
      } else {
        first[fence.block] = fence.line
      }
    }
  }

  private mutating func add(_ fence: LessonSource.Fence, to step: inout LessonStep) {
    var reader = BlockReader(fence, path: source.path)
    defer { report(contentsOf: reader.errors) }
    guard reader.checkShape() else { return }
    switch fence.block {
    case .setup: step.setup = step.setup ?? reader.script()
    case .opening: step.opening = step.opening ?? reader.script()
    case .listing: step.listing = step.listing ?? reader.listing()
    case .watch: step.watches += reader.watches()
    case .predict: if let prediction = reader.prediction() { step.predictions.append(prediction) }
    case .goal:
      step.goals += reader.goals()
      step.score = step.score ?? reader.score()
    case .hint: step.hints += reader.hints()
    case .solution: step.solutions.append(reader.script())
    case .mistake: if let mistake = reader.mistake() { step.mistakes.append(mistake) }
    case .allow: if let permission = reader.permission() { step.allowed.append(permission) }
    case .deny: if let permission = reader.permission() { step.denied.append(permission) }
    case .order: step.order = step.order ?? reader.order()
    case .contrast: step.contrast = step.contrast ?? reader.contrast()
    case .production: break
    }
  }
}
