import CacheEngine
import Simulation

// What if?
//
// The part so far is run twice on copies: as it was, and with one rule changed from its beginning.
// The two runs are laid beside each other like two lanes, request by request, and where they part
// both outcomes are told. The world itself does not notice.

/// The part so far under one rule that is changed.
struct WhatIf {
  let rule: LaneRule?
  /// Where the runs part; nil when every request meets the same.
  let divergence: LaneDivergence?
  /// How many requests met the same.
  let same: Int

  /// O(what has happened since the part began).
  ///
  /// - Throws: when the rule is none, or the part is too long to be run again.
  init(_ rule: LaneRule?, in tutor: Tutor, at place: Range<Int>) throws(CommandError) {
    self.rule = rule
    let rerun = PartRerun(of: tutor)
    guard rerun.isCheap else { throw WhatIf.tooLong(at: place) }
    var changed = tutor
    changed.run = nil
    changed.stage = Stage(world: rerun.start)
    try rule?.apply(to: &changed, at: place)

    var left = Stage(world: rerun.start)
    var right = changed.stage
    left.laneName = "as it was"
    right.laneName = "with " + (rule?.title ?? "nothing changed")
    left.record = LaneRecord(since: left.world.now)
    right.record = LaneRecord(since: right.world.now)
    var record = left.record
    rerun.run(changing: { _ in }) { events, world in
      record?.add(events, in: world.symbols)
      return false
    }
    left.record = record
    left.rivals = [right]
    let end = rerun.run(changing: { $0 = changed.stage.world }, leavingOut: rule?.command) {
      events, world in
      left.rivals[0].record?.add(events, in: world.symbols)
      // Names for what is said: keys and values are numbered anew in each run.
      if events.contains(where: { $0.kind == .answered || $0.kind == .failed }) {
        left.compareLanes(with: [tutor.stage.world, world])
      }
      return left.divergence != nil
    }
    if let end { left.compareLanes(with: [tutor.stage.world, end]) }
    divergence = left.divergence
    same = left.compared
  }

  /// Both outcomes side by side, or that there is nothing to show.
  var reply: Reply {
    let title = rule?.title ?? "nothing changed"
    guard let divergence else {
      return .text(
        "no divergence: with \(title) "
          + (same == 0
            ? "nothing would have been asked otherwise"
            : "all \(Words.count(same, "request")) meet the same"))
    }
    let before =
      same == 0 ? "" : "; the \(Words.count(same, "request")) before meet the same"
    return .table(
      ReplyTable(
        title: "\(divergence.subject), at \(Words.clock(divergence.clock))\(before)",
        columns: divergence.outcomes.map(\.lane), rows: [divergence.outcomes.map(\.text)]))
  }

  private static func tooLong(at place: Range<Int>) -> CommandError {
    .lesson(
      UserMessage(
        "Too much has happened here to be run again",
        detail: "whatif runs up to \(Words.count(PartRerun.activationLimit)) activations.",
        nextStep: "Set up lanes before the next run: compare policy=lru policy=lfu"), at: place)
  }
}
