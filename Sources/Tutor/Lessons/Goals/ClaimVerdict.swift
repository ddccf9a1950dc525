/// A claim, judged: whether it holds and how far it is from holding.
public struct ClaimVerdict: Hashable, Sendable {
  public let claim: Claim
  public let holds: Bool
  /// What its word says now.
  public let now: ClaimFigure
  /// What it is compared with, when that is another word; nil otherwise.
  public let other: ClaimFigure?

  /// The claim as a person reads it: `hit ratio ≥ 0.80`.
  public var claimText: String {
    let subject = claim.subject
    var words = subject.text
    if subject.arguments.isEmpty {
      words = String(words.map { $0 == "_" ? " " : $0 })
    }
    guard claim.value != .yes else { return claim.isNegated ? "not \(words)" : words }
    return "\(words) \(claim.comparison.symbol) \(claim.value.text(of: subject.word.kind))"
  }

  /// How far off it is: `now 200`, or why nothing can be said.
  public var distance: String {
    switch now {
    case .missing(let reason): return reason
    case .fact(let isSo):
      guard isSo else { return "not yet" }
      return claim.subject.word.name == "stale" ? "now they differ" : "now it is"
    default: break
    }
    guard let other else { return "now \(now.text)" }
    return "now \(now.text), compared with \(other.reason ?? other.text)"
  }
}

extension Claim {
  /// Judges the claim by a stage; a word about something that is not there makes it false.
  ///
  /// - Parameter scope: another stretch than the claim's own.
  public func judge(on stage: Stage, over scope: Scope? = nil) -> ClaimVerdict {
    let scope = scope ?? self.scope
    let now = GoalCatalog.figure(of: subject, over: scope, on: stage)
    guard case .subject(let subject) = value else {
      return ClaimVerdict(claim: self, holds: holds(now), now: now, other: nil)
    }
    let other = GoalCatalog.figure(of: subject, over: scope, on: stage)
    return ClaimVerdict(claim: self, holds: compare(now, other), now: now, other: other)
  }

  private func holds(_ now: ClaimFigure) -> Bool {
    switch value {
    case .yes:
      if case .fact(let holds) = now { holds != isNegated } else { false }
    case .number(let number), .percent(let number):
      if case .ratio = now { compare(now, .ratio(number)) } else { compare(now, .number(number)) }
    case .duration(let ticks): compare(now, .duration(ticks))
    case .text(let text): compare(now, .text(text))
    case .subject: false
    }
  }

  private func compare(_ left: ClaimFigure, _ right: ClaimFigure) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): return comparison.holds(left, right)
    case (.duration(let left), .duration(let right)): return comparison.holds(left, right)
    case (.ratio(let left), .ratio(let right)):
      // Nobody writes 72/110 to its last place: ratios are equal when three places are.
      let isSame = (left - right).magnitude <= 0.000_5
      switch comparison {
      case .equal: return isSame
      case .unequal: return !isSame
      default: return comparison.holds(left, right)
      }
    default:
      guard let left = left.number, let right = right.number else { return false }
      return comparison.holds(left, right)
    }
  }
}

extension Claim.Comparison {
  /// The sign as people write it.
  var symbol: String {
    switch self {
    case .equal: "="
    case .unequal: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    }
  }
}

extension Claim.Value {
  /// As it is printed beside a figure: ratios with two places, durations with their unit.
  func text(of kind: ClaimWord.Kind) -> String {
    switch self {
    case .yes: ""
    case .number(let number):
      kind == .ratio ? ClaimFigure.ratio(number).text : ClaimFigure.number(number).text
    case .percent(let share): ClaimFigure.ratio(share).text
    case .duration(let ticks): ClaimFigure.duration(ticks).text
    case .text(let text): text
    case .subject(let subject): subject.text
    }
  }
}
