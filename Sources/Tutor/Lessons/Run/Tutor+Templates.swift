import Simulation

// Text with computed pieces.

extension Tutor {
  /// The text with every piece computed: `{db.loads | guard coalesce}` on a copy after the
  /// commands, `{db.loads}` as it is.
  ///
  /// - Parameters:
  ///   - scope: the stretch for pieces that do not say theirs.
  ///   - commands: what runs on each copy before its pieces are computed, the event last.
  func text(
    of template: Template, over scope: Claim.Scope, after commands: [SourceText] = []
  ) throws(LessonScriptError) -> (text: String, figures: [ClaimFigure]) {
    var figures: [ClaimFigure] = []
    for computation in template.computations {
      figures.append(
        try figure(of: computation, over: scope, after: commands, line: template.source.line))
    }
    var next = figures.makeIterator()
    let text = template.filled { _ in next.next()?.text ?? "" }
    return (text, figures)
  }

  private func figure(
    of computation: Template.Computation, over scope: Claim.Scope, after commands: [SourceText],
    line: SourceLine
  ) throws(LessonScriptError) -> ClaimFigure {
    let rival = computation.commands.map { SourceText($0, line: line) }
    let isHere = rival.isEmpty && commands.isEmpty
    let copy = isHere ? self : try rehearsed(commands, rival: rival)
    return GoalCatalog.figure(
      of: computation.subject, over: computation.scope ?? scope, on: copy.stage)
  }

  /// The text of a hint, feedback or caption as it reads now; what cannot be computed stays as the
  /// author wrote it, which the checker has refused long before.
  public func text(of template: Template, over scope: Claim.Scope = .step) -> String {
    guard !template.isPlain else { return template.source.text.isEmpty ? "" : template.plainText }
    do {
      return try text(of: template, over: scope, after: []).text
    } catch {
      return template.source.text
    }
  }
}

extension Tutor {
  /// The text of a caption as it reads on a stage that is being shown: the live one may be ahead.
  public func text(of template: Template, on shown: Stage) -> String {
    guard !template.isPlain else { return text(of: template) }
    var copy = self
    copy.stage = shown
    return copy.text(of: template, over: .command)
  }
}

extension Tutor {
  /// The text with every piece computed here and now, whatever rival it names.
  func textAsTrue(of template: Template) -> String {
    template.filled { computation in
      GoalCatalog.figure(
        of: computation.subject, over: computation.scope ?? .command, on: stage
      ).text
    }
  }
}

extension Template {
  /// Whether every computed piece, and there is one, has commands of its own.
  var isRival: Bool { !isPlain && computations.allSatisfy { !$0.commands.isEmpty } }

  /// The words alone.
  fileprivate var plainText: String { filled { _ in "" } }
}
