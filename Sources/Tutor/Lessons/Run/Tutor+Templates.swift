import Simulation

// Text with computed pieces.

extension Tutor {
  /// The text with every piece computed: `{db.loads | guard coalesce}` on a copy after the
  /// commands, `{db.loads}` as it is.
  ///
  /// - Parameter scope: the stretch for pieces that do not say theirs.
  func computedText(
    of template: Template, over scope: Claim.Scope
  ) throws(LessonScriptError) -> String {
    var figures: [ClaimFigure] = []
    for computation in template.computations {
      figures.append(
        try figure(of: computation, over: scope, line: template.source.line))
    }
    var next = figures.makeIterator()
    return template.filled { _ in next.next()?.text ?? "" }
  }

  private func figure(
    of computation: Template.Computation, over scope: Claim.Scope, line: SourceLine
  ) throws(LessonScriptError) -> ClaimFigure {
    let rival = computation.commands.map { SourceText($0, line: line) }
    let copy = rival.isEmpty ? self : try rehearsed([], rival: rival)
    return GoalCatalog.figure(
      of: computation.subject, over: computation.scope ?? scope, on: copy.stage)
  }

  /// The text of a hint, feedback or caption as it reads now; what cannot be computed stays as the
  /// author wrote it, which the checker has refused long before.
  public func text(of template: Template, over scope: Claim.Scope = .step) -> String {
    guard !template.isPlain else { return template.source.text.isEmpty ? "" : template.plainText }
    do {
      return try computedText(of: template, over: scope)
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
